package duban.reporting.query;

import duban.contracts.plan.Plan;
import duban.contracts.problem.ProblemType;
import duban.door.ProblemException;
import duban.reporting.projection.EventRow;
import duban.reporting.projection.EventStore;
import duban.reporting.projection.PlanStore;
import duban.reporting.projection.Projection;
import duban.reporting.projection.Setting;
import duban.reporting.projection.TargetState;
import duban.reporting.projection.TargetStore;
import duban.reporting.rollup.PlanRow;
import duban.reporting.store.Transactions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The reports on one plan and on one target. */
@ApplicationScoped
class PlanReports {

  private final Transactions transactions;
  private final Projection projection;
  private final PlanStore plans;
  private final TargetStore targets;
  private final EventStore events;
  private final FreshnessStore freshness;
  private final Hindsight hindsight;

  PlanReports(
      Transactions transactions,
      Projection projection,
      PlanStore plans,
      TargetStore targets,
      EventStore events,
      FreshnessStore freshness,
      Hindsight hindsight) {
    this.transactions = transactions;
    this.projection = projection;
    this.plans = plans;
    this.targets = targets;
    this.events = events;
    this.freshness = freshness;
    this.hindsight = hindsight;
  }

  Uni<PlanView> plan(String plan, AsOf asOf) {
    return transactions.snapshot(transaction ->
        projection
            .setting(transaction)
            .chain(now ->
                told(transaction, plan, asOf, now)
                    .chain(told ->
                        freshness
                            .of(transaction, List.of(told.row().district()))
                            .map(fresh -> PlanView.of(told, asOf, asOf.in(now).today(), fresh)))));
  }

  private Uni<ToldPlan> told(SqlConnection transaction, String plan, AsOf asOf, Setting now) {
    return plans
        .plans(transaction, List.of(plan))
        .chain(found -> {
          if (found.isEmpty()) {
            return Uni.createFrom().failure(unknown(plan));
          }
          PlanRow row = found.getFirst();
          return asOf.isNow(now)
              ? present(transaction, row, now)
              : hindsight
                  .plan(transaction, row, asOf, asOf.in(now))
                  .onItem()
                  .ifNull()
                  .failWith(() -> unknown(plan));
        });
  }

  private Uni<ToldPlan> present(SqlConnection transaction, PlanRow row, Setting now) {
    return plans
        .revision(transaction, row.plan(), Instant.now())
        .onItem()
        .ifNull()
        .failWith(() -> unknown(row.plan()))
        .chain(revision ->
            targets
                .ofPlan(transaction, row.plan())
                .map(states ->
                    ToldPlan.of(
                        row,
                        revision.content(),
                        states.stream()
                            .filter(state -> state.standing() != null)
                            .map(state -> told(state, now))
                            .toList())));
  }

  private static Told told(TargetState state, Setting now) {
    return new Told(
        state.place(), state.definition(now.catalogue()), Objects.requireNonNull(state.standing()));
  }

  /** One target with up to {@code limit} events before a position of its district's ledger. */
  Uni<TargetView> target(String id, AsOf asOf, long before, int limit) {
    return transactions.snapshot(transaction ->
        projection
            .setting(transaction)
            .chain(now -> target(transaction, id, asOf, now))
            .chain(found -> view(transaction, found, asOf, before, limit)));
  }

  private record Found(Told told, boolean dropped, Setting setting) {}

  private Uni<Found> target(SqlConnection transaction, String id, AsOf asOf, Setting now) {
    return targets
        .one(transaction, id)
        .chain(state -> {
          if (state == null || state.standing() == null) {
            return Uni.createFrom().failure(unknown(id));
          }
          if (asOf.isNow(now)) {
            return Uni.createFrom().item(new Found(told(state, now), state.dropped(), now));
          }
          return told(transaction, Plan.idOf(id), asOf, now)
              .map(plan -> new Found(within(plan, id), false, asOf.in(now)));
        });
  }

  private static Told within(ToldPlan plan, String id) {
    return plan.targets().stream()
        .filter(told -> told.place().target().equals(id))
        .findFirst()
        .orElseThrow(() -> unknown(id));
  }

  private Uni<TargetView> view(
      SqlConnection transaction, Found found, AsOf asOf, long before, int limit) {
    String district = found.told().place().district();
    List<String> subjects = List.of(found.told().place().target(), found.told().place().item());
    return Uni.combine()
        .all()
        .unis(
            events.history(transaction, district, subjects, before, limit + 1, asOf.knownAt()),
            freshness.of(transaction, List.of(district)))
        .with((history, fresh) -> view(found, asOf, fresh, history, limit));
  }

  private static TargetView view(
      Found found, AsOf asOf, Freshness fresh, List<EventRow> history, int limit) {
    List<EventRow> page = history.subList(0, Math.min(limit, history.size()));
    return TargetView.of(
        found.told(),
        found.dropped(),
        asOf,
        found.setting().today(),
        fresh,
        page,
        next(history, page));
  }

  private static @Nullable Long next(List<EventRow> history, List<EventRow> page) {
    return history.size() > page.size() ? page.getLast().seq() : null;
  }

  private static ProblemException unknown(String id) {
    return ProblemException.of(
        ProblemType.NOT_FOUND, "没有找到 " + id + "。", "There is no " + id + ".");
  }
}
