package duban.reporting.standing;

import duban.contracts.plan.Target;
import duban.contracts.plan.Target.Milestone;
import duban.reporting.standing.Observation.Stepped;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/**
 * The furthest step of each project; a later step implies the earlier ones. Where the target is one
 * project only, its name does not matter: two spellings of one school are not two schools.
 */
record Steps(Definition definition, Map<String, Milestone> furthest) implements Tally {

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
    Map<String, Milestone> next = new TreeMap<>(furthest);
    next.merge(name(stepped), stepped.milestone(), (a, b) -> a.compareTo(b) >= 0 ? a : b);
    return new Steps(definition, next);
  }

  private String name(Stepped stepped) {
    return isSingle() || stepped.project() == null ? "" : stepped.project();
  }

  private boolean isSingle() {
    return definition.promised().compareTo(BigDecimal.ONE) == 0;
  }

  @Override
  public Result result(Definition ofTarget) {
    Milestone last =
        ofTarget.target().finalMilestone() != null
            ? ofTarget.target().finalMilestone()
            : Milestone.COMPLETED;
    long finished = furthest.values().stream().filter(step -> step.compareTo(last) >= 0).count();
    return Result.of(ofTarget, BigDecimal.valueOf(finished));
  }
}
