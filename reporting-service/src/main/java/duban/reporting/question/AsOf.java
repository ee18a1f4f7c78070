package duban.reporting.question;

import duban.reporting.catalogue.Setting;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The day a report is told for and the moment up to which it knows things. A day ahead of today is
 * told too: by the pace and the district tree of that day, as it will stand if nothing more comes
 * in, because "what falls due by the end of next month" is asked before that month is over.
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
}
