package duban.progress.intake;

import duban.door.Caller;
import duban.door.RecordingClock;
import duban.door.Roles;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who posts.
 *
 * @param subject kept with each event as {@code by}
 * @param at when it is handed in, where a system plays a day of its own; null: now
 */
public record Poster(
    String subject, boolean cityAdmin, boolean reporter, boolean calendar, @Nullable Instant at) {

  /** The bureau's own words; a district cannot check itself. */
  private static final Set<String> BUREAU_ONLY =
      Set.of(
          "report.verified",
          "report.disputed",
          "problem.verified",
          "item.reminded",
          "item.urged",
          "item.confirmed",
          "item.returned",
          "appraisal.given");

  /** What the calendar says for the bureau. */
  private static final Set<String> CALENDARS = Set.of("item.reminded", "item.urged");

  /**
   * Blocks, in a system with a day of its own, until it is known where that day was moved to.
   *
   * @param recordedOn the day that the request names; null: the day it is
   */
  public static Poster of(Caller caller, RecordingClock clock, @Nullable String recordedOn) {
    Instant at = clock.moment(recordedOn);
    if (at == null) {
      clock.catchUp().await().indefinitely();
    }
    return new Poster(
        caller.subject(),
        caller.hasRole(Roles.CITY_ADMIN),
        caller.hasRole(Roles.DISTRICT_REPORTER),
        caller.hasRole(Roles.CALENDAR),
        at);
  }

  boolean mayPost(String type) {
    return cityAdmin
        || (calendar && CALENDARS.contains(type))
        || (reporter && !BUREAU_ONLY.contains(type));
  }
}
