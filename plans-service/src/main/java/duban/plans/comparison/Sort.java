package duban.plans.comparison;

import duban.contracts.plan.Target;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What two targets must have in common before their figures can be set side by side. */
record Sort(Form form, @Nullable String unit, Target.@Nullable Period period) {

  private enum Form {
    COUNT,
    SHARE,
    MONEY,
    FREQUENCY,
    DEED
  }

  static Sort of(Target target) {
    return new Sort(form(target.kind()), target.unit(), target.period());
  }

  /** A unit that one of them leaves out keeps nobody apart: a list of projects often has none. */
  boolean goesWith(Sort other) {
    return form == other.form
        && period == other.period
        && (unit == null || other.unit == null || Objects.equals(unit, other.unit));
  }

  private static Form form(Target.Kind kind) {
    return switch (kind) {
      case QUANTITY, PROJECT -> Form.COUNT;
      case RATIO, COVERAGE -> Form.SHARE;
      case MONEY -> Form.MONEY;
      case FREQUENCY -> Form.FREQUENCY;
      case DEADLINE, NARRATIVE -> Form.DEED;
    };
  }
}
