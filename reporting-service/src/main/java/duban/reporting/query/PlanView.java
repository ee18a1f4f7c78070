package duban.reporting.query;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import duban.contracts.plan.Plan;
import duban.contracts.plan.Plan.WorkItem;
import duban.reporting.freshness.Freshness;
import duban.reporting.hindsight.MonthLight;
import duban.reporting.hindsight.Told;
import duban.reporting.hindsight.ToldPlan;
import duban.reporting.problem.ItemProblems;
import duban.reporting.question.Viewpoint;
import duban.reporting.rollup.ItemRow;
import duban.reporting.rollup.PlanRow;
import duban.reporting.standing.LightCounts;
import duban.reporting.targets.TargetRow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A plan's outline with the lights of its items and the standings of its targets.
 *
 * @param months by target, the light that each month kept; absent unless asked for
 */
@Schema(name = "PlanStanding")
public record PlanView(
    @JsonUnwrapped PlanRow plan,
    LocalDate asOf,
    @Nullable Instant knownAt,
    Freshness freshness,
    List<Section> sections,
    @Nullable Map<String, List<MonthLight>> months) {

  @Schema(name = "SectionStanding")
  public record Section(
      @Nullable String no, @Nullable String title, @Nullable String titleEn, List<Item> items) {}

  public record Item(@JsonUnwrapped ItemRow item, ItemProblems problems, List<TargetRow> targets) {}

  static PlanView of(
      ToldPlan told,
      Viewpoint from,
      Freshness freshness,
      Map<String, ItemProblems> problems,
      @Nullable Map<String, List<MonthLight>> months) {
    Plan content = told.content();
    Map<String, Told> targets =
        told.targets().stream()
            .collect(Collectors.toMap(one -> one.place().target(), Function.identity()));
    List<Section> sections =
        content.sections().stream()
            .map(section ->
                new Section(
                    section.no(),
                    section.title(),
                    section.titleEn(),
                    section.items().stream()
                        .map(item -> item(content, item, targets, problems))
                        .toList()))
            .toList();
    return new PlanView(told.row(), from.day(), from.knownAt(), freshness, sections, months);
  }

  private static Item item(
      Plan content, WorkItem item, Map<String, Told> targets, Map<String, ItemProblems> problems) {
    List<Told> told =
        item.targets().stream()
            .map(target -> targets.get(target.id()))
            .filter(Objects::nonNull)
            .toList();
    LightCounts counts =
        told.stream().map(Told::counts).reduce(LightCounts.ZERO, LightCounts::plus);
    ItemRow row =
        ItemRow.of(
            content.itemId(item), content.id(), item.no(), item.title(), item.titleEn(), counts);
    return new Item(
        row,
        problems.getOrDefault(row.item(), ItemProblems.NONE),
        told.stream().map(Told::row).toList());
  }
}
