package duban.reporting.standing;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where a target stands at the end of a day.
 *
 * @param figure the value in the target's unit, a percentage for a share; null: never reported
 * @param done share reached, 0..1, six decimals
 * @param pace share due by that day, 0..1, six decimals
 * @param unreported silent for longer than the plan allows
 * @param reportedOn the day of the latest observation that counts
 * @param reportedAt when that observation was recorded
 * @param detail what it is made of, and what stands beside it
 */
public record Standing(
    LocalDate day,
    @Nullable BigDecimal figure,
    @Nullable BigDecimal numerator,
    @Nullable BigDecimal denominator,
    BigDecimal done,
    BigDecimal pace,
    Light light,
    boolean unreported,
    boolean pastDue,
    @Nullable LocalDate reportedOn,
    @Nullable Instant reportedAt,
    Detail detail) {

  /** The same, told for another day. */
  public Standing on(LocalDate other) {
    return new Standing(
        other,
        figure,
        numerator,
        denominator,
        done,
        pace,
        light,
        unreported,
        pastDue,
        reportedOn,
        reportedAt,
        detail);
  }
}
