package duban.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackOffTest {

  private static final BackOff BACK_OFF =
      new BackOff(Duration.ofMillis(500), Duration.ofSeconds(20), Duration.ofSeconds(60));

  @ParameterizedTest
  @CsvSource({"1, 500", "2, 1000", "3, 2000", "6, 16000", "7, 20000", "8, 20000", "100000, 20000"})
  void thePauseDoublesUpToTheMost(int deaths, long millis) {
    assertThat(BACK_OFF.pause(deaths)).isEqualTo(Duration.ofMillis(millis));
  }

  @Test
  void aPartThatWasReadyForLongBeginsAnew() {
    assertThat(BACK_OFF.deaths(6, Duration.ofSeconds(59))).isEqualTo(7);
    assertThat(BACK_OFF.deaths(6, Duration.ofSeconds(60))).isEqualTo(1);
  }
}
