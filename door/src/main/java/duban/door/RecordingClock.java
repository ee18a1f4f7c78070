package duban.door;

import duban.contracts.plan.Plan;
import duban.contracts.problem.ProblemType;
import io.smallrye.mutiny.Uni;
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
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The clock by which facts are recorded. It is the real one, unless the whole system has a day of
 * its own (DUBAN_TODAY), as the sample's year has: then it is that day's, or the day's to which it
 * was moved since, and a caller who plays the year may say on which day a fact was handed in. A
 * real system refuses to be told the time.
 */
@ApplicationScoped
public class RecordingClock implements InstantSource {

  /** A day such as {@code 2022-03-25}. */
  public static final String RECORDED_ON = "Duban-Recorded-On";

  private static final ZoneId ZONE = ZoneId.of(Plan.DEFAULT_ZONE);

  private final InstantSource real;
  private final Optional<LocalDate> own;
  private final Supplier<Uni<LocalDate>> moved;

  /** Where the system stands, as last heard; empty in one of the real time. */
  private volatile Optional<LocalDate> day;

  @Inject
  RecordingClock(@ConfigProperty(name = "duban.today") Optional<LocalDate> own, MovedDay movedDay) {
    this(own, Clock.system(ZONE), movedDay::ask);
  }

  RecordingClock(Optional<LocalDate> own, InstantSource real, Supplier<Uni<LocalDate>> moved) {
    this.own = own;
    this.day = own;
    this.real = real;
    this.moved = moved;
  }

  @Override
  public Instant instant() {
    Instant now = real.instant();
    return day.map(on -> on.atTime(LocalTime.ofInstant(now, ZONE)).atZone(ZONE).toInstant())
        .orElse(now);
  }

  /**
   * Hears where the day of one's own was moved to, which a fact is recorded after. Where nobody
   * answers it stays where it was last heard of: a ledger's time never runs back all the same.
   */
  public Uni<Void> catchUp() {
    return own.isEmpty()
        ? Uni.createFrom().voidItem()
        : moved
            .get()
            .invoke(to -> day = Optional.of(to))
            .replaceWithVoid()
            .onFailure()
            .recoverWithNull();
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
