package duban.reporting.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import duban.contracts.Json;
import duban.door.ProblemException;
import duban.reporting.catalogue.Setting;
import duban.reporting.discipline.DisciplineReports;
import duban.reporting.discipline.MonthDiscipline;
import duban.reporting.discipline.MonthDiscipline.Owed;
import duban.reporting.event.EventRow;
import duban.reporting.plan.PlanStore;
import duban.reporting.problem.ProblemFilter;
import duban.reporting.problem.ProblemPlace;
import duban.reporting.problem.ProblemRow;
import duban.reporting.problem.Problems;
import duban.reporting.projection.Projection;
import duban.reporting.query.PlanView;
import duban.reporting.query.RollupsView;
import duban.reporting.query.Telling;
import duban.reporting.question.AsOf;
import duban.reporting.question.Asked;
import duban.reporting.rollup.PlanRow;
import duban.reporting.store.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads lists row by row. It blocks while a reader is slow, so it runs on virtual threads only. */
@ApplicationScoped
class Exports {

  private static final int PAGE_ROWS = 200;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Transactions transactions;
  private final Projection projection;
  private final PlanStore plans;
  private final Telling telling;
  private final Problems problems;
  private final DisciplineReports discipline;

  Exports(
      Transactions transactions,
      Projection projection,
      PlanStore plans,
      Telling telling,
      Problems problems,
      DisciplineReports discipline) {
    this.transactions = transactions;
    this.projection = projection;
    this.plans = plans;
    this.telling = telling;
    this.problems = problems;
    this.discipline = discipline;
  }

  /**
   * A list that is asked for.
   *
   * @param day null: today
   * @param knownAt what came later is left out, so that a long list is of one moment
   */
  record Wish(Listing list, String scope, int year, @Nullable LocalDate day, Instant knownAt) {}

  /** Ready to be read: what could be refused was refused. */
  record Ready(Wish wish, Setting setting) {

    LocalDate day() {
      return setting.today();
    }
  }

  Ready ready(Wish wish) {
    Setting setting =
        await(
            transactions.snapshot(
                transaction -> projection.setting(transaction, wish.day(), wish.knownAt())));
    if (!setting.knows(wish.scope())) {
      throw Asked.unknownScope(wish.scope());
    }
    return new Ready(wish, setting);
  }

  void read(Ready ready, Consumer<JsonNode> rows) {
    switch (ready.wish().list()) {
      case TARGETS ->
          eachPlan(
              ready,
              plan ->
                  plan.sections().stream()
                      .flatMap(section -> section.items().stream())
                      .flatMap(item -> item.targets().stream())
                      .forEach(target -> rows.accept(json(target))));
      case ITEMS ->
          eachPlan(
              ready,
              plan ->
                  plan.sections().stream()
                      .flatMap(section -> section.items().stream())
                      .forEach(item -> rows.accept(json(item.item()))));
      case PLANS -> eachPlan(ready, plan -> rows.accept(json(plan.plan())));
      case ROLLUPS -> rollups(ready, rows);
      case EVENTS ->
          ready.setting().within(ready.wish().scope()).forEach(code -> events(ready, code, rows));
      case PROBLEMS -> problems(ready, rows);
      case DISCIPLINE ->
          months(ready, null, false)
              .forEach(month ->
                  month.districts().forEach(district -> rows.accept(row(month, district))));
      case REPORTS -> reports(ready, rows);
      case INDICATORS ->
          ready.setting().catalogue().indicators().entrySet().stream()
              .sorted(Map.Entry.comparingByKey())
              .forEach(entry -> rows.accept(json(entry.getValue())));
      case DISTRICTS ->
          ready.setting().within(ready.wish().scope()).stream()
              .map(code -> ready.setting().catalogue().tree().at(code, ready.day()))
              .flatMap(Optional::stream)
              .forEach(district -> rows.accept(json(district)));
    }
  }

  /** One after the other: a plan is the most that is in memory. */
  private void eachPlan(Ready ready, Consumer<PlanView> told) {
    Wish wish = ready.wish();
    List<PlanRow> found =
        await(
            transactions.snapshot(transaction ->
                plans.plansOf(transaction, ready.setting().within(wish.scope()), wish.year())));
    for (PlanRow row : found) {
      plan(row.plan(), ready).ifPresent(told);
    }
  }

  /** Empty for a plan that was not published by then. */
  private Optional<PlanView> plan(String plan, Ready ready) {
    try {
      return Optional.of(await(telling.plan(plan, ready.day(), ready.wish().knownAt())));
    } catch (ProblemException unknown) {
      return Optional.empty();
    }
  }

  private void rollups(Ready ready, Consumer<JsonNode> rows) {
    Wish wish = ready.wish();
    RollupsView view =
        await(telling.rollups(wish.scope(), wish.year(), ready.day(), wish.knownAt()));
    for (RollupsView.Row row : view.rows()) {
      ObjectNode total = json(row.total());
      rows.accept(total);
      for (RollupsView.District district : row.districts()) {
        ObjectNode one = total.deepCopy();
        one.setAll(json(district));
        one.remove("district");
        one.put("scope", district.district());
        one.put("scopeName", district.name()).put("scopeNameEn", district.nameEn());
        // A district's row has names of its own; these are the indicator's.
        one.put("name", row.total().name()).put("nameEn", row.total().nameEn());
        rows.accept(one);
      }
    }
  }

  private void problems(Ready ready, Consumer<JsonNode> rows) {
    Wish wish = ready.wish();
    ProblemFilter filter = ProblemFilter.of(ready.setting().within(wish.scope()), wish.year());
    ProblemPlace after = null;
    List<ProblemRow> page;
    do {
      ProblemPlace from = after;
      page =
          await(
              transactions.snapshot(transaction ->
                  problems.page(
                      transaction, filter, ready.day(), wish.knownAt(), from, PAGE_ROWS)));
      page.forEach(row -> rows.accept(json(row)));
      after = page.isEmpty() ? after : page.getLast().place();
    } while (!page.isEmpty());
  }

  /** Month by month: the reports of one are the most that is in memory. */
  private void reports(Ready ready, Consumer<JsonNode> rows) {
    for (MonthDiscipline brief : months(ready, null, false)) {
      for (MonthDiscipline month : months(ready, brief.month(), true)) {
        for (MonthDiscipline.District district : month.districts()) {
          Objects.requireNonNullElse(district.targets(), List.<Owed>of())
              .forEach(owed -> rows.accept(row(month, district).setAll(json(owed))));
        }
      }
    }
  }

  private List<MonthDiscipline> months(Ready ready, @Nullable YearMonth month, boolean detailed) {
    Wish wish = ready.wish();
    AsOf asOf = new AsOf(ready.day(), wish.knownAt());
    return await(discipline.of(wish.scope(), wish.year(), month, detailed, asOf)).months();
  }

  private static ObjectNode row(MonthDiscipline month, MonthDiscipline.District district) {
    return json(district.brief())
        .put("month", month.month().toString())
        .put("dueBy", month.due().toString());
  }

  private void events(Ready ready, String district, Consumer<JsonNode> rows) {
    Wish wish = ready.wish();
    long after = 0;
    List<EventRow> page;
    do {
      page = await(telling.events(district, wish.year(), after, ready.day(), wish.knownAt()));
      page.forEach(row -> rows.accept(json(row)));
      after = page.isEmpty() ? after : page.getLast().seq();
    } while (!page.isEmpty());
  }

  private static ObjectNode json(Object row) {
    return Json.lenient().valueToTree(row);
  }

  private static <T> T await(Uni<T> answer) {
    return answer.await().atMost(PATIENCE);
  }
}
