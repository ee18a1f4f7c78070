package duban.local.sample;

import duban.contracts.plan.Target;
import duban.contracts.plan.Target.Kind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Month;
import java.util.Random;

/**
 * The figures that one target's months show. They rise with its curve, each month a little more or
 * less than it says, and never fall unless the story says so.
 */
final class Ladder {

  private static final int MONEY_GRAIN = 10_000;
  private static final int SHOWS_SURPLUS = 30;
  private static final int WOBBLE = 2;

  private final Target target;
  private final Curve curve;
  private final Random random;
  private final long promised;
  private final long whole;
  private long highest;

  Ladder(Target target, Curve curve, Random random) {
    this.target = target;
    this.curve = curve;
    this.random = random;
    this.promised = promisedOf(target, denominator(target, curve));
    this.whole = promised + surplus();
  }

  /** Of how many, for a share. */
  static long denominator(Target target, Curve curve) {
    return target.denominator() != null ? target.denominator().longValueExact() : curve.cohort();
  }

  static boolean isShare(Target target) {
    return target.kind() == Kind.RATIO || target.kind() == Kind.COVERAGE;
  }

  /** What stands at that month's report: a count, an amount, or a share's numerator. */
  long climb(Month month) {
    int percent = curve.percentIn(month);
    if (percent >= 100) {
      highest = Math.max(highest, whole);
    } else if (percent > 0) {
      int wobbled = curve.gradual() ? percent + random.nextInt(2 * WOBBLE + 1) - WOBBLE : percent;
      long grain = target.kind() == Kind.MONEY ? MONEY_GRAIN : 1;
      highest = Math.max(highest, promised * Math.min(99, wobbled) / 100 / grain * grain);
    }
    return highest;
  }

  boolean isFull() {
    return highest >= whole;
  }

  private long surplus() {
    long surplus =
        promised >= SHOWS_SURPLUS && curve.gradual() && target.kind() != Kind.MONEY
            ? promised * random.nextInt(4) / 100
            : 0;
    if (isShare(target)) {
      return Math.min(surplus, denominator(target, curve) - promised);
    }
    return Boolean.TRUE.equals(target.strict()) ? Math.max(1, surplus) : surplus;
  }

  private static long promisedOf(Target target, long denominator) {
    BigDecimal figure = target.value() != null ? target.value() : target.low();
    if (figure == null) {
      throw new IllegalArgumentException(target.id() + " has no figure to climb to");
    }
    if (!isShare(target)) {
      return figure.longValueExact();
    }
    return figure
        .multiply(BigDecimal.valueOf(denominator))
        .divide(BigDecimal.valueOf(100), 0, RoundingMode.CEILING)
        .longValueExact();
  }
}
