package duban.reporting.standing;

import static duban.reporting.standing.Said.reported;
import static duban.reporting.standing.Said.share;
import static duban.reporting.standing.Said.stands;
import static org.assertj.core.api.Assertions.assertThat;

import duban.contracts.plan.Target.Kind;
import duban.contracts.plan.Target.Operator;
import duban.contracts.plan.Target.Period;
import duban.reporting.reason.Reason;
import duban.reporting.standing.Detail.PartRow;
import duban.reporting.standing.Observation.Answer;
import java.math.BigDecimal;
import java.util.Comparator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A target that is split over schools, towns or projects. */
class PartsTest {

  private static final String DAY = "2022-06-30";
  private static final Targets SEATS =
      Targets.of(Kind.QUANTITY).value("100").parts("east 60", "west 40");

  private static Observation part(long seq, String day, String key, String value) {
    return reported(seq, day, key, value, Answer.NONE);
  }

  private static Observation portion(long seq, String key, String numerator, String denominator) {
    return share(seq, DAY, key, numerator, denominator, Answer.NONE);
  }

  private static Observation more(long seq, String day, String key, String amount) {
    return Said.added(seq, day, key, amount, Answer.NONE);
  }

  @Test
  void theWholeIsTheSumOfItsParts() {
    Standing standing =
        stands(
            SEATS,
            DAY,
            part(1, "2022-03-31", "east", "20"),
            more(2, "2022-03-01", "east", "7"),
            more(3, "2022-04-01", "east", "5"),
            part(4, "2022-02-28", "west", "10"),
            more(5, "2022-03-15", "west", "15"));
    assertThat(standing.figure()).isEqualByComparingTo("50");
    assertThat(standing.done()).isEqualByComparingTo("0.5");
    assertThat(standing.reportedOn()).isEqualTo("2022-04-01");
    assertThat(standing.detail().parts()).hasSize(2);
    PartRow east = standing.detail().parts().getFirst();
    assertThat(east.reached()).isEqualByComparingTo("25");
    assertThat(east.promised()).isEqualByComparingTo("60");
    assertThat(east.done()).isEqualByComparingTo("0.416667");
    assertThat(east.light()).isEqualTo(Light.AT_RISK);
    PartRow west = standing.detail().parts().getLast();
    assertThat(west.done()).isEqualByComparingTo("0.625");
    assertThat(west.light()).isEqualTo(Light.ON_TRACK);
    assertThat(west.reportedOn()).isEqualTo("2022-03-15");
    assertThat(standing.detail().partsAddUp()).isTrue();
  }

  @Test
  void aPartThatThePlanDoesNotNameDoesNotCount() {
    assertThat(stands(SEATS, DAY, part(1, DAY, "north", "50")).figure()).isNull();
    assertThat(stands(Targets.of(Kind.QUANTITY).value("1"), DAY, part(1, DAY, "x", "1")).figure())
        .isNull();
  }

  @Test
  void aReportOfTheWholeRulesOnlyWhileNoPartHasReported() {
    Observation whole = reported(1, "2022-05-31", "70");
    Standing before = stands(SEATS, DAY, whole);
    assertThat(before.figure()).isEqualByComparingTo("70");
    assertThat(before.detail().control()).isNull();
    Standing after = stands(SEATS, DAY, whole, part(2, "2022-04-30", "east", "30"));
    assertThat(after.figure()).isEqualByComparingTo("30");
    assertThat(after.detail().control().reached()).isEqualByComparingTo("70");
    assertThat(after.detail().partsDiffer()).isTrue();
    assertThat(Reason.of(SEATS.definition(), after).zh()).contains("总体报送 70，与分项合计 30 不符");
    Standing same =
        stands(
            SEATS,
            DAY,
            whole,
            part(2, "2022-04-30", "east", "30"),
            part(3, "2022-04-30", "west", "40.0"));
    assertThat(same.detail().partsDiffer()).isFalse();
  }

  @Test
  void saysWhenThePartsDoNotAddUp() {
    Targets short10 = Targets.of(Kind.QUANTITY).value("100").parts("east 50", "west 40");
    Standing standing = stands(short10, DAY, part(1, DAY, "east", "50"));
    assertThat(standing.detail().partsPromised()).isEqualByComparingTo("90");
    assertThat(standing.detail().partsAddUp()).isFalse();
    assertThat(Reason.of(short10.definition(), standing).zh()).contains("各分项合计承诺 90，与总目标 100 不符");
    Targets open = Targets.of(Kind.QUANTITY).value("100").parts("east 50", "west -");
    Detail detail = stands(open, DAY).detail();
    assertThat(detail.partsPromised()).isNull();
    assertThat(detail.parts().getLast().light()).isNull();
    assertThat(detail.parts().getLast().promised()).isNull();
  }

