package duban.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecordingClockTest {

  /** Past midnight in Changzhou, still the day before in London. */
  private static final Instant NOW = Instant.parse("2026-11-21T17:30:00Z");

  private final RecordingClock real =
      new RecordingClock(Optional.empty(), InstantSource.fixed(NOW));
  private final RecordingClock played =
      new RecordingClock(Optional.of(LocalDate.of(2022, 6, 30)), InstantSource.fixed(NOW));

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
