package duban.reporting.template;

import duban.contracts.plan.Plan;
import duban.contracts.plan.Target;
import duban.contracts.plan.Target.Kind;
import duban.contracts.plan.Target.Part;
import duban.reporting.query.PlanTold;
import duban.reporting.target.TargetRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A row to be filled in: of a target, of one of its parts, or of one of its named projects.
 *
 * @param told where the target stands; null while it is not told
 */
record Line(
    String item,
    Target target,
    @Nullable Part part,
    @Nullable String project,
    @Nullable TargetRow told) {

  static List<Line> of(PlanTold plan) {
    Map<String, TargetRow> told =
        plan.targets().stream().collect(Collectors.toMap(TargetRow::target, Function.identity()));
    Plan content = plan.content();
    List<Line> lines = new ArrayList<>();
    content
        .items()
        .forEach(item ->
            item.targets()
                .forEach(
                    target -> add(lines, content.itemId(item), target, told.get(target.id()))));
    return lines;
  }

  private static void add(List<Line> lines, String item, Target target, @Nullable TargetRow told) {
    for (Part part : target.partList()) {
      lines.add(new Line(item, target, part, null, told));
    }
    if (target.kind() == Kind.PROJECT) {
      target
          .projectNames()
          .forEach(project -> lines.add(new Line(item, target, null, project, told)));
    }
    if (target.partList().isEmpty()
        && (target.kind() != Kind.PROJECT || target.projectNames().isEmpty())) {
      lines.add(new Line(item, target, null, null, told));
    }
  }
}
