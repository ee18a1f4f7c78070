package duban.reporting.projection;

import duban.contracts.plan.Plan;
import duban.reporting.catalogue.Setting;
import duban.reporting.event.EventRow;
import duban.reporting.event.EventStore;
import duban.reporting.event.ProgressFact;
import duban.reporting.feed.Change;
import duban.reporting.feed.FeedStore;
import duban.reporting.plan.PlanStore;
import duban.reporting.plan.PlanYear;
import duban.reporting.rollup.CountKey;
import duban.reporting.rollup.CountStore;
import duban.reporting.rollup.CountStore.Counted;
import duban.reporting.rollup.ItemRow;
import duban.reporting.rollup.PlanRow;
import duban.reporting.rollup.Rollup;
import duban.reporting.rollup.RollupRow;
import duban.reporting.rollup.ScopeRow;
import duban.reporting.standing.LightCounts;
import duban.reporting.store.Document;
import duban.reporting.target.Move;
import duban.reporting.target.Resettled;
import duban.reporting.target.Retelling.Told;
import duban.reporting.target.TargetRow;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes what a transaction changed into the feed, as the rows that clients see. */
@ApplicationScoped
class Announcement {

  private final EventStore events;
  private final PlanStore plans;
  private final CountStore counts;
  private final FeedStore feed;

  Announcement(EventStore events, PlanStore plans, CountStore counts, FeedStore feed) {
    this.events = events;
    this.plans = plans;
    this.counts = counts;
    this.feed = feed;
  }

  /** The rows that only a look-up can name. */
  private record Named(
      List<EventRow> events,
      Map<String, PlanRow> plans,
      Map<String, ItemRow> items,
      Map<CountKey, LightCounts> counts) {}

  Uni<Void> announce(
      SqlConnection transaction,
      List<ProgressFact> facts,
      Told told,
      Collection<String> changedPlans,
      List<Change> followed,
      Setting setting) {
    Resettled resettled = Resettled.of(told.moves(), setting);
    TreeSet<String> plansToTell = new TreeSet<>(changedPlans);
    plansToTell.addAll(resettled.plans());
    return named(transaction, facts, told, plansToTell, resettled)
        .map(named -> changes(named, told, resettled, followed, setting))
        .chain(changes ->
            changes.isEmpty()
                ? Uni.createFrom().voidItem()
                : feed.append(transaction, changes).replaceWithVoid());
  }

  private Uni<Named> named(
      SqlConnection transaction,
      List<ProgressFact> facts,
      Told told,
      Collection<String> changedPlans,
      Resettled resettled) {
    Map<CountKey, LightCounts> counted = new HashMap<>();
    told.counts().forEach(row -> counted.put(row.key(), row.counts()));
    TreeSet<String> planIds = new TreeSet<>(changedPlans);
    planIds.addAll(keys(told, CountKey.Kind.PLAN));
    // The four go out together and are answered together.
    return Uni.combine()
        .all()
        .unis(
            events.rows(transaction, facts),
            plans.plans(transaction, planIds),
            plans.items(transaction, keys(told, CountKey.Kind.ITEM)),
            uncounted(transaction, changedPlans, resettled, counted))
        .with((rows, planRows, itemRows, others) -> {
          others.forEach(row -> counted.put(row.key(), row.counts()));
          return new Named(
              rows,
              planRows.stream().collect(Collectors.toMap(PlanRow::plan, Function.identity())),
              itemRows.stream().collect(Collectors.toMap(ItemRow::item, Function.identity())),
              counted);
        });
  }

