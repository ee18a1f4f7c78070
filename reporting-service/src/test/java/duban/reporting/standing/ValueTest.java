package duban.reporting.standing;

import static duban.reporting.standing.Said.added;
import static duban.reporting.standing.Said.noted;
import static duban.reporting.standing.Said.reported;
import static duban.reporting.standing.Said.share;
import static duban.reporting.standing.Said.stands;
import static duban.reporting.standing.Said.stepped;
import static org.assertj.core.api.Assertions.assertThat;

import duban.contracts.plan.Target.Kind;
import duban.contracts.plan.Target.Milestone;
import duban.contracts.plan.Target.Operator;
import duban.contracts.plan.Target.Period;
import duban.reporting.standing.Detail.PeriodRow;
import duban.reporting.standing.Detail.PeriodState;
import duban.reporting.standing.Detail.ProjectRow;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The value of a target on a day, by kind. */
class ValueTest {

  private static final Targets SEATS = Targets.of(Kind.QUANTITY).value("6325");

  @Test
  void nothingReportedIsNoValueAndNotZero() {
    assertThat(stands(SEATS, "2022-06-30").figure()).isNull();
  }

  @Test
  void theLatestReportCountsWhateverTheOrderOfArrival() {
    Standing standing =
        stands(
            SEATS,
            "2022-06-30",
            reported(2, "2022-03-31", "1500"),
            reported(3, "2022-02-28", "900"),
            reported(1, "2022-01-31", "500"));
    assertThat(standing.figure()).isEqualByComparingTo("1500");
    assertThat(standing.reportedOn()).isEqualTo("2022-03-31");
    assertThat(standing.reportedAt()).isEqualTo(Said.at(2));
  }

  @Test
  void ofTwoForOneDayTheLaterRecordedWins() {
    Standing standing =
        stands(
            SEATS,
            "2022-06-30",
            reported(7, "2022-03-31", "1400"),
            reported(4, "2022-03-31", "1500"));
    assertThat(standing.figure()).isEqualByComparingTo("1400");
  }

  @Test
  void whatWasAddedCountsOnTopOfTheReportBeforeIt() {
    Standing standing =
        stands(
            SEATS,
            "2022-06-30",
            added(1, "2022-03-30", "10"),
            reported(2, "2022-03-31", "1500"),
            added(3, "2022-03-31", "20"),
            added(4, "2022-04-01", "30"),
            added(5, "2022-07-01", "40"));
    assertThat(standing.figure()).isEqualByComparingTo("1530");
    assertThat(standing.reportedAt()).isEqualTo(Said.at(4));
  }

  @Test
  void whatLiesAheadOfTheDayIsPassedOver() {
    Standing standing =
        stands(
            SEATS,
            "2022-06-30",
            reported(1, "2022-06-30", "3200"),
            reported(2, "2022-09-30", "5000"));
    assertThat(standing.figure()).isEqualByComparingTo("3200");
  }

  @Test
  void aShareIsItsNumeratorAndDenominator() {
    Standing standing =
        stands(
            Targets.of(Kind.RATIO).value("85"),
            "2022-06-30",
            share(1, "2022-03-31", "40", "80"),
            share(2, "2022-06-30", "2", "3"),
            reported(3, "2022-06-30", "99"));
    assertThat(standing.figure()).isEqualByComparingTo("66.666667");
    assertThat(standing.numerator()).isEqualByComparingTo("2");
    assertThat(standing.denominator()).isEqualByComparingTo("3");
    assertThat(standing.reportedAt()).isEqualTo(Said.at(2));
  }

  @Test
  void twoThirdsOfThreeSchoolsAreTwo() {
    Targets target = Targets.of(Kind.RATIO).value("66.66");
    assertThat(stands(target, "2022-06-30", share(1, "2022-06-30", "2", "3")).light())
        .isEqualTo(Light.ACHIEVED);
  }

