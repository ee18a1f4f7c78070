package duban.reporting.line;

import duban.contracts.catalogue.Programme;
import duban.contracts.plan.Plan;
import duban.contracts.problem.ProblemType;
import duban.door.ProblemException;
import duban.reporting.freshness.Freshness;
import duban.reporting.freshness.FreshnessStore;
import duban.reporting.hindsight.Hindsight;
import duban.reporting.hindsight.Hindsight.ToldTarget;
import duban.reporting.hindsight.Told;
import duban.reporting.hindsight.ToldPlan;
import duban.reporting.line.ProgrammeView.Year;
import duban.reporting.question.AsOf;
import duban.reporting.question.Viewpoint;
import duban.reporting.question.Viewpoints;
import duban.reporting.store.Transactions;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Tells the lines of targets and programmes. */
@ApplicationScoped
class Lines {

  /** Years and branches of one promise; a longer line is cut, and a ring is walked once. */
  private static final int MOST_TARGETS = 50;

  private static final int MOST_SLICES = 2_000;

  private static final Comparator<ToldTarget> BY_YEAR =
      Comparator.comparingInt((ToldTarget one) -> one.told().place().year())
          .thenComparing(one -> one.told().place().district())
          .thenComparing(one -> one.told().place().target());

  private final Transactions transactions;
  private final Viewpoints viewpoints;
  private final Hindsight hindsight;
  private final FreshnessStore freshness;
  private final LineStore store;

  Lines(
      Transactions transactions,
      Viewpoints viewpoints,
      Hindsight hindsight,
      FreshnessStore freshness,
      LineStore store) {
    this.transactions = transactions;
    this.viewpoints = viewpoints;
    this.hindsight = hindsight;
    this.freshness = freshness;
    this.store = store;
  }

  /**
   * @param maySee whether the caller may see a district
   */
  Uni<LineView> target(String id, AsOf asOf, Predicate<String> maySee) {
    return transactions.snapshot(transaction ->
        viewpoints
            .of(transaction, asOf)
            .chain(from ->
                store
                    .line(transaction, id, MOST_TARGETS)
                    .chain(line -> target(transaction, id, line, from, maySee))));
  }

  private Uni<LineView> target(
      SqlConnection transaction,
      String id,
      List<String> line,
      Viewpoint from,
      Predicate<String> maySee) {
    List<String> seen = line.stream().filter(one -> maySee.test(Plan.districtOf(one))).toList();
    Set<String> districts = seen.stream().map(Plan::districtOf).collect(Collectors.toSet());
    return told(transaction, seen, from)
        .chain(told -> {
          if (!told.containsKey(id)) {
            return Uni.createFrom().failure(unknown(id));
          }
          return freshness
              .of(transaction, districts, from.knownAt())
              .map(fresh -> view(id, seen, told, from, fresh, line.size() - seen.size()));
        });
  }

  /** By id: those that are promised in two looks, and the few that were dropped one by one. */
  private Uni<Map<String, ToldTarget>> told(
      SqlConnection transaction, List<String> ids, Viewpoint from) {
    return promised(transaction, ids, from)
        .chain(found ->
            Multi.createFrom()
                .iterable(ids.stream().filter(id -> !found.containsKey(id)).toList())
                .onItem()
                .transformToUniAndConcatenate(id -> hindsight.target(transaction, id, from))
                .collect()
                .asList()
                .invoke(more -> more.forEach(one -> found.put(one.told().place().target(), one)))
                .replaceWith(found));
  }

  private Uni<Map<String, ToldTarget>> promised(
      SqlConnection transaction, List<String> ids, Viewpoint from) {
    Set<String> wanted = Set.copyOf(ids);
    Set<String> plans = new TreeSet<>(ids.stream().map(Plan::idOf).toList());
    return hindsight
        .plans(transaction, plans, from)
        .map(told -> {
          Map<String, ToldTarget> found = new HashMap<>();
          for (ToldPlan plan : told) {
            for (Told one : plan.targets()) {
              if (wanted.contains(one.place().target())) {
                found.put(one.place().target(), new ToldTarget(one, false, plan.revision()));
              }
            }
          }
          return found;
        });
  }

  private static LineView view(
      String id,
      List<String> line,
      Map<String, ToldTarget> told,
      Viewpoint from,
      Freshness fresh,
      int withheld) {
    List<ToldTarget> inOrder = told.values().stream().sorted(BY_YEAR).toList();
    SoFar soFar = SoFar.over(inOrder.stream().map(ToldTarget::told).toList());
    List<LineYear> years = new ArrayList<>();
    for (ToldTarget one : inOrder) {
      years.add(LineYear.of(one.told(), one.dropped(), soFar.and(one.told())));
    }
    return new LineView(
        id,
        SoFar.measure(inOrder.getLast().told()),
        from.day(),
        from.knownAt(),
        fresh,
        years,
        line.stream().filter(one -> !told.containsKey(one)).sorted().toList(),
        withheld);
  }

  Uni<ProgrammeView> programme(String key, String scope, AsOf asOf) {
    return transactions.snapshot(transaction ->
        viewpoints
            .of(transaction, asOf)
            .chain(from -> {
              Programme programme = from.setting().catalogue().programmes().get(key);
              return programme == null
                  ? Uni.createFrom().failure(unknown(key))
                  : programme(transaction, programme, scope, from);
            }));
  }

  private Uni<ProgrammeView> programme(
      SqlConnection transaction, Programme programme, String scope, Viewpoint from) {
    List<String> districts = from.setting().within(scope);
    return store
        .slices(transaction, programme.key(), districts, MOST_SLICES)
        .chain(slices -> promised(transaction, slices, from))
        .chain(told ->
            freshness
                .of(transaction, districts, from.knownAt())
                .map(fresh -> view(programme, scope, told, from, fresh)));
  }

  private static ProgrammeView view(
      Programme programme,
      String scope,
      Map<String, ToldTarget> told,
      Viewpoint from,
      Freshness fresh) {
    Slices slices = new Slices(programme, scope, from.setting());
    List<Year> years =
        slices.years(told.values().stream().sorted(BY_YEAR).map(ToldTarget::told).toList());
    BigDecimal reached = slices.over(years, Year::reached);
    return new ProgrammeView(
        programme,
        scope,
        from.day(),
        from.knownAt(),
        fresh,
        years,
        slices.over(years, Year::promised),
        reached,
        slices.share(reached));
  }

  private static ProblemException unknown(String id) {
    return ProblemException.of(
        ProblemType.NOT_FOUND, "没有找到 " + id + "。", "There is no " + id + ".");
  }
}
