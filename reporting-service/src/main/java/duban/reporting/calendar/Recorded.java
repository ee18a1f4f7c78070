package duban.reporting.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What has no day of its own, such as a step of a problem or of the loop, belongs to the day of its
 * recording. So of such things one moment says what there was on a day as known at a moment.
 */
public final class Recorded {

  private Recorded() {}

  /**
   * The last moment that is both of that day and known.
   *
   * @param knownAt null: all that is known now
   */
  public static Instant by(LocalDate day, @Nullable Instant knownAt) {
    // The database's moments are no finer.
    Instant end =
        day.plusDays(1).atStartOfDay(Calendar.ZONE).toInstant().minus(1, ChronoUnit.MICROS);
    return knownAt == null || knownAt.isAfter(end) ? end : knownAt;
  }
}
