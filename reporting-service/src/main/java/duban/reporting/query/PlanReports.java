package duban.reporting.query;

import duban.contracts.plan.Plan;
import duban.contracts.problem.ProblemType;
import duban.door.ProblemException;
import duban.reporting.catalogue.Setting;
import duban.reporting.event.EventRow;
import duban.reporting.event.EventStore;
import duban.reporting.freshness.Freshness;
import duban.reporting.freshness.FreshnessStore;
import duban.reporting.hindsight.Hindsight;
import duban.reporting.hindsight.Hindsight.ToldTarget;
import duban.reporting.hindsight.MonthLight;
import duban.reporting.hindsight.Months;
import duban.reporting.hindsight.Told;
import duban.reporting.hindsight.ToldPlan;
import duban.reporting.plan.Revision;
import duban.reporting.plan.RevisionStore;
import duban.reporting.plan.RevisionStore.Defining;
import duban.reporting.problem.ItemProblems;
import duban.reporting.problem.Problems;
import duban.reporting.question.AsOf;
import duban.reporting.question.Viewpoint;
import duban.reporting.question.Viewpoints;
import duban.reporting.store.Transactions;
import duban.reporting.targets.TargetState;
import duban.reporting.targets.TargetStore;
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

  private static final Map<String, List<MonthLight>> NO_MONTHS = Map.of();

  private final Transactions transactions;
  private final Viewpoints viewpoints;
  private final TargetStore targets;
  private final EventStore events;
  private final FreshnessStore freshness;
  private final Hindsight hindsight;
  private final Titles titles;
  private final Problems problems;
  private final RevisionStore revisions;
  private final Months months;

  PlanReports(
      Transactions transactions,
      Viewpoints viewpoints,
      TargetStore targets,
      EventStore events,
      FreshnessStore freshness,
      Hindsight hindsight,
      Titles titles,
      Problems problems,
      RevisionStore revisions,
      Months months) {
    this.revisions = revisions;
    this.months = months;
    this.transactions = transactions;
    this.viewpoints = viewpoints;
    this.targets = targets;
    this.events = events;
    this.freshness = freshness;
    this.hindsight = hindsight;
    this.titles = titles;
    this.problems = problems;
  }

  /**
   * @param withMonths whether each target's months are wanted too
   */
  Uni<PlanView> plan(String plan, AsOf asOf, boolean withMonths) {
    return transactions.snapshot(transaction ->
        viewpoints.of(transaction, asOf).chain(from -> plan(transaction, plan, from, withMonths)));
  }

  private Uni<PlanView> plan(
      SqlConnection transaction, String plan, Viewpoint from, boolean withMonths) {
    return told(transaction, plan, from).chain(told -> view(transaction, told, from, withMonths));
  }

  private Uni<PlanView> view(
      SqlConnection transaction, ToldPlan told, Viewpoint from, boolean withMonths) {
    List<String> items = told.content().items().map(told.content()::itemId).toList();
    return Uni.combine()
        .all()
        .unis(
            problems.beside(transaction, items, from.day(), from.knownAt()),
            freshness.of(transaction, List.of(told.row().district()), from.knownAt()),
            revisions.firstPublished(transaction, told.row().plan()),
            withMonths
                ? months.of(transaction, told.revision(), told.targets(), from)
                : Uni.createFrom().item(NO_MONTHS))
        .with((beside, fresh, published, lights) ->
            PlanView.of(told, from, fresh, published, beside, withMonths ? lights : null));
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
        .unis(revisions.known(transaction, List.of(plan), null), targets.ofPlan(transaction, plan))
        .with((revisions, states) ->
            revisions.isEmpty() ? null : present(revisions.getFirst(), states, now));
  }

  private static ToldPlan present(Revision revision, List<TargetState> states, Setting now) {
    return ToldPlan.of(
        revision,
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
        ? Uni.combine()
            .all()
            .unis(targets.one(transaction, id), defining(transaction, id))
            .with((state, defining) ->
                state == null || state.standing() == null || defining == null
                    ? null
                    : new ToldTarget(
                        told(state, from.setting()), state.dropped(), defining.revision()))
        : hindsight.target(transaction, id, from);
  }

  private Uni<@Nullable Defining> defining(SqlConnection transaction, String id) {
    return revisions.defining(transaction, Plan.idOf(id), id, null);
  }

  private Uni<TargetView> view(
      SqlConnection transaction, ToldTarget found, Viewpoint from, long before, int limit) {
    String district = found.told().place().district();
    List<String> subjects = List.of(found.told().place().target(), found.told().place().item());
    return Uni.combine()
        .all()
        .unis(
            events
                .history(
                    transaction, district, subjects, before, limit + 1, from.day(), from.knownAt())
                .chain(rows -> titles.asKnown(transaction, rows, from.knownAt())),
            problems.beside(transaction, subjects.subList(1, 2), from.day(), from.knownAt()),
            freshness.of(transaction, List.of(district), from.knownAt()),
            revisions.promises(
                transaction,
                found.told().place().plan(),
                found.told().place().target(),
                from.knownAt()),
            months.of(transaction, found.revision(), List.of(found.told()), from),
            hindsight.course(transaction, found.told(), from))
        .with((history, beside, fresh, promises, lights, course) ->
            view(found, from, fresh, beside, history, limit)
                .with(
                    PromiseHistory.of(promises, from.setting().catalogue()),
                    lights.getOrDefault(found.told().place().target(), List.of()),
                    course));
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
