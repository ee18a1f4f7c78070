package duban.plans.review;

import duban.contracts.plan.Target;
import org.jspecify.annotations.Nullable;

/** A target with one thing changed. */
final class Targets {

  private Targets() {}

  static Target mapped(Target target, @Nullable String indicator) {
    return new Target(
        target.id(),
        target.title(),
        target.titleEn(),
        target.kind(),
        target.operator(),
        target.strict(),
        target.value(),
        target.low(),
        target.high(),
        target.unit(),
        target.stated(),
        indicator,
        target.measure(),
        target.baseline(),
        target.denominator(),
        target.scope(),
        target.start(),
        target.due(),
        target.projects(),
        target.projectsComplete(),
        target.finalMilestone(),
        target.period(),
        target.pace(),
        target.parts(),
        target.continues(),
        target.programme());
  }
}
