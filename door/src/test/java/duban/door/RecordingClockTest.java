package duban.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RecordingClockTest {

  /** Past midnight in Changzhou, still the day before in London. */
  private static final Instant NOW = Instant.parse("2026-11-21T17:30:00Z");

  private final AtomicInteger asked = new AtomicInteger();
  private Uni<LocalDate> today = Uni.createFrom().item(LocalDate.of(2022, 6, 30));
  private final RecordingClock real =
      new RecordingClock(Optional.empty(), InstantSource.fixed(NOW), this::ask);
  private final RecordingClock played =
      new RecordingClock(
          Optional.of(LocalDate.of(2022, 6, 30)), InstantSource.fixed(NOW), this::ask);

  private Uni<LocalDate> ask() {
    asked.incrementAndGet();
    return today;
  }

  @Test
  void aDayThatWasMovedIsTheDayOfWhatIsRecordedThen() {
    today = Uni.createFrom().item(LocalDate.of(2022, 9, 30));
    played.catchUp().await().indefinitely();
    assertThat(played.instant()).isEqualTo(Instant.parse("2022-09-29T17:30:00Z"));
    assertThat(played.beginning()).isEqualTo(Instant.parse("2021-12-31T16:00:00Z"));

    today = Uni.createFrom().failure(new IOException("away"));
    played.catchUp().await().indefinitely();
    assertThat(played.instant()).isEqualTo(Instant.parse("2022-09-29T17:30:00Z"));
  }

  @Test
  void aRealSystemAsksNobody() {
    real.catchUp().await().indefinitely();
    assertThat(asked).hasValue(0);
    assertThat(real.instant()).isEqualTo(NOW);
  }

  @Test
  void goesByTheRealTime() {
    assertThat(real.instant()).isEqualTo(NOW);
    assertThat(real.moment(null)).isNull();
    assertThat(real.beginning()).isNull();
  }

  @Test
  void aRealSystemIsNotToldTheTime() {
    assertThatThrownBy(() -> real.moment("2022-03-25")).isInstanceOf(ProblemException.class);
  }

  @Test
  void aDayOfItsOwnIsThatDayAtTheRealHour() {
    assertThat(played.instant()).isEqualTo(Instant.parse("2022-06-29T17:30:00Z"));
  }

  @Test
  void whatIsStatedAtTheStartComesBeforeAllElseOfTheYear() {
    assertThat(played.beginning()).isEqualTo(Instant.parse("2021-12-31T16:00:00Z"));
  }

  @Test
  void whoPlaysTheYearNamesTheDay() {
    assertThat(played.moment("2022-03-25")).isEqualTo(Instant.parse("2022-03-25T04:00:00Z"));
    assertThatThrownBy(() -> played.moment("gestern")).isInstanceOf(ProblemException.class);
  }
}
