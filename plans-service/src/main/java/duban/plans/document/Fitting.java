package duban.plans.document;

import duban.contracts.plan.Target;
import duban.contracts.plan.Target.Kind;
import duban.contracts.plan.Target.Operator;
import duban.contracts.plan.Target.Stated;
import duban.document.PlanReading.Words;
import duban.document.TargetReading;
import duban.document.TargetReading.Base;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Fits one reading into the form of a target. What a target of its kind cannot hold is left out of
 * it and told as a doubt; where no figure is left to measure, the target is a narrative.
 */
final class Fitting {

  private static final int LONGEST_TITLE = 300;
  private static final int LONGEST_UNIT = 20;
  private static final int MOST_PROJECTS = 500;
  private static final String PER_CENT = "%";
  private static final String YUAN = "元";
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final TargetReading reading;
  private final TargetParts parts;
  private final List<Words> doubts;

  private Fitting(TargetReading reading, String id) {
    this.reading = reading;
    String title = reading.title().isBlank() ? reading.quote() : reading.title();
    this.parts = new TargetParts(id, Shortened.to(LONGEST_TITLE, title));
    this.doubts = new ArrayList<>(reading.doubts());
  }

  /**
   * @param lastDay of the plan, and {@code firstDay}: a due day must not lie before it, nor ten
   *     years behind
   */
  static Fitted fit(TargetReading reading, String id, LocalDate firstDay, LocalDate lastDay) {
    Fitting fitting = new Fitting(reading, id);
    fitting.words(firstDay, lastDay);
    fitting.figures();
    return new Fitted(fitting.parts.target(), List.copyOf(fitting.doubts));
  }

  private void words(LocalDate firstDay, LocalDate lastDay) {
    String scope = reading.scope();
    parts.scope = scope == null || scope.isBlank() ? null : Shortened.to(LONGEST_TITLE, scope);
    LocalDate due = reading.due();
    if (due != null && (due.isBefore(firstDay) || due.isAfter(lastDay.plusYears(10)))) {
      doubt("所写期限 " + due + " 不在计划期内", "The day it names, " + due + ", is not the plan's");
    } else {
      parts.due = due;
    }
    if (reading.trend() != null) {
      boolean up = reading.trend().equals("up");
      doubt(
          up ? "只说提高，没有数目" : "只说降低，没有数目", up ? "Says up, by no figure" : "Says down, by no figure");
    }
  }

  private void figures() {
    switch (reading.kind()) {
      case QUANTITY -> amount(Kind.QUANTITY);
      case MONEY -> money();
      case RATIO -> share(Kind.RATIO);
      case COVERAGE -> coverage();
      case PROJECT -> project();
      case FREQUENCY -> frequency();
      case DEADLINE -> parts.kind = Kind.DEADLINE;
      case NARRATIVE -> parts.kind = Kind.NARRATIVE;
    }
  }

  private void amount(Kind kind) {
    Base base = reading.base();
    if (base == null || unit(base) == null) {
      noFigure();
    } else if (compared(base)) {
      parts.kind = kind;
      parts.unit = base.unit();
      parts.stated = stated(base);
    } else {
      noFigure();
    }
  }

  private void money() {
    Base base = reading.base();
    amount(base != null && base.unit().equals(YUAN) ? Kind.MONEY : Kind.QUANTITY);
  }

  private void share(Kind kind) {
    Base base = reading.base();
    if (base != null && base.unit().equals(PER_CENT) && isShare(base) && compared(base)) {
      parts.kind = kind;
      parts.unit = PER_CENT;
      parts.stated = stated(base);
    } else {
      // A rate above 100 %, or in per mille: a figure, but no share of something.
      amount(Kind.QUANTITY);
    }
  }

  private void coverage() {
    parts.kind = Kind.COVERAGE;
    parts.unit = PER_CENT;
    Base base = reading.base();
    if (base == null || reading.operator() == null) {
      return;
    }
    if (base.unit().equals(PER_CENT) && isShare(base)) {
      compared(base);
    } else {
      doubt("所写数目不是占比", "Its figure is no share");
    }
  }

