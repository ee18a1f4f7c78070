package duban.reporting.standing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Folds one target's observations, given in {@link Observation#ORDER}, into its standing. */
public final class Fold {

  private final Definition definition;
  private final LocalDate day;
  private Tally tally;
  private @Nullable Observation last;

  /**
   * @param day the day it is asked for; later observations are passed over
   */
  public Fold(Definition definition, LocalDate day) {
    this.definition = definition;
    this.day = day;
    this.tally = Tally.of(definition);
  }

  public static Standing standing(
      Definition definition, Iterable<? extends Observation> inOrder, LocalDate day) {
    Fold fold = new Fold(definition, day);
    inOrder.forEach(fold::add);
    return fold.standing();
  }

  public void add(Observation observation) {
    if (!observation.day().isAfter(day) && tally.counts(observation)) {
      tally = tally.plus(observation);
      last = observation;
    }
  }

  public Standing standing() {
    Result result = last == null ? Result.NOTHING : tally.result(definition);
    BigDecimal pace = Pace.on(definition, day);
    boolean pastDue = day.isAfter(definition.due());
    boolean ahead = day.isBefore(definition.start());
    Light light =
        Light.of(result.reached(), pastDue, ahead, result.done(), pace, definition.settings());
    return new Standing(
        day,
        result.figure(),
        result.numerator(),
        result.denominator(),
        result.done(),
        pace,
        light,
        !result.reached() && !ahead && isSilent(),
        pastDue,
        last == null ? null : last.day(),
        last == null ? null : last.recordedAt());
  }

  private boolean isSilent() {
    LocalDate heard =
        last != null && last.day().isAfter(definition.start()) ? last.day() : definition.start();
    return ChronoUnit.DAYS.between(heard, day) > definition.reportingIntervalDays();
  }
}
