package duban.plans.comparison;

import duban.contracts.plan.Target;
import duban.contracts.plan.Target.Kind;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The one figure that a target stands for. */
final class Figure {

  private static final BigDecimal ALL = BigDecimal.valueOf(100);

  private Figure() {}

  /** A range counts by its low end, where it is reached; null where there is none. */
  static @Nullable BigDecimal of(Target target) {
    if (target.value() != null) {
      return target.value();
    }
    if (target.low() != null) {
      return target.low();
    }
    if (target.kind() == Kind.COVERAGE) {
      return ALL;
    }
    boolean counted = Boolean.TRUE.equals(target.projectsComplete());
    return counted ? BigDecimal.valueOf(target.projectNames().size()) : null;
  }
}
