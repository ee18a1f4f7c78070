package duban.reporting.standing;

import duban.contracts.plan.Target;
import duban.contracts.plan.Target.Milestone;
import duban.reporting.promise.Definition;
import duban.reporting.standing.Detail.ProjectRow;
import duban.reporting.standing.Observation.Stepped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The furthest step of each project; a later step implies the earlier ones. Where the target is one
 * project only, its name does not matter: two spellings of one school are not two schools.
 */
record Steps(Definition definition, Map<String, Step> furthest) implements Tally {

  /** A step, and the day on which the project first came to it. */
  record Step(Milestone milestone, LocalDate on) {
    Step further(Step other) {
      return other.milestone.compareTo(milestone) > 0 ? other : this;
    }
  }

  static Steps of(Definition definition) {
    return new Steps(definition, Map.of());
  }

  static boolean isCompleted(Milestone milestone) {
    return milestone.compareTo(Milestone.COMPLETED) >= 0;
  }

  @Override
  public boolean counts(Observation observation) {
    return observation instanceof Stepped stepped && isNamed(stepped);
  }

  private boolean isNamed(Stepped stepped) {
    Target target = definition.target();
    return isSingle()
        || !Boolean.TRUE.equals(target.projectsComplete())
        || target.projectNames().contains(stepped.project());
  }

  @Override
  public Tally plus(Observation observation) {
    if (!(observation instanceof Stepped stepped)) {
      return this;
    }
    Map<String, Step> next = new TreeMap<>(furthest);
    next.merge(name(stepped), new Step(stepped.milestone(), stepped.day()), Step::further);
    return new Steps(definition, next);
  }

  private String name(Stepped stepped) {
    return isSingle() || stepped.project() == null ? "" : stepped.project();
  }

  private boolean isSingle() {
    return definition.promised().compareTo(BigDecimal.ONE) == 0;
  }

  @Override
  public Result result(Definition ofTarget, LocalDate day) {
    long finished = furthest.values().stream().filter(this::isFinished).count();
    return Result.of(ofTarget, BigDecimal.valueOf(finished));
  }

  private boolean isFinished(@Nullable Step step) {
    Milestone last = definition.target().finalMilestone();
    return step != null
        && step.milestone().compareTo(last != null ? last : Milestone.COMPLETED) >= 0;
  }

  /** Those the plan names, even with nothing yet, then the others that were reported. */
  List<ProjectRow> rows() {
    List<String> named = definition.target().projectNames();
    if (isSingle()) {
      return List.of(row(named.isEmpty() ? null : named.getFirst(), furthest.get("")));
    }
    List<ProjectRow> rows = new ArrayList<>();
    named.forEach(name -> rows.add(row(name, furthest.get(name))));
    furthest.forEach((name, step) -> {
      if (!named.contains(name)) {
        rows.add(row(name.isEmpty() ? null : name, step));
      }
    });
    return rows;
  }

  private ProjectRow row(@Nullable String name, @Nullable Step step) {
    return new ProjectRow(
        name,
        step == null ? null : step.milestone(),
        step == null ? null : step.on(),
        isFinished(step));
  }
}
