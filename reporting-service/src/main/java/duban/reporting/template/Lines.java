package duban.reporting.template;

import duban.contracts.plan.Plan;
import duban.contracts.plan.Target;
import duban.reporting.query.PlanTold;
import duban.reporting.standing.Detail;
import duban.reporting.target.TargetRow;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rows of a plan's workbook, in the plan's order. */
final class Lines {

  private final PlanTold plan;
  private final Map<String, TargetRow> told;

  private Lines(PlanTold plan) {
    this.plan = plan;
    this.told =
        plan.targets().stream().collect(Collectors.toMap(TargetRow::target, Function.identity()));
  }

  static List<Line> of(PlanTold plan) {
    Lines lines = new Lines(plan);
    return plan.content().items().flatMap(lines::ofItem).toList();
  }

  private Stream<Line> ofItem(Plan.WorkItem item) {
    String id = plan.content().itemId(item);
    return item.targets().stream().flatMap(target -> ofTarget(id, target).stream());
  }

  private List<Line> ofTarget(String item, Target target) {
    Detail detail = plan.details().getOrDefault(target.id(), Detail.NONE);
    return Line.of(item, target, told.get(target.id()), detail);
  }
}
