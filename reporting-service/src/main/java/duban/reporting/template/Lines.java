package duban.reporting.template;

import duban.contracts.plan.Plan;
import duban.contracts.plan.Target;
import duban.reporting.hindsight.Told;
import duban.reporting.query.PlanTold;
import duban.reporting.standing.Detail;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rows of a plan's workbook, in the plan's order. */
final class Lines {

  private final Plan plan;
  private final Map<String, Told> told;

  private Lines(PlanTold plan) {
    this.plan = plan.content();
    this.told =
        plan.told().stream()
            .collect(Collectors.toMap(one -> one.place().target(), Function.identity()));
  }

  static List<Line> of(PlanTold plan) {
    Lines lines = new Lines(plan);
    return lines.plan.items().flatMap(lines::ofItem).toList();
  }

  private Stream<Line> ofItem(Plan.WorkItem item) {
    String id = plan.itemId(item);
    return item.targets().stream().flatMap(target -> ofTarget(id, target).stream());
  }

  private List<Line> ofTarget(String item, Target target) {
    Told known = told.get(target.id());
    return known == null
        ? Line.of(item, target, null, Detail.NONE)
        : Line.of(item, target, known.row(), known.standing().detail());
  }
}
