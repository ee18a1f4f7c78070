package duban.reporting.template;

import duban.contracts.plan.Target;
import duban.contracts.plan.Target.Kind;
import duban.contracts.plan.Target.Part;
import duban.reporting.standing.Detail;
import duban.reporting.standing.Detail.PartRow;
import duban.reporting.standing.Detail.ProjectRow;
import duban.reporting.targets.TargetRow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A row to be filled in: of a target, of one of its parts, or of one of its projects.
 *
 * @param project null for no project, or one that has no name yet
 * @param told where the target stands; null while it is not told
 */
record Line(
    String item,
    Target target,
    @Nullable Part part,
    @Nullable String project,
    @Nullable TargetRow told,
    Detail detail) {

  /** Of projects without a name; more are handed in with another workbook. */
  private static final int MOST_SPARE = 10;

  static List<Line> of(String item, Target target, @Nullable TargetRow told, Detail detail) {
    Line whole = new Line(item, target, null, null, told, detail);
    if (target.kind() == Kind.PROJECT) {
      return projects(whole);
    }
    return target.partList().isEmpty()
        ? List.of(whole)
        : target.partList().stream()
            .map(part -> new Line(item, target, part, null, told, detail))
            .toList();
  }

  /** Those the plan names, those that were reported beside them, and room for what has no name. */
  private static List<Line> projects(Line whole) {
    Set<String> names = new LinkedHashSet<>(whole.target.projectNames());
    whole.detail.projects().stream()
        .map(ProjectRow::project)
        .filter(Objects::nonNull)
        .forEach(names::add);
    List<Line> lines = new ArrayList<>();
    names.forEach(name ->
        lines.add(new Line(whole.item, whole.target, null, name, whole.told, whole.detail)));
    for (int i = 0; i < whole.spare(names.size()); i++) {
      lines.add(whole);
    }
    return lines;
  }

  private int spare(int named) {
    if (Boolean.TRUE.equals(target.projectsComplete()) && named > 0) {
      return 0;
    }
    BigDecimal value = target.value();
    int promised = value == null ? 1 : value.min(BigDecimal.valueOf(MOST_SPARE + named)).intValue();
    return Math.clamp((long) promised - named, 1, MOST_SPARE);
  }

  Optional<PartRow> partTold() {
    return detail.parts().stream()
        .filter(row -> part != null && row.key().equals(part.key()))
        .findFirst();
  }

  Optional<ProjectRow> projectTold() {
    return detail.projects().stream()
        .filter(row -> Objects.equals(row.project(), project))
        .findFirst();
  }
}
