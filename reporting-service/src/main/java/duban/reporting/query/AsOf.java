package duban.reporting.query;

import duban.reporting.projection.Setting;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The day a report is told for and the moment up to which it knows things.
 *
 * @param day null: today
 * @param knownAt null: now
 */
public record AsOf(@Nullable LocalDate day, @Nullable Instant knownAt) {

  public static AsOf parse(@Nullable String asOf, @Nullable String knownAt) {
    return new AsOf(Asked.day(asOf), Asked.moment(knownAt));
  }

  /** Whether the projections as they stand are the answer. */
  public boolean isNow(Setting setting) {
    return knownAt == null && (day == null || day.equals(setting.today()));
  }

  /** The setting under the tree of that day. */
  public Setting in(Setting setting) {
    return day == null ? setting : setting.on(day);
  }
}
