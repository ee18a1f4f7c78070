package duban.reporting.standing;

import duban.reporting.promise.Definition;
import duban.reporting.promise.Pace;
import duban.reporting.standing.Detail.Control;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Folds one target's observations, given in {@link Observation#ORDER}, into its standing. */
public final class Fold {

  private final Definition definition;
  private final LocalDate day;
  private final Map<String, Fold> parts = new LinkedHashMap<>();
  private Tally tally;

  /** The last that counted of the whole; of the whole or of a part; and whether one came after. */
  private @Nullable Observation own;

  private @Nullable Observation last;
  private boolean passedOver;

  /**
   * @param day the day it is asked for; later observations are passed over
   */
  public Fold(Definition definition, LocalDate day) {
    this.definition = definition;
    this.day = day;
    this.tally = Tally.of(definition);
    Breakdown.definitions(definition).forEach((key, part) -> parts.put(key, new Fold(part, day)));
  }

  public static Standing standing(
      Definition definition, Iterable<? extends Observation> inOrder, LocalDate day) {
    Fold fold = new Fold(definition, day);
    inOrder.forEach(fold::add);
    return fold.standing();
  }

  /** Tells whether it counted; what lies ahead, is disputed or of no known part did not. */
  public boolean add(Observation observation) {
    // A part that the plan does not name does not count, as a project that it does not name.
    Fold of = observation.part() == null ? this : parts.get(observation.part());
    if (of == null || observation.day().isAfter(day) || !of.tally.counts(observation)) {
      return false;
    }
    passedOver = observation.isDisputed() && !definition.settings().disputedCounts();
    if (!passedOver) {
      of.tally = of.tally.plus(observation);
      of.own = observation;
      of.last = observation;
      last = observation;
    }
    return !passedOver;
  }

  Definition definition() {
    return definition;
  }

  Tally tally() {
    return tally;
  }

  boolean hasSpoken() {
    return own != null;
  }

  /** The light alone, for whoever looks at many days. */
  Light light() {
    return light(result(), Pace.on(definition, day));
  }

  private Light light(Result result, BigDecimal pace) {
    return Light.of(
        result.reached(), isPastDue(), isAhead(), result.done(), pace, definition.settings());
  }

  private boolean isPastDue() {
    return day.isAfter(definition.due());
  }

  private boolean isAhead() {
    return day.isBefore(definition.start());
  }

  public Standing standing() {
    Result result = result();
    BigDecimal pace = Pace.on(definition, day);
    return new Standing(
        day,
        result.figure(),
        result.numerator(),
        result.denominator(),
        result.done(),
        pace,
        light(result, pace),
        !result.reached() && !isAhead() && isSilent(),
        isPastDue(),
        last == null ? null : last.day(),
        last == null ? null : last.recordedAt(),
        detail(result));
  }

  Result result() {
    if (last == null) {
      return Result.NOTHING;
    }
    return partsSpeak()
        ? Breakdown.sum(definition, parts.values(), day)
        : tally.result(definition, day);
  }

  /** A report of the whole rules only while no part has reported. */
  private boolean partsSpeak() {
    return parts.values().stream().anyMatch(Fold::hasSpoken);
  }

  private boolean isSilent() {
    LocalDate heard =
        last != null && last.day().isAfter(definition.start()) ? last.day() : definition.start();
    return ChronoUnit.DAYS.between(heard, day) > definition.reportingIntervalDays();
  }

  private Detail detail(Result result) {
    BigDecimal promised = Breakdown.promised(definition, parts.values());
    Control control = control();
    Detail detail =
        new Detail(
            partsTally() instanceof Counts counts ? counts.rows(definition, day) : List.of(),
            tally instanceof Steps steps ? steps.rows() : List.of(),
            Breakdown.rows(definition, parts),
            Detail.plain(promised),
            promised == null ? null : Breakdown.addsUp(definition, promised),
            control,
            control != null && differs(control, result),
            last == null ? null : last.answer().verdict(),
            passedOver || (last != null && last.isDisputed()),
            Explaining.due(definition, last, result));
    return detail.equals(Detail.NONE) ? Detail.NONE : detail;
  }

  /** The periods of a frequency that is split are counted over its parts. */
  private Tally partsTally() {
    if (!(tally instanceof Counts) || !partsSpeak()) {
      return tally;
    }
    Tally.Summable sum = new Counts(definition.periods(), Map.of());
    for (Fold part : parts.values()) {
      sum = sum.and((Tally.Summable) part.tally);
    }
    return sum;
  }

  private @Nullable Control control() {
    if (own == null || !partsSpeak()) {
      return null;
    }
    Result whole = tally.result(definition, day);
    return new Control(
        Objects.requireNonNull(Detail.plain(whole.figure())),
        Detail.plain(whole.numerator()),
        Detail.plain(whole.denominator()),
        own.day());
  }

  private static boolean differs(Control control, Result parts) {
    Control asParts =
        new Control(
            Objects.requireNonNull(Detail.plain(parts.figure())),
            Detail.plain(parts.numerator()),
            Detail.plain(parts.denominator()),
            control.reportedOn());
    return !control.equals(asParts);
  }
}
