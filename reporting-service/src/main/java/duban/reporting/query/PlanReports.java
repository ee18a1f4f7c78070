package duban.reporting.query;

import duban.contracts.problem.ProblemType;
import duban.door.ProblemException;
import duban.reporting.problem.ItemProblems;
import duban.reporting.problem.Problems;
import duban.reporting.projection.EventRow;
import duban.reporting.projection.EventStore;
import duban.reporting.projection.PlanStore;
import duban.reporting.projection.PlanStore.Revision;
import duban.reporting.projection.Setting;
import duban.reporting.projection.TargetState;
import duban.reporting.projection.TargetStore;
import duban.reporting.query.Hindsight.ToldTarget;
import duban.reporting.store.Transactions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The reports on one plan and on one target. */
@ApplicationScoped
class PlanReports {

  private final Transactions transactions;
  private final Viewpoints viewpoints;
  private final PlanStore plans;
  private final TargetStore targets;
  private final EventStore events;
  private final FreshnessStore freshness;
  private final Hindsight hindsight;
  private final Titles titles;
  private final Problems problems;

  PlanReports(
      Transactions transactions,
      Viewpoints viewpoints,
      PlanStore plans,
      TargetStore targets,
      EventStore events,
      FreshnessStore freshness,
      Hindsight hindsight,
      Titles titles,
      Problems problems) {
    this.transactions = transactions;
    this.viewpoints = viewpoints;
    this.plans = plans;
    this.targets = targets;
    this.events = events;
    this.freshness = freshness;
    this.hindsight = hindsight;
    this.titles = titles;
    this.problems = problems;
  }

  Uni<PlanView> plan(String plan, AsOf asOf) {
    return transactions.snapshot(transaction ->
        viewpoints.of(transaction, asOf).chain(from -> plan(transaction, plan, from)));
  }

  private Uni<PlanView> plan(SqlConnection transaction, String plan, Viewpoint from) {
    return told(transaction, plan, from).chain(told -> view(transaction, told, from));
  }

  private Uni<PlanView> view(SqlConnection transaction, ToldPlan told, Viewpoint from) {
    List<String> items = told.content().items().map(told.content()::itemId).toList();
    return Uni.combine()
        .all()
        .unis(
            problems.beside(transaction, items, from.day(), from.knownAt()),
            freshness.of(transaction, List.of(told.row().district()), from.knownAt()))
        .with((beside, fresh) -> PlanView.of(told, from, fresh, beside));
  }

  private Uni<ToldPlan> told(SqlConnection transaction, String plan, Viewpoint from) {
    Uni<@Nullable ToldPlan> told =
        from.isPresent()
            ? present(transaction, plan, from.setting())
            : hindsight.plan(transaction, plan, from);
    return told.onItem().ifNull().failWith(() -> unknown(plan));
  }

  private Uni<@Nullable ToldPlan> present(SqlConnection transaction, String plan, Setting now) {
    return Uni.combine()
        .all()
        .unis(plans.known(transaction, List.of(plan), null), targets.ofPlan(transaction, plan))
        .with((revisions, states) ->
            revisions.isEmpty() ? null : present(revisions.getFirst(), states, now));
  }

  private static ToldPlan present(Revision revision, List<TargetState> states, Setting now) {
    return ToldPlan.of(
        revision.row(),
        revision.content(),
        states.stream()
            .filter(state -> state.standing() != null)
            .map(state -> told(state, now))
            .toList());
  }

  private static Told told(TargetState state, Setting now) {
    return new Told(
        state.place(), state.definition(now.catalogue()), Objects.requireNonNull(state.standing()));
  }

  /** One target with up to {@code limit} events before a position of its district's ledger. */
  Uni<TargetView> target(String id, AsOf asOf, long before, int limit) {
    return transactions.snapshot(transaction ->
        viewpoints
            .of(transaction, asOf)
            .chain(from ->
                target(transaction, id, from)
                    .onItem()
                    .ifNull()
                    .failWith(() -> unknown(id))
                    .chain(found -> view(transaction, found, from, before, limit))));
  }

  private Uni<@Nullable ToldTarget> target(SqlConnection transaction, String id, Viewpoint from) {
    return from.isPresent()
        ? targets
            .one(transaction, id)
            .map(state ->
                state == null || state.standing() == null
                    ? null
                    : new ToldTarget(told(state, from.setting()), state.dropped()))
        : hindsight.target(transaction, id, from);
  }

  private Uni<TargetView> view(
      SqlConnection transaction, ToldTarget found, Viewpoint from, long before, int limit) {
    String district = found.told().place().district();
    List<String> subjects = List.of(found.told().place().target(), found.told().place().item());
    return Uni.combine()
        .all()
        .unis(
            events
                .history(transaction, district, subjects, before, limit + 1, from.knownAt())
                .chain(rows -> titles.asKnown(transaction, rows, from.knownAt())),
            problems.beside(transaction, subjects.subList(1, 2), from.day(), from.knownAt()),
            freshness.of(transaction, List.of(district), from.knownAt()))
        .with((history, beside, fresh) -> view(found, from, fresh, beside, history, limit));
  }

  private static TargetView view(
      ToldTarget found,
      Viewpoint from,
      Freshness fresh,
      Map<String, ItemProblems> beside,
      List<EventRow> history,
      int limit) {
    List<EventRow> page = history.subList(0, Math.min(limit, history.size()));
    return TargetView.of(
        found.told(),
        found.dropped(),
        from,
        beside.getOrDefault(found.told().place().item(), ItemProblems.NONE),
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