  /** Counts of plans whose title or state changed, or of what moved, and whose lights did not. */
  private Uni<List<Counted>> uncounted(
      SqlConnection transaction,
      Collection<String> changedPlans,
      Resettled resettled,
      Map<CountKey, LightCounts> counted) {
    TreeSet<CountKey> unknown = new TreeSet<>(resettled.counted());
    changedPlans.forEach(plan -> unknown.add(CountKey.plan(plan, PlanYear.of(plan))));
    unknown.removeAll(counted.keySet());
    Map<CountKey, List<String>> asked =
        unknown.stream()
            .collect(
                Collectors.groupingBy(
                    key -> new CountKey(key.kind(), "", key.year()),
                    Collectors.mapping(CountKey::key, Collectors.toList())));
    return Multi.createFrom()
        .iterable(asked.entrySet())
        .onItem()
        .transformToUniAndConcatenate(group ->
            counts.of(transaction, group.getKey().kind(), group.getValue(), group.getKey().year()))
        .onItem()
        .<Counted>transformToIterable(rows -> rows)
        .collect()
        .asList();
  }

  private static List<String> keys(Told told, CountKey.Kind kind) {
    return told.counts().stream()
        .map(Counted::key)
        .filter(key -> key.kind() == kind)
        .map(CountKey::key)
        .toList();
  }

  private static List<Change> changes(
      Named named, Told told, Resettled resettled, List<Change> followed, Setting setting) {
    List<Change> changes = new ArrayList<>(resettled.gone());
    resettled.counted().stream()
        .filter(key -> key.kind() == CountKey.Kind.SCOPE)
        .filter(key -> told.counts().stream().noneMatch(row -> row.key().equals(key)))
        .map(key -> new Counted(key, named.counts().getOrDefault(key, LightCounts.ZERO)))
        .forEach(row -> changes.add(scope(row, setting)));
    named.events().forEach(row -> changes.add(event(row, setting)));
    told.moves().stream()
        .filter(Move::isVisible)
        .forEach(move -> changes.add(target(move, setting)));
    told.counts().stream()
        .filter(row -> row.key().kind() == CountKey.Kind.ITEM)
        .forEach(row -> changes.add(item(row, named, setting)));
    named.plans().values().forEach(plan -> changes.add(plan(plan, named, setting)));
    told.counts().stream()
        .filter(row -> row.key().kind() == CountKey.Kind.SCOPE)
        .forEach(row -> changes.add(scope(row, setting)));
    told.rollups().forEach(rollup -> changes.add(rollup(rollup, setting)));
    changes.addAll(followed);
    return changes;
  }

  private static Change event(EventRow row, Setting setting) {
    return new Change(
        "event", row.path(), setting.scopesOf(row.district()), row.year(), Document.write(row));
  }

  private static Change target(Move move, Setting setting) {
    TargetRow row = move.row();
    return new Change(
        "target",
        row.target(),
        setting.scopesOf(row.district()),
        row.year(),
        move.after() == null ? null : Document.write(row));
  }

  private static Change item(Counted counted, Named named, Setting setting) {
    String id = counted.key().key();
    ItemRow item = named.items().get(id);
    return new Change(
        "item",
        id,
        setting.scopesOf(Plan.districtOf(id)),
        counted.key().year(),
        item == null ? null : Document.write(item.with(counted.counts())));
  }

  private static Change plan(PlanRow plan, Named named, Setting setting) {
    LightCounts lights =
        named.counts().getOrDefault(CountKey.plan(plan.plan(), plan.year()), LightCounts.ZERO);
    return new Change(
        "plan",
        plan.plan(),
        setting.scopesOf(plan.district()),
        plan.year(),
        Document.write(plan.with(lights)));
  }

  private static Change scope(Counted counted, Setting setting) {
    String scope = counted.key().key();
    int year = counted.key().year();
    ScopeRow row = ScopeRow.of(scope, year, counted.counts(), setting.catalogue(), setting.today());
    return new Change(
        "scope",
        scope,
        setting.watchersOf(scope),
        year,
        counted.counts().targets() == 0 ? null : Document.write(row));
  }

  private static Change rollup(Rollup rollup, Setting setting) {
    RollupRow row = RollupRow.of(rollup, setting.catalogue(), setting.today());
    return new Change(
        "rollup",
        rollup.key().path(),
        setting.watchersOf(rollup.key().scope()),
        rollup.key().year(),
        row.targets() == 0 ? null : Document.write(row));
  }
}
