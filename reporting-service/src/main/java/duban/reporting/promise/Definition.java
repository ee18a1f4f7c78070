package duban.reporting.promise;

import duban.contracts.catalogue.Indicator;
import duban.contracts.catalogue.Indicator.Direction;
import duban.contracts.catalogue.Indicator.Measure;
import duban.contracts.catalogue.Settings;
import duban.contracts.plan.Plan;
import duban.contracts.plan.Target;
import duban.contracts.plan.Target.Kind;
import duban.contracts.plan.Target.Operator;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A target with what its plan and the catalogue add to its meaning.
 *
 * @param planStarts the plan's first day
 * @param planEnds the plan's last day
 * @param reportingIntervalDays silence longer than this is unreported
 * @param indicator the catalogue's entry; null while there is none, or none is known yet
 * @param settings the municipality's
 */
public record Definition(
    Target target,
    LocalDate planStarts,
    LocalDate planEnds,
    int reportingIntervalDays,
    @Nullable Indicator indicator,
    Settings settings) {

  public static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  public static Definition of(
      Target target, Plan plan, @Nullable Indicator indicator, Settings settings) {
    return new Definition(
        target, plan.firstDay(), plan.lastDay(), plan.reportingInterval(), indicator, settings);
  }

  public Kind kind() {
    return target.kind();
  }

  public LocalDate start() {
    return target.start() != null ? target.start() : planStarts;
  }

  public LocalDate due() {
    return target.due() != null ? target.due() : planEnds;
  }

  /** Whether the value is a percentage made of a numerator and a denominator. */
  public boolean isShare() {
    return kind() == Kind.RATIO || kind() == Kind.COVERAGE;
  }

  /** Whether the figure is a percentage, which never adds up by itself. */
  public boolean isPercentage() {
    return isShare() || kind() == Kind.NARRATIVE;
  }

  /**
   * The figure that was promised, in the target's unit; a range promises its low end, or its high
   * end where less is better. A coverage promises all unless it names another share.
   */
  public BigDecimal promised() {
    return switch (kind()) {
      case QUANTITY, MONEY -> stated(BigDecimal.ONE);
      case RATIO, COVERAGE, NARRATIVE -> stated(HUNDRED);
      case PROJECT -> stated(BigDecimal.valueOf(Math.max(1, target.projectNames().size())));
      case DEADLINE -> BigDecimal.ONE;
      case FREQUENCY -> perPeriod().multiply(BigDecimal.valueOf(periods().size()));
    };
  }

  private BigDecimal stated(BigDecimal otherwise) {
    if (target.value() != null) {
      return target.value();
    }
    BigDecimal end = falls() && target.high() != null ? target.high() : target.low();
    return end != null ? end : otherwise;
  }

  /** The known base of a share before anything is reported: the target's own, else its parts'. */
  public @Nullable BigDecimal base() {
    if (target.denominator() != null || target.partList().isEmpty()) {
      return target.denominator();
    }
    BigDecimal base = BigDecimal.ZERO;
    for (Target.Part part : target.partList()) {
      if (part.denominator() == null) {
        return null;
      }
      base = base.add(part.denominator());
    }
    return base;
  }

  /** The count due in each period of a frequency. */
  public BigDecimal perPeriod() {
    return stated(BigDecimal.ONE);
  }

  public List<Periods.Span> periods() {
    return Periods.of(target.period(), start(), due(), settings.termStarts());
  }

  /**
   * Whether it is a limit for the whole time: what adds up and must stay below a figure. Nothing
   * takes back what is over it, and it is kept only when the time is over. A target whose measure
   * nobody names, or that falls from a baseline, is none.
   */
  public boolean isLimit() {
    return (kind() == Kind.QUANTITY || kind() == Kind.MONEY)
        && falls()
        && target.baseline() == null
        && measure() == Measure.FLOW;
  }

  /** The target's own word, else its indicator's; null where neither says it. */
  public @Nullable Measure measure() {
    if (target.measure() != null) {
      return target.measure();
    }
    return indicator == null ? null : indicator.measure();
  }

  /** Whether less is better; what is done or not, or is covered, never falls. */
  public boolean falls() {
    return switch (kind()) {
      case QUANTITY, RATIO, FREQUENCY, MONEY -> isLessBetter();
      case COVERAGE, PROJECT, DEADLINE, NARRATIVE -> false;
    };
  }

  private boolean isLessBetter() {
    return switch (target.operator()) {
      case AT_MOST -> true;
      case AT_LEAST -> false;
      case EQUAL, ABOUT, RANGE -> indicator != null && indicator.direction() == Direction.LESS;
      case null -> indicator != null && indicator.direction() == Direction.LESS;
    };
  }

  /** The share by which "about" may miss the figure. */
  public BigDecimal leeway() {
    if (target.operator() != Operator.ABOUT || kind() == Kind.COVERAGE) {
      return BigDecimal.ZERO;
    }
    return indicator != null && indicator.tolerance() != null
        ? indicator.tolerance()
        : settings.tolerance();
  }

  public boolean isStrict() {
    return Boolean.TRUE.equals(target.strict()) && kind() != Kind.COVERAGE;
  }
}