  @Test
  void sharesAddNumeratorsAndDenominators() {
    Targets schools =
        Targets.of(Kind.RATIO).value("80").parts("east 90 10", "west 75 20", "north 80 10");
    Standing standing =
        stands(schools, DAY, portion(1, "east", "9", "10"), portion(2, "west", "12", "18"));
    // What north has is not known, but that it has ten schools is.
    assertThat(standing.numerator()).isEqualByComparingTo("21");
    assertThat(standing.denominator()).isEqualByComparingTo("38");
    assertThat(standing.figure()).isEqualByComparingTo("55.263158");
    assertThat(standing.detail().parts().getFirst().light()).isEqualTo(Light.ACHIEVED);
    // (90 x 10 + 75 x 20 + 80 x 10) / 40
    assertThat(standing.detail().partsPromised()).isEqualByComparingTo("80");
    assertThat(standing.detail().partsAddUp()).isTrue();
  }

  @Test
  void aShareIsNotKeptWhileAPartOfUnknownSizeIsSilent() {
    Targets covered = Targets.of(Kind.COVERAGE).parts("east -", "west -");
    Standing half = stands(covered, DAY, portion(1, "east", "10", "10"));
    assertThat(half.light()).isEqualTo(Light.ON_TRACK);
    assertThat(half.done()).isEqualByComparingTo("0.5");
    assertThat(stands(covered, "2022-12-31", portion(1, "east", "10", "10")).light())
        .isEqualTo(Light.BEHIND);
    assertThat(
            stands(covered, DAY, portion(1, "east", "10", "10"), portion(2, "west", "5", "5"))
                .light())
        .isEqualTo(Light.ACHIEVED);
  }

  @Test
  void whatMustFallIsNotKeptBeforeAllHaveReported() {
    Targets accidents =
        Targets.of(Kind.QUANTITY).operator(Operator.AT_MOST).value("10").parts("east 5", "west 5");
    Standing half = stands(accidents, "2022-12-31", part(1, DAY, "east", "3"));
    assertThat(half.done()).isEqualByComparingTo("0.5");
    assertThat(half.light()).isEqualTo(Light.BEHIND);
    assertThat(Reason.of(accidents.definition(), half).zh()).contains("尚未报送：分项west");
    assertThat(Reason.of(accidents.definition(), half).en()).contains("no report of: ");
    assertThat(stands(accidents, DAY, part(1, DAY, "east", "3"), part(2, DAY, "west", "4")).light())
        .isEqualTo(Light.ACHIEVED);
  }

  @Test
  void countsOfOnePeriodAddUp() {
    Targets visits =
        Targets.of(Kind.FREQUENCY).value("3").each(Period.QUARTER).parts("east 1", "west 2");
    Standing standing =
        stands(
            visits,
            DAY,
            more(1, "2022-01-10", "east", "1"),
            more(2, "2022-02-10", "west", "2"),
            more(3, "2022-05-10", "west", "2"));
    assertThat(standing.figure()).isEqualByComparingTo("5");
    assertThat(standing.done()).isEqualByComparingTo("0.25");
    assertThat(standing.detail().periods())
        .extracting(row -> row.state().word())
        .containsExactly("kept", "missing", "ahead", "ahead");
    assertThat(standing.detail().parts())
        .extracting(PartRow::done)
        .usingElementComparator(Comparator.naturalOrder())
        .containsExactly(new BigDecimal("0.25"), new BigDecimal("0.5"));
  }

  @Test
  void aPartMayBeDueBeforeTheWhole() {
    Targets seats = Targets.of(Kind.QUANTITY).value("100").parts("east 60 - 2022-03-31", "west 40");
    Standing standing = stands(seats, DAY, part(1, DAY, "east", "50"), part(2, DAY, "west", "20"));
    assertThat(standing.detail().parts())
        .extracting(PartRow::light)
        .containsExactly(Light.OVERDUE, Light.ON_TRACK);
    assertThat(standing.detail().parts().getFirst().pace()).isEqualByComparingTo("1");
    assertThat(standing.light()).isEqualTo(Light.ON_TRACK);
  }

  @Test
  void aPartThatIsDueByItselfLeavesThePacePointsToTheWhole() {
    Targets seats =
        Targets.of(Kind.QUANTITY)
            .value("100")
            .pace("2022-06-30 0.1")
            .parts("east 60 - 2022-07-31", "west 40");
    Standing standing = stands(seats, DAY, part(1, DAY, "east", "50"));
    assertThat(standing.detail().parts().getFirst().pace()).isEqualByComparingTo("0.853081");
    assertThat(standing.detail().parts().getLast().pace()).isEqualByComparingTo("0.1");
  }

  @Test
  void aPartWithoutAFigureHasNoPace() {
    Targets seats = Targets.of(Kind.QUANTITY).value("100").parts("east 60", "west -");
    assertThat(stands(seats, DAY, part(1, DAY, "west", "5")).detail().parts())
        .extracting(row -> row.pace() == null)
        .containsExactly(false, true);
  }

  @ParameterizedTest
  @CsvSource({"3, 4, false", "4, 4, true", "5, 5, true", "5, 6, false"})
  void thePartsOfARangeLieWithinIt(String east, String west, boolean addUp) {
    Targets schools =
        Targets.of(Kind.QUANTITY).range("8", "10").parts("east " + east, "west " + west);
    assertThat(stands(schools, DAY).detail().partsAddUp()).isEqualTo(addUp);
  }
}
