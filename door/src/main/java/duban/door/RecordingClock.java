package duban.door;

import duban.contracts.plan.Plan;
import duban.contracts.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The clock by which facts are recorded. It is the real one, unless the whole system has a day of
 * its own (DUBAN_TODAY), as the sample's year has: then it is that day's, and a caller who plays
 * the year may say on which day a fact was handed in. A real system refuses to be told the time.
 */
@ApplicationScoped
public class RecordingClock implements InstantSource {

  /** A day such as {@code 2022-03-25}. */
  public static final String RECORDED_ON = "Duban-Recorded-On";

  private static final ZoneId ZONE = ZoneId.of(Plan.DEFAULT_ZONE);

  private final InstantSource real;
  private final Optional<LocalDate> own;

  @Inject
  RecordingClock(@ConfigProperty(name = "duban.today") Optional<LocalDate> own) {
    this(own, Clock.system(ZONE));
  }

  RecordingClock(Optional<LocalDate> own, InstantSource real) {
    this.own = own;
    this.real = real;
  }

  @Override
  public Instant instant() {
    Instant now = real.instant();
    return own.map(day -> day.atTime(LocalTime.ofInstant(now, ZONE)).atZone(ZONE).toInstant())
        .orElse(now);
  }

  /** The first moment of the year of a day of one's own; null in a system of the real time. */
  public @Nullable Instant beginning() {
    return own.map(day -> day.withDayOfYear(1).atStartOfDay(ZONE).toInstant()).orElse(null);
  }

  /**
   * Noon of the day that a caller names.
   *
   * @param recordedOn the header's value; null where there is none
   * @return null where the clock itself decides
   * @throws ProblemException INVALID_REQUEST, for what is no day, and in a system that goes by the
   *     real time
   */
  public @Nullable Instant moment(@Nullable String recordedOn) {
    if (recordedOn == null) {
      return null;
    }
    if (own.isEmpty()) {
      throw refused(
          RECORDED_ON + " 只用于自定日期的演示系统。",
          RECORDED_ON + " is for a system that has a day of its own only.");
    }
    try {
      return LocalDate.parse(recordedOn).atTime(LocalTime.NOON).atZone(ZONE).toInstant();
    } catch (DateTimeException malformed) {
      throw refused(
          RECORDED_ON + " 应为日期，如 2022-03-25。", RECORDED_ON + " must be a day such as 2022-03-25.");
    }
  }

  private static ProblemException refused(String zh, String en) {
    return ProblemException.of(ProblemType.INVALID_REQUEST, zh, en);
  }
}