  @Test
  void projectsAreCountedWhenTheirLastStepIsReached() {
    Targets schools = Targets.of(Kind.PROJECT).projects("甲校", "乙校", "丙校");
    Standing standing =
        stands(
            schools,
            "2022-06-30",
            stepped(1, "2022-02-01", "甲校", Milestone.STARTED),
            stepped(2, "2022-05-01", "甲校", Milestone.IN_USE),
            stepped(3, "2022-05-01", "乙校", Milestone.TOPPED_OUT),
            stepped(4, "2022-06-01", "甲校", Milestone.STARTED));
    assertThat(standing.figure()).isEqualByComparingTo("1");
    assertThat(standing.done()).isEqualByComparingTo("0.333333");
  }

  @Test
  void aProjectMayBeFinishedByALaterStepThanUsual() {
    Targets school = Targets.of(Kind.PROJECT).finishedWhen(Milestone.IN_USE);
    assertThat(
            stands(school, "2022-06-30", stepped(1, "2022-05-01", null, Milestone.COMPLETED))
                .light())
        .isNotEqualTo(Light.ACHIEVED);
    assertThat(
            stands(school, "2022-06-30", stepped(1, "2022-05-01", null, Milestone.IN_USE)).light())
        .isEqualTo(Light.ACHIEVED);
  }

  @Test
  void twoSpellingsOfASingleProjectAreOne() {
    Targets school = Targets.of(Kind.PROJECT).value("1").projects("甲校");
    Standing standing =
        stands(
            school,
            "2022-06-30",
            stepped(1, "2022-05-01", null, Milestone.COMPLETED),
            stepped(2, "2022-05-02", "甲校", Milestone.COMPLETED));
    assertThat(standing.figure()).isEqualByComparingTo("1");
  }

  @Test
  void aProjectThatIsNotAmongThoseNamedIsNotCounted() {
    Targets schools = Targets.of(Kind.PROJECT).projects("甲校", "乙校").complete();
    assertThat(
            stands(schools, "2022-06-30", stepped(1, "2022-05-01", "丁校", Milestone.COMPLETED))
                .figure())
        .isNull();
  }

  @Test
  void aDeadlineIsDoneByItsMilestoneOrByOneAndUndoneByZero() {
    Targets scheme = Targets.of(Kind.DEADLINE);
    Observation done = stepped(1, "2022-05-01", null, Milestone.COMPLETED);
    assertThat(stands(scheme, "2022-06-30", done).light()).isEqualTo(Light.ACHIEVED);
    assertThat(stands(scheme, "2022-06-30", reported(1, "2022-05-01", "1")).light())
        .isEqualTo(Light.ACHIEVED);
    assertThat(stands(scheme, "2022-06-30", done, reported(2, "2022-05-02", "0")).figure())
        .isEqualByComparingTo("0");
    assertThat(
            stands(scheme, "2022-06-30", stepped(1, "2022-05-01", null, Milestone.STARTED))
                .figure())
        .isEqualByComparingTo("0");
  }

  @Test
  void aFrequencyIsKeptPeriodByPeriod() {
    Targets monthly = Targets.of(Kind.FREQUENCY).value("1").each(Period.MONTH);
    Standing standing =
        stands(
            monthly,
            "2022-06-30",
            added(1, "2022-01-31", "1"),
            added(2, "2022-02-10", "1"),
            added(3, "2022-03-10", "5"),
            reported(4, "2022-06-30", "12"));
    assertThat(standing.figure()).isEqualByComparingTo("7");
    assertThat(standing.done()).isEqualByComparingTo("0.25");
    assertThat(standing.pace()).isEqualByComparingTo("0.5");
    assertThat(standing.light()).isEqualTo(Light.BEHIND);
    assertThat(standing.reportedAt()).isEqualTo(Said.at(3));
  }

  @Test
  void wordsMoveANarrativeByPercentageOrStage() {
    Targets reform = Targets.of(Kind.NARRATIVE);
    Observation half = noted(1, "2022-06-01", "60", "推进中");
    assertThat(stands(reform, "2022-06-30", half).done()).isEqualByComparingTo("0.6");
    assertThat(stands(reform, "2022-06-30", half, noted(2, "2022-06-02", null, null)).done())
        .isEqualByComparingTo("0.6");
    assertThat(stands(reform, "2022-06-30", half, noted(2, "2022-06-02", null, "完成")).light())
        .isEqualTo(Light.ACHIEVED);
  }

