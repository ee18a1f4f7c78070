package duban.reporting.promise;

import static org.assertj.core.api.Assertions.assertThat;

import duban.contracts.catalogue.Settings;
import duban.contracts.plan.Target.Kind;
import duban.contracts.plan.Target.Period;
import duban.reporting.standing.Targets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The share that is due by the end of a day. */
class PaceTest {

  private static final List<String> TERMS = Settings.DEFAULT.termStarts();

  @ParameterizedTest
  @CsvSource({
    "2021-12-31, 0",
    "2022-01-01, 0",
    "2022-01-02, 0.002747",
    "2022-06-30, 0.494505",
    "2022-12-30, 0.997253",
    "2022-12-31, 1",
    "2023-05-01, 1",
  })
  void risesEvenlyFromTheStartToTheDueDay(LocalDate day, String pace) {
    assertThat(Pace.on(Targets.of(Kind.QUANTITY).value("1").definition(), day))
        .isEqualByComparingTo(pace);
  }

  @ParameterizedTest
  @CsvSource({
    "2022-02-01, 0",
    "2022-06-30, 0.3",
    "2022-07-31, 0.595238",
    "2022-09-01, 0.9",
    "2022-11-01, 0.950413",
    "2022-12-31, 1",
  })
  void followsThePlansOwnPoints(LocalDate day, String pace) {
    Targets target =
        Targets.of(Kind.QUANTITY)
            .value("1")
            .from("2022-02-01")
            .pace("2022-09-01 0.9", "2022-06-30 0.3");
    assertThat(Pace.on(target.definition(), day)).isEqualByComparingTo(pace);
  }

  @Test
  void ofASingleDayIsAllOfItOnThatDay() {
    Definition day = Targets.of(Kind.DEADLINE).from("2022-05-05").due("2022-05-05").definition();
    assertThat(Pace.on(day, LocalDate.parse("2022-05-04"))).isEqualByComparingTo("0");
    assertThat(Pace.on(day, LocalDate.parse("2022-05-05"))).isEqualByComparingTo("1");
  }

  @ParameterizedTest
  @CsvSource({
    "MONTH, 2022-01-30, 0",
    "MONTH, 2022-01-31, 0.083333",
    "QUARTER, 2022-06-30, 0.5",
    "TERM, 2022-07-31, 0.5",
    "TERM, 2022-12-31, 1",
    "WEEK, 2022-01-08, 0",
    "WEEK, 2022-01-09, 0.019231",
    "YEAR, 2022-12-30, 0",
  })
  void ofAFrequencyCountsWholePeriods(Period period, LocalDate day, String pace) {
    assertThat(Pace.on(Targets.of(Kind.FREQUENCY).value("1").each(period).definition(), day))
        .isEqualByComparingTo(pace);
  }

  @ParameterizedTest
  @CsvSource({"WEEK, 52", "MONTH, 12", "QUARTER, 4", "TERM, 2", "YEAR, 1"})
  void aYearHasThatManyPeriods(Period period, int count) {
    assertThat(Periods.of(period, LocalDate.of(2022, 1, 1), LocalDate.of(2022, 12, 31), TERMS))
        .hasSize(count);
  }

  @Test
  void aQuarterBeginsInItsOwnMonthAndMayBeCut() {
    assertThat(
            Periods.of(
                Period.QUARTER, LocalDate.of(2022, 5, 10), LocalDate.of(2022, 11, 30), TERMS))
        .containsExactly(
            new Periods.Span(LocalDate.of(2022, 5, 10), LocalDate.of(2022, 6, 30)),
            new Periods.Span(LocalDate.of(2022, 7, 1), LocalDate.of(2022, 9, 30)),
            new Periods.Span(LocalDate.of(2022, 10, 1), LocalDate.of(2022, 11, 30)));
  }

  @Test
  void aDayOutsideEveryPeriodBelongsToNone() {
    List<Periods.Span> quarters =
        Periods.of(Period.QUARTER, LocalDate.of(2022, 1, 1), LocalDate.of(2022, 12, 31), TERMS);
    assertThat(Periods.indexOf(quarters, LocalDate.of(2022, 12, 31))).isEqualTo(3);
    assertThat(Periods.indexOf(quarters, LocalDate.of(2023, 1, 1))).isEqualTo(-1);
    assertThat(Periods.indexOf(quarters, LocalDate.of(2021, 12, 31))).isEqualTo(-1);
  }

  @Test
  void aPointOnTheFirstDayIsTheBeginningOfTheLine() {
    Targets target = Targets.of(Kind.QUANTITY).value("1");
    assertThat(Pace.points(target.pace("2022-01-01 0.2", "2022-12-31 1").definition())).hasSize(2);
    assertThat(Pace.points(target.pace("2022-01-02 0.2", "2022-12-31 1").definition())).hasSize(3);
  }

  @Test
  void aSchoolYearHasItsTermsToo() {
    assertThat(Periods.of(Period.TERM, LocalDate.of(2022, 9, 1), LocalDate.of(2023, 7, 31), TERMS))
        .containsExactly(
            new Periods.Span(LocalDate.of(2022, 9, 1), LocalDate.of(2022, 12, 31)),
            new Periods.Span(LocalDate.of(2023, 1, 1), LocalDate.of(2023, 7, 31)));
  }

  @ParameterizedTest
  @CsvSource({
    "2022-01-01, 2022-12-31, 2022-02-14/2022-08-31 2022-09-01/2022-12-31",
    "2022-09-01, 2023-07-31, 2022-09-01/2023-02-13 2023-02-14/2023-07-31",
    "2022-09-10, 2022-10-10, 2022-09-10/2022-10-10",
  })
  void theMunicipalitySaysWhenItsTermsBegin(LocalDate start, LocalDate due, String spans) {
    assertThat(
            Periods.of(Period.TERM, start, due, List.of("02-14", "09-01")).stream()
                .map(span -> span.first() + "/" + span.last())
                .collect(Collectors.joining(" ")))
        .isEqualTo(spans);
  }
}
