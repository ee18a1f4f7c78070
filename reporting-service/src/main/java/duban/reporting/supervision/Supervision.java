package duban.reporting.supervision;

import duban.contracts.Text;
import duban.contracts.plan.Plan;
import duban.contracts.problem.ProblemType;
import duban.door.ProblemException;
import duban.reporting.calendar.Recorded;
import duban.reporting.catalogue.Setting;
import duban.reporting.event.EventRow;
import duban.reporting.event.EventStore;
import duban.reporting.freshness.Freshness;
import duban.reporting.freshness.FreshnessStore;
import duban.reporting.problem.ItemProblems;
import duban.reporting.problem.Problems;
import duban.reporting.projection.Projection;
import duban.reporting.question.AsOf;
import duban.reporting.question.Asked;
import duban.reporting.store.Transactions;
import duban.reporting.supervision.SupervisionStore.Published;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The reports on the loop of supervision, each read at one moment of the database. */
@ApplicationScoped
class Supervision {

  private static final Text NOTHING = new Text("没有符合条件的工作项。", "No work item fits.");
  private static final Text UNAPPRAISED =
      new Text("该年度的计划尚未考评。", "No plan of that year has been appraised yet.");

  private final Transactions transactions;
  private final Projection projection;
  private final SupervisionStore store;
  private final Appraisals appraisals;
  private final SupervisedItems items;
  private final Problems problems;
  private final EventStore events;
  private final FreshnessStore freshness;

  Supervision(
      Transactions transactions,
      Projection projection,
      SupervisionStore store,
      Appraisals appraisals,
      SupervisedItems items,
      Problems problems,
      EventStore events,
      FreshnessStore freshness) {
    this.transactions = transactions;
    this.projection = projection;
    this.store = store;
    this.appraisals = appraisals;
    this.items = items;
    this.problems = problems;
    this.events = events;
    this.freshness = freshness;
  }

  /**
   * What a caller asks for.
   *
   * @param unit words of a unit's name
   * @param explanationDue whether only items are wanted that owe an explanation, or only others
   * @param after the item that the page before ended with
   */
  record Wanted(
      String scope,
      int year,
      @Nullable LoopState state,
      @Nullable String unit,
      @Nullable Boolean explanationDue,
      @Nullable String after,
      int limit) {}

  /**
   * A page of the items, in the order of their documents.
   *
   * @param counts of all that fit, by state
   * @param acceptanceOverdue how many of them nobody took on in time
   * @param explanationDue how many of them owe a written explanation
   * @param notice why there are none; absent when there are
   */
  public record SupervisionView(
      String scope,
      int year,
      LocalDate asOf,
      @Nullable Instant knownAt,
      Map<LoopState, Long> counts,
      long acceptanceOverdue,
      long explanationDue,
      Freshness freshness,
      List<SupervisedItem> items,
      @Nullable String next,
      @Nullable Text notice) {}

  /**
   * An item's whole trail.
   *
   * @param published the revisions of its plan
   * @param steps every step of its loop
   * @param history every event of it and its targets, the newest first, voided ones included
   * @param next the cursor to give as {@code after} for older events; absent at the end
   */
  public record TrailView(
      SupervisedItem item,
      LocalDate asOf,
      @Nullable Instant knownAt,
      ItemProblems problems,
      List<Published> published,
      List<LoopStep> steps,
      Freshness freshness,
      List<EventRow> history,
      @Nullable Long next) {}

  /**
   * What a year's plans were given.
   *
   * @param notice why there are none; absent when there are
   */
  public record AppraisalsView(
      String scope,
      int year,
      LocalDate asOf,
      @Nullable Instant knownAt,
      Freshness freshness,
      List<Appraisal> appraisals,
      @Nullable Text notice) {}

  Uni<SupervisionView> list(Wanted wanted, AsOf asOf) {
    return inScope(
        wanted.scope(),
        asOf,
        (transaction, setting) -> {
          List<String> districts = setting.within(wanted.scope());
          return Uni.combine()
              .all()
              .unis(
                  items.of(transaction, districts, wanted.year(), setting, asOf),
                  freshness.of(transaction, districts, asOf.knownAt()))
              .with((found, fresh) -> view(wanted, setting, asOf, fresh, found));
        });
  }