  static Stream<Arguments> whatFitsOtherKinds() {
    String day = "2022-03-01";
    Observation value = Said.reported(1, day, "5");
    Observation share = Said.share(1, day, "4", "5");
    Observation noBase = Said.share(1, day, "4", "0");
    Observation more = Said.added(1, day, "5");
    Observation step = Said.stepped(1, day, "甲校", Milestone.COMPLETED);
    Observation words = Said.noted(1, day, "50", "完成");
    return Stream.of(
            Map.of(Kind.QUANTITY, List.of(share, step, words)),
            Map.of(Kind.MONEY, List.of(share, step, words)),
            Map.of(Kind.RATIO, List.of(value, more, step, words, noBase)),
            Map.of(Kind.COVERAGE, List.of(value, more, step, words, noBase)),
            Map.of(Kind.PROJECT, List.of(value, share, more, words)),
            Map.of(Kind.DEADLINE, List.of(share, more, words)),
            Map.of(Kind.FREQUENCY, List.of(value, share, step, words)),
            Map.of(Kind.NARRATIVE, List.of(value, share, more, step)))
        .flatMap(kind -> kind.entrySet().stream())
        .flatMap(kind -> kind.getValue().stream().map(said -> Arguments.of(kind.getKey(), said)));
  }

  @ParameterizedTest
  @MethodSource("whatFitsOtherKinds")
  void whatFitsAnotherKindSaysNothing(Kind kind, Observation said) {
    Standing standing =
        Said.stands(Targets.of(kind).value("10").each(Period.MONTH), "2022-06-30", said);
    assertThat(standing.figure()).isNull();
    assertThat(standing.reportedOn()).isNull();
    assertThat(standing.done()).isEqualByComparingTo("0");
  }

  @Test
  void aProjectStandsAtItsFurthestStepSinceItFirstCameThere() {
    Targets one = Targets.of(Kind.PROJECT);
    Standing again =
        Said.stands(
            one,
            "2022-06-30",
            Said.stepped(1, "2022-03-01", null, Milestone.STARTED),
            Said.stepped(2, "2022-04-01", null, Milestone.STARTED));
    assertThat(again.detail().projects())
        .containsExactly(new ProjectRow(null, Milestone.STARTED, LocalDate.of(2022, 3, 1), false));
    assertThat(Said.stands(one, "2022-06-30").detail().projects())
        .containsExactly(new ProjectRow(null, null, null, false));
  }

  @Test
  void aProjectThatThePlanDoesNotNameIsShownBehindThoseThatItNames() {
    Standing standing =
        Said.stands(
            Targets.of(Kind.PROJECT).projects("甲校").value("2"),
            "2022-06-30",
            Said.stepped(1, "2022-03-01", "丙校", Milestone.COMPLETED),
            Said.stepped(2, "2022-03-02", null, Milestone.STARTED));
    assertThat(standing.detail().projects())
        .extracting(ProjectRow::project)
        .startsWith("甲校")
        .containsExactlyInAnyOrder("甲校", "丙校", null);
  }

  /** At most two a month: kept when the month is over, and only if something was said of it. */
  @Test
  void aCountThatMustStaySmallIsKeptWhenItsPeriodIsOver() {
    Targets trips =
        Targets.of(Kind.FREQUENCY).operator(Operator.AT_MOST).value("2").each(Period.MONTH);
    Standing standing =
        Said.stands(
            trips,
            "2022-04-15",
            Said.added(1, "2022-01-10", "2"),
            Said.added(2, "2022-02-10", "3"),
            Said.added(3, "2022-04-10", "1"));
    assertThat(standing.detail().periods().subList(0, 5))
        .extracting(PeriodRow::state)
        .containsExactly(
            PeriodState.KEPT,
            PeriodState.MISSING,
            PeriodState.MISSING,
            PeriodState.RUNNING,
            PeriodState.AHEAD);
    assertThat(
            Said.stands(trips, "2022-04-15", Said.added(1, "2022-04-10", "3"))
                .detail()
                .periods()
                .get(3)
                .state())
        .isEqualTo(PeriodState.MISSING);
  }
}