  private void project() {
    List<String> named =
        reading.named().stream()
            .filter(name -> !name.isBlank())
            .map(name -> Shortened.to(LONGEST_TITLE, name))
            .distinct()
            .limit(MOST_PROJECTS)
            .toList();
    Base base = reading.base();
    BigDecimal value = base == null ? null : base.value();
    if (base != null && named.isEmpty() && !countsProjects(value)) {
      amount(Kind.QUANTITY);
      return;
    }
    parts.kind = Kind.PROJECT;
    parts.unit = base == null ? null : unit(base);
    parts.projects = named.isEmpty() ? null : named;
    count(named.size(), value);
  }

  /** How many projects are promised, where that agrees with those it names. */
  private void count(int named, @Nullable BigDecimal value) {
    boolean complete = reading.namedComplete();
    if (value != null && countsProjects(value) && value.intValue() >= named) {
      parts.operator = reading.operator();
      parts.value = value;
      complete &= value.intValue() == named;
    } else if (reading.operator() != null) {
      doubt("数目与所列项目不符", "Its figure does not agree with the projects it names");
    }
    parts.projectsComplete = named > 0 ? complete : null;
  }

  private boolean countsProjects(@Nullable BigDecimal value) {
    return value != null
        && isWhole(value)
        && (reading.operator() == Operator.EQUAL || reading.operator() == Operator.AT_LEAST);
  }

  private void frequency() {
    Base base = reading.base();
    if (base == null || !countsTimes(base.value()) || reading.period() == null) {
      noFigure();
      return;
    }
    parts.kind = Kind.FREQUENCY;
    parts.operator = reading.operator();
    parts.value = base.value();
    parts.unit = unit(base);
    parts.period = reading.period();
  }

  private boolean countsTimes(@Nullable BigDecimal value) {
    Operator operator = reading.operator();
    boolean plain = operator == null || operator == Operator.EQUAL || operator == Operator.AT_LEAST;
    return value != null && isWhole(value) && plain;
  }

  /** Takes the operator with its figure or its two ends; false when they are not there. */
  private boolean compared(Base base) {
    Operator operator = reading.operator();
    boolean range = operator == Operator.RANGE;
    boolean there = range ? isRange(base.low(), base.high()) : isFigure(base.value());
    if (operator == null || !there) {
      return false;
    }
    parts.operator = operator;
    parts.value = range ? null : base.value();
    parts.low = range ? base.low() : null;
    parts.high = range ? base.high() : null;
    boolean oneSided = operator == Operator.AT_LEAST || operator == Operator.AT_MOST;
    parts.strict = (reading.strict() && oneSided) ? Boolean.TRUE : null;
    return true;
  }

  private boolean isFigure(@Nullable BigDecimal value) {
    boolean mayBeZero =
        reading.operator() == Operator.AT_MOST || reading.operator() == Operator.EQUAL;
    return value != null && value.signum() > (mayBeZero ? -1 : 0);
  }

  private @Nullable Stated stated(Base base) {
    BigDecimal value = reading.value();
    String unit = reading.unit();
    if (value == null || unit == null || unit.isBlank() || unit.length() > LONGEST_UNIT) {
      return null;
    }
    BigDecimal exact = base.value();
    return exact == null || value.compareTo(exact) == 0 ? null : new Stated(value, unit);
  }

  /** Null when it has none, or one that no plan can hold. */
  private static @Nullable String unit(Base base) {
    return base.unit().isBlank() || base.unit().length() > LONGEST_UNIT ? null : base.unit();
  }

  private void noFigure() {
    parts.kind = Kind.NARRATIVE;
    doubt("没有可衡量的数目，暂作文字性目标", "No figure to measure; taken as a narrative for now");
  }

  private void doubt(String zh, String en) {
    doubts.add(new Words(zh + "。", en + "."));
  }

  private static boolean isShare(Base base) {
    return Stream.of(base.value(), base.low(), base.high())
        .filter(Objects::nonNull)
        .allMatch(part -> part.signum() >= 0 && part.compareTo(HUNDRED) <= 0);
  }

  private static boolean isRange(@Nullable BigDecimal low, @Nullable BigDecimal high) {
    return low != null && high != null && low.signum() > 0 && low.compareTo(high) <= 0;
  }

  private static boolean isWhole(BigDecimal value) {
    return value.signum() > 0
        && value.stripTrailingZeros().scale() <= 0
        && value.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0;
  }

  static Target narrative(TargetReading reading, String id) {
    return new Fitting(reading, id).parts.target();
  }
}