  private static SupervisionView view(
      Wanted wanted, Setting setting, AsOf asOf, Freshness fresh, List<SupervisedItem> all) {
    List<SupervisedItem> ofUnit =
        all.stream().filter(item -> wanted.unit() == null || item.concerns(wanted.unit())).toList();
    List<SupervisedItem> fitting =
        ofUnit.stream()
            .filter(item -> wanted.state() == null || item.state() == wanted.state())
            .filter(item ->
                wanted.explanationDue() == null || item.explanationDue() == wanted.explanationDue())
            .toList();
    List<SupervisedItem> rest = after(fitting, wanted.after());
    List<SupervisedItem> page = rest.subList(0, Math.min(wanted.limit(), rest.size()));
    return new SupervisionView(
        wanted.scope(),
        wanted.year(),
        setting.today(),
        asOf.knownAt(),
        counts(ofUnit),
        ofUnit.stream().filter(SupervisedItem::acceptanceOverdue).count(),
        ofUnit.stream().filter(SupervisedItem::explanationDue).count(),
        fresh,
        page,
        rest.size() > page.size() ? page.getLast().item() : null,
        fresh.whyNothing(page, NOTHING));
  }

  private static Map<LoopState, Long> counts(List<SupervisedItem> items) {
    return items.stream()
        .collect(
            Collectors.groupingBy(
                SupervisedItem::state,
                () -> new EnumMap<>(LoopState.class),
                Collectors.counting()));
  }

  private static List<SupervisedItem> after(List<SupervisedItem> items, @Nullable String cursor) {
    if (cursor == null) {
      return items;
    }
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i).item().equals(cursor)) {
        return items.subList(i + 1, items.size());
      }
    }
    throw Asked.refused(
        "after 应为上一页的 next；该工作项已不在此列表中。",
        "after must be the next of the page before; that item is in this list no more.");
  }

  Uni<TrailView> trail(String id, AsOf asOf, long before, int limit) {
    String plan = Plan.idOf(id);
    String district = Plan.districtOf(id);
    return transactions.snapshot(transaction ->
        projection
            .setting(transaction, asOf.day(), asOf.knownAt())
            .chain(setting ->
                items
                    .of(transaction, List.of(district), yearOf(plan), setting, asOf)
                    .map(found -> one(found, id))
                    .chain(item -> trail(transaction, item, setting, asOf, before, limit))));
  }

  private static int yearOf(String plan) {
    String year = plan.substring(plan.indexOf('-') + 1);
    return year.matches("[0-9]{4}") ? Integer.parseInt(year) : 0;
  }

  private static SupervisedItem one(List<SupervisedItem> items, String id) {
    return items.stream()
        .filter(item -> item.item().equals(id))
        .findFirst()
        .orElseThrow(() ->
            ProblemException.of(
                ProblemType.NOT_FOUND, "没有工作项 " + id + "。", "There is no work item " + id + "."));
  }

  private Uni<TrailView> trail(
      SqlConnection transaction,
      SupervisedItem item,
      Setting setting,
      AsOf asOf,
      long before,
      int limit) {
    Instant knownAt = asOf.knownAt();
    Instant by = Recorded.by(setting.today(), knownAt);
    List<String> subjects = Stream.concat(Stream.of(item.item()), item.targets().stream()).toList();
    return Uni.combine()
        .all()
        .unis(
            store.published(transaction, item.plan(), by),
            store.steps(transaction, List.of(item.plan()), by),
            problems.beside(transaction, List.of(item.item()), setting.today(), knownAt),
            events.history(
                transaction,
                item.district(),
                subjects,
                before,
                limit + 1,
                setting.today(),
                knownAt),
            freshness.of(transaction, List.of(item.district()), knownAt))
        .with((published, steps, beside, history, fresh) -> {
          List<EventRow> page = history.subList(0, Math.min(limit, history.size()));
          return new TrailView(
              item,
              setting.today(),
              knownAt,
              beside.getOrDefault(item.item(), ItemProblems.NONE),
              published,
              steps.getOrDefault(item.item(), List.of()),
              fresh,
              page,
              history.size() > page.size() ? page.getLast().seq() : null);
        });
  }

  Uni<AppraisalsView> appraisals(String scope, int year, AsOf asOf) {
    return inScope(
        scope,
        asOf,
        (transaction, setting) -> {
          List<String> districts = setting.within(scope);
          return Uni.combine()
              .all()
              .unis(
                  appraisals.of(transaction, districts, year, setting.today(), asOf.knownAt()),
                  freshness.of(transaction, districts, asOf.knownAt()))
              .with((found, fresh) ->
                  new AppraisalsView(
                      scope,
                      year,
                      setting.today(),
                      asOf.knownAt(),
                      fresh,
                      found,
                      fresh.whyNothing(found, UNAPPRAISED)));
        });
  }

  private <T> Uni<T> inScope(
      String scope, AsOf asOf, BiFunction<SqlConnection, Setting, Uni<T>> report) {
    return transactions.snapshot(transaction ->
        projection
            .setting(transaction, asOf.day(), asOf.knownAt())
            .chain(setting ->
                setting.knows(scope)
                    ? report.apply(transaction, setting)
                    : Uni.createFrom().failure(Asked.unknownScope(scope))));
  }
}
