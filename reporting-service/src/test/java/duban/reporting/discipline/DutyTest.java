package duban.reporting.discipline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What became of a report that was owed for June 2022, due by 5 July in Shanghai. */
class DutyTest {

  @ParameterizedTest
  @CsvSource({
    "                     , 2022-06-30, pending",
    "                     , 2022-07-05, pending",
    "                     , 2022-07-06, missing",
    "2022-06-30T08:00:00Z , 2022-06-30, on-time",
    "2022-07-05T15:59:59Z , 2022-08-01, on-time",
    "2022-07-05T16:00:00Z , 2022-08-01, late",
    "                     , 2022-08-01, missing",
  })
  void aReportIsOnTimeLateMissingOrPending(Instant recorded, LocalDate today, String state) {
    Duty june = new Duty(YearMonth.of(2022, 6), 5);
    assertThat(june.state(recorded, today).word()).isEqualTo(state);
  }

  @Test
  void decembersReportIsDueInTheNewYear() {
    assertThat(new Duty(YearMonth.of(2022, 12), 5).due()).isEqualTo(LocalDate.of(2023, 1, 5));
  }

  @Test
  void theRateIsWhatCameOnTimeOfWhatWasDue() {
    Punctuality figures =
        Punctuality.of(List.of(ReportState.ON_TIME, ReportState.ON_TIME, ReportState.LATE), null);
    assertThat(figures.rate()).isEqualByComparingTo("0.6667");
    assertThat(Punctuality.NONE.rate()).isNull();
    assertThat(figures.plus(figures).due()).isEqualTo(6);
  }

  @Test
  void aMonthIsReachedByWhatBeginsInItOrBefore() {
    Duty june = new Duty(YearMonth.of(2022, 6), 5);
    assertThat(june.isReachedBy(LocalDate.of(2022, 6, 30))).isTrue();
    assertThat(june.isReachedBy(LocalDate.of(2022, 7, 1))).isFalse();
  }
}
