package duban.reporting.bulletin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditionTest {

  /** Midnight in the plans' zone is 16:00 UTC. */
  @ParameterizedTest
  @CsvSource({
    "2022-06-30, 2022-06-30T04:00:00Z, 2022-06-30",
    "2022-06-30, 2022-07-05T15:59:59Z, 2022-07-05",
    "2022-06-30, 2022-07-05T16:00:00Z, 2022-07-06",
    "2022-06-30, 2022-06-10T04:00:00Z, 2022-06-30",
    "2022-06-15, 2022-07-06T04:00:00Z, 2022-06-15"
  })
  void whoReportedIsToldOnTheDayOfItsMakingAndNeverBeforeTheDayItIsToldFor(
      LocalDate asOf, Instant knownAt, LocalDate reportingDay) {
    assertThat(Edition.bulletin("320400", "2022-06").reportingDay(asOf, knownAt))
        .isEqualTo(reportingDay);
  }

  @ParameterizedTest
  @CsvSource({
    "2022-12-31, 2023-01-06T04:00:00Z, 2023-01-06",
    "2022-11-30, 2023-01-06T04:00:00Z, 2022-11-30"
  })
  void soIsAYears(LocalDate asOf, Instant knownAt, LocalDate reportingDay) {
    assertThat(Edition.summary("320400", "2022").reportingDay(asOf, knownAt))
        .isEqualTo(reportingDay);
  }
}
