package duban.plans.review;

import duban.contracts.plan.Plan;
import duban.contracts.plan.Plan.Section;
import duban.contracts.plan.Plan.WorkItem;
import duban.contracts.plan.Target;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A plan's sections and items without its targets, and what can be made of them. */
public record Outline(Plan plan) {

  public Optional<WorkItem> item(String key) {
    return plan.items().filter(item -> item.key().equals(key)).findFirst();
  }

  /** The key of the item that a target's id names, {@code 320412-2022.1.2.3 -> 1.2}; else "". */
  static String itemOf(String targetId) {
    int first = targetId.indexOf('.');
    int last = targetId.lastIndexOf('.');
    return first < 0 || first == last ? "" : targetId.substring(first + 1, last);
  }

  /** The plan with each item's targets, by the item's key. */
  Plan with(Map<String, List<Target>> targets) {
    return items(item -> item.with(targets.getOrDefault(item.key(), List.of()))).plan();
  }

  /** A plan of one item and one target, which rules can look at apart from all others. */
  Plan only(WorkItem item, Target target) {
    WorkItem alone = item.with(List.of(target));
    return plan(plan.title(), List.of(new Section(null, null, null, List.of(alone))));
  }

  Outline items(UnaryOperator<WorkItem> change) {
    return new Outline(
        plan(
            plan.title(),
            plan.sections().stream()
                .map(section ->
                    new Section(
                        section.no(),
                        section.title(),
                        section.titleEn(),
                        section.items().stream().map(change).toList()))
                .toList()));
  }

  Plan plan(String title, List<Section> sections) {
    return new Plan(
        plan.district(),
        plan.year(),
        title,
        plan.titleEn(),
        plan.starts(),
        plan.ends(),
        plan.zone(),
        plan.reportingIntervalDays(),
        sections);
  }
}
