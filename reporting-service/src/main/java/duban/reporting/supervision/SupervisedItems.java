package duban.reporting.supervision;

import duban.reporting.calendar.Recorded;
import duban.reporting.catalogue.Setting;
import duban.reporting.hindsight.Hindsight;
import duban.reporting.hindsight.Told;
import duban.reporting.hindsight.ToldPlan;
import duban.reporting.question.AsOf;
import duban.reporting.question.Viewpoint;
import duban.reporting.supervision.SupervisedItem.Outlined;
import duban.reporting.supervision.SupervisedItem.Reports;
import duban.reporting.targets.TargetRow;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts together what is known of work items, for callers that hold a transaction. */
@ApplicationScoped
class SupervisedItems {

  private final SupervisionStore store;
  private final Hindsight hindsight;

  SupervisedItems(SupervisionStore store, Hindsight hindsight) {
    this.store = store;
    this.hindsight = hindsight;
  }

  /**
   * Those of a year's plans, in the order of their documents. Being assigned is a step like the
   * others, so an item that was published later than the day is not there yet.
   */
  Uni<List<SupervisedItem>> of(
      SqlClient client, Collection<String> districts, int year, Setting setting, AsOf asOf) {
    Instant by = Recorded.by(setting.today(), asOf.knownAt());
    return store
        .items(client, districts, year, by)
        .chain(outlined -> {
          List<String> plans = outlined.stream().map(Outlined::plan).distinct().toList();
          List<String> subjects = outlined.stream().flatMap(SupervisedItems::subjects).toList();
          Viewpoint from = new Viewpoint(setting, asOf.knownAt(), false);
          return Uni.combine()
              .all()
              .unis(
                  store.steps(client, plans, by),
                  store.reports(client, subjects, setting.today(), asOf.knownAt()),
                  hindsight.plans(client, plans, from).map(SupervisedItems::owed))
              .with((steps, reports, owed) ->
                  outlined.stream()
                      .map(item -> told(item, steps, reports, owed, setting))
                      .toList());
        });
  }

  /** By item. */
  private static Map<String, List<OwedExplanation>> owed(List<ToldPlan> plans) {
    return plans.stream()
        .flatMap(plan -> plan.targets().stream())
        .map(Told::row)
        .filter(row -> row.explanationDue() != null)
        .collect(
            Collectors.groupingBy(
                TargetRow::item, Collectors.mapping(OwedExplanation::of, Collectors.toList())));
  }

  private static Stream<String> subjects(Outlined item) {
    return Stream.concat(Stream.of(item.item()), item.targets().stream());
  }

  private static SupervisedItem told(
      Outlined item,
      Map<String, List<LoopStep>> steps,
      Map<String, Reports> reports,
      Map<String, List<OwedExplanation>> owed,
      Setting setting) {
    Reports all =
        subjects(item)
            .map(subject -> reports.getOrDefault(subject, Reports.NONE))
            .reduce(Reports.NONE, Reports::plus);
    return SupervisedItem.of(
        item,
        steps.getOrDefault(item.item(), List.of()),
        all,
        owed.getOrDefault(item.item(), List.of()),
        setting.today(),
        setting.catalogue().settings().remindDays());
  }
}
