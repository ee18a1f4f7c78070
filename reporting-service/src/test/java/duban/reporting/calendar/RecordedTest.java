package duban.reporting.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The last moment of a day that was known. */
class RecordedTest {

  @ParameterizedTest
  @CsvSource({
    "2022-03-31, ,                         2022-03-31T15:59:59.999999Z",
    "2022-03-31, 2022-06-30T00:00:00Z,     2022-03-31T15:59:59.999999Z",
    "2022-03-31, 2022-03-31T16:00:00Z,     2022-03-31T15:59:59.999999Z",
    "2022-03-31, 2022-03-31T15:59:59.998Z, 2022-03-31T15:59:59.998Z",
    "2022-12-31, 2022-03-31T15:59:59.998Z, 2022-03-31T15:59:59.998Z",
  })
  void isTheEarlierOfTheDaysEndInShanghaiAndTheMoment(
      LocalDate day, Instant knownAt, Instant expected) {
    assertThat(Recorded.by(day, knownAt)).isEqualTo(expected);
  }
}
