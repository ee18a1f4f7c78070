package duban.plans.rules;

import duban.contracts.plan.Target;
import duban.contracts.plan.Target.Kind;
import duban.contracts.plan.Target.Operator;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the figures of a target must be, kind by kind. */
final class FigureRules {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final String PER_CENT = "%";
  private static final String YUAN = "元";

  private FigureRules() {}

  static void check(Target target, String at, Faults faults) {
    switch (target.kind()) {
      case QUANTITY -> amount(target, at, faults);
      case MONEY -> {
        amount(target, at, faults);
        unit(target, YUAN, at, faults);
      }
      case RATIO -> {
        compared(target, at, faults);
        share(target, at, faults);
      }
      // Without a figure it is all of them.
      case COVERAGE -> share(target, at, faults);
      case PROJECT -> projects(target, at, faults);
      case FREQUENCY -> frequency(target, at, faults);
      case DEADLINE ->
          faults.unless(
              target.operator() != Operator.RANGE,
              at + "/operator",
              "期限目标不用区间。",
              "A deadline has no range.");
      case NARRATIVE -> narrative(target, at, faults);
    }
    range(target, at, faults);
    extras(target, at, faults);
  }

  private static void amount(Target target, String at, Faults faults) {
    compared(target, at, faults);
    faults.unless(target.unit() != null, at + "/unit", "必须填写。", "Is required.");
    boolean mayBeZero =
        target.operator() == Operator.AT_MOST || target.operator() == Operator.EQUAL;
    sign(target.value(), mayBeZero, at + "/value", faults);
    sign(target.low(), false, at + "/low", faults);
    sign(target.high(), false, at + "/high", faults);
  }

  /** There is an operator, and the figure or the two ends it compares with. */
  private static void compared(Target target, String at, Faults faults) {
    faults.unless(target.operator() != null, at + "/operator", "必须填写。", "Is required.");
    if (target.operator() != Operator.RANGE) {
      faults.unless(target.value() != null, at + "/value", "必须填写。", "Is required.");
    }
  }

  private static void share(Target target, String at, Faults faults) {
    unit(target, PER_CENT, at, faults);
    percent(target.value(), at + "/value", faults);
    percent(target.low(), at + "/low", faults);
    percent(target.high(), at + "/high", faults);
  }

  private static void projects(Target target, String at, Faults faults) {
    BigDecimal value = target.value();
    faults.unless(
        target.operator() == null
            || target.operator() == Operator.EQUAL
            || target.operator() == Operator.AT_LEAST,
        at + "/operator",
        "项目数只用 = 或 >=。",
        "Projects are counted with = or >=.");
    if (value == null) {
      return;
    }
    whole(value, at, faults);
    int named = target.projectNames().size();
    faults.unless(
        fits(target, named, value),
        at + "/value",
        "与所列项目数（" + named + "）不符。",
        "Does not agree with the " + named + " projects named.");
  }

  /**
   * All of those that are named, or some that have no name yet as well, or at least so many of
   * them. At least one of several is not taken: a single project counts whatever its name.
   */
  private static boolean fits(Target target, int named, BigDecimal value) {
    int compared = BigDecimal.valueOf(named).compareTo(value);
    if (compared > 0) {
      return target.operator() == Operator.AT_LEAST && value.compareTo(BigDecimal.ONE) > 0;
    }
    return compared == 0 || !Boolean.TRUE.equals(target.projectsComplete());
  }

  private static void frequency(Target target, String at, Faults faults) {
    faults.unless(target.period() != null, at + "/period", "必须填写。", "Is required.");
    faults.unless(
        target.value() != null,
        at + "/value",
        "必须填写每周期次数。",
        "The count due in each period is required.");
    faults.unless(
        target.operator() == null
            || target.operator() == Operator.EQUAL
            || target.operator() == Operator.AT_LEAST
            || target.operator() == Operator.AT_MOST,
        at + "/operator",
        "频次只用 =、>= 或 <=。",
        "A frequency is compared with =, >= or <=.");
    if (target.value() != null) {
      whole(target.value(), at, faults);
    }
  }

  private static void narrative(Target target, String at, Faults faults) {
    String zh = "文字性目标没有数值。";
    String en = "A narrative has no figure.";
    faults.absent(target.operator(), at + "/operator", zh, en);
    faults.absent(target.value(), at + "/value", zh, en);
  }

  private static void range(Target target, String at, Faults faults) {
    BigDecimal low = target.low();
    BigDecimal high = target.high();
    if (target.operator() != Operator.RANGE) {
      faults.absent(low, at + "/low", "只有区间（range）有下限。", "Only a range has a low end.");
      faults.absent(high, at + "/high", "只有区间（range）有上限。", "Only a range has a high end.");
      return;
    }
    faults.absent(target.value(), at + "/value", "区间不另填数值。", "A range has no single figure.");
    faults.unless(low != null, at + "/low", "必须填写。", "Is required.");
    faults.unless(high != null, at + "/high", "必须填写。", "Is required.");
    faults.unless(
        low == null || high == null || low.compareTo(high) <= 0,
        at + "/high",
        "不得小于下限。",
        "Must not be below the low end.");
  }

  private static void extras(Target target, String at, Faults faults) {
    faults.unless(
        !Boolean.TRUE.equals(target.strict())
            || target.operator() == Operator.AT_LEAST
            || target.operator() == Operator.AT_MOST,
        at + "/strict",
        "只与 >= 或 <= 同用。",
        "Goes with >= or <= only.");
    BigDecimal baseline = target.baseline();
    if (baseline != null) {
      faults.unless(
          target.operator() == Operator.AT_MOST
              && target.kind() != Kind.FREQUENCY
              && target.value() != null
              && baseline.compareTo(target.value()) > 0,
          at + "/baseline",
          "只用于下降的目标（<=），且应高于目标值。",
          "Goes with a target that falls (<=), and lies above it.");
    }
    BigDecimal denominator = target.denominator();
    if (denominator != null) {
      faults.unless(
          List.of(Kind.RATIO, Kind.COVERAGE).contains(target.kind()) && denominator.signum() > 0,
          at + "/denominator",
          "只用于比率与覆盖目标，且应为正数。",
          "Goes with a ratio or coverage, and is positive.");
    }
  }

  private static void unit(Target target, String unit, String at, Faults faults) {
    faults.unless(
        target.unit() == null || target.unit().equals(unit),
        at + "/unit",
        "应为 " + unit + "。",
        "Must be " + unit + ".");
  }

  private static void sign(
      @Nullable BigDecimal value, boolean mayBeZero, String pointer, Faults faults) {
    faults.unless(
        value == null || value.signum() > (mayBeZero ? -1 : 0),
        pointer,
        mayBeZero ? "不得为负数。" : "应为正数。",
        mayBeZero ? "Must not be negative." : "Must be positive.");
  }

  private static void percent(@Nullable BigDecimal value, String pointer, Faults faults) {
    faults.unless(
        value == null || (value.signum() >= 0 && value.compareTo(HUNDRED) <= 0),
        pointer,
        "应在 0 与 100 之间。",
        "Must be between 0 and 100.");
  }

  private static void whole(BigDecimal value, String at, Faults faults) {
    faults.unless(
        value.signum() > 0 && value.stripTrailingZeros().scale() <= 0,
        at + "/value",
        "应为正整数。",
        "Must be a positive whole number.");
  }
}
