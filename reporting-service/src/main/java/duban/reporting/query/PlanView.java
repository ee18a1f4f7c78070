package duban.reporting.query;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import duban.contracts.Text;
import duban.contracts.plan.Plan;
import duban.contracts.plan.Plan.WorkItem;
import duban.reporting.calendar.Calendar;
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
 * @param publishedAt when its first revision was published
 * @param notice that the day lies before that, so that nobody takes its lights for a judgement
 * @param months by target, the light that each month kept; absent unless asked for
 */
@Schema(name = "PlanStanding")
public record PlanView(
    @JsonUnwrapped PlanRow plan,
    LocalDate asOf,
    @Nullable Instant knownAt,
    Freshness freshness,
    Instant publishedAt,
    @Nullable Text notice,
    List<Section> sections,
    @Nullable Map<String, List<MonthLight>> months) {

  @Schema(name = "SectionStanding")
  public record Section(
      @Nullable String no, @Nullable String title, @Nullable String titleEn, List<Item> items) {}

  /**
   * @param item without the number of its targets, which stand beside it under that name
   */
  public record Item(
      @JsonUnwrapped @JsonIgnoreProperties("targets") ItemRow item,
      ItemProblems problems,
      List<TargetRow> targets) {}

  static PlanView of(
      ToldPlan told,
      Viewpoint from,
      Freshness freshness,
      Instant publishedAt,
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
    return new PlanView(
        told.row(),
        from.day(),
        from.knownAt(),
        freshness,
        publishedAt,
        notice(from.day(), publishedAt),
        sections,
        months);
  }

  /** The lights of such a day are told all the same: the plan counts its days from its start. */
  private static @Nullable Text notice(LocalDate day, Instant publishedAt) {
    LocalDate published = LocalDate.ofInstant(publishedAt, Calendar.ZONE);
    return day.isBefore(published)
        ? new Text(
            "该计划于 %s 发布，截至 %s 尚未发布；所示状态按发布后的计划推算。".formatted(published, day),
            "Published on %s, so not yet on %s: the lights are worked out from what it says since."
                .formatted(published, day))
        : null;
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
