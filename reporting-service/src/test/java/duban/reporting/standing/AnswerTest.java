package duban.reporting.standing;

import static duban.reporting.standing.Said.stands;
import static org.assertj.core.api.Assertions.assertThat;

import duban.contracts.catalogue.Settings;
import duban.contracts.plan.Target.Kind;
import duban.contracts.plan.Target.Milestone;
import duban.contracts.plan.Target.Period;
import duban.reporting.reason.Reason;
import duban.reporting.standing.Detail.Explanation;
import duban.reporting.standing.Observation.Answer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the bureau and the district say about a report afterwards, and what stands in a light. */
class AnswerTest {

  private static final String DAY = "2022-06-30";
  private static final Answer DISPUTED = new Answer(Verdict.DISPUTED, false);
  private static final Answer VERIFIED = new Answer(Verdict.VERIFIED, false);
  private static final Answer EXPLAINED = new Answer(null, true);

  static Settings settings(boolean disputedCounts) {
    Settings all = Settings.DEFAULT;
    return new Settings(
        new BigDecimal("0.8"),
        new BigDecimal("0.5"),
        all.tolerance(),
        disputedCounts,
        all.explainBelow(),
        all.explainAbove(),
        all.reportDueDay(),
        all.remindDays(),
        all.rectifyDays(),
        all.termStarts(),
        List.of("Finished"));
  }

  private static Targets seats(boolean disputedCounts) {
    return Targets.of(Kind.QUANTITY).value("100").settings(settings(disputedCounts));
  }

  private static Observation said(long seq, String day, String value, Answer answer) {
    return Said.reported(seq, day, null, value, answer);
  }

  @Test
  void aDisputedReportCountsOrNotAsTheMunicipalitySets() {
    Observation may = said(1, "2022-05-31", "30", VERIFIED);
    Observation june = said(2, DAY, "90", DISPUTED);
    Standing without = stands(seats(false), DAY, may, june);
    assertThat(without.figure()).isEqualByComparingTo("30");
    assertThat(without.reportedOn()).isEqualTo("2022-05-31");
    assertThat(without.detail().verdict()).isEqualTo(Verdict.VERIFIED);
    assertThat(without.detail().disputed()).isTrue();
    Standing with = stands(seats(true), DAY, may, june);
    assertThat(with.figure()).isEqualByComparingTo("90");
    assertThat(with.detail().verdict()).isEqualTo(Verdict.DISPUTED);
    assertThat(with.detail().disputed()).isTrue();
    assertThat(Reason.of(seats(false).definition(), without).zh()).contains("有异议，不计入");
    assertThat(Reason.of(seats(true).definition(), with).zh()).contains("有异议，仍计入");
  }

  @Test
  void whatWasSaidAfterADisputedReportStandsClear() {
    Observation june = said(1, "2022-06-01", "90", DISPUTED);
    Standing standing = stands(seats(false), DAY, june, said(2, DAY, "40", Answer.NONE));
    assertThat(standing.detail().disputed()).isFalse();
    assertThat(standing.detail().verdict()).isNull();
  }

  @Test
  void aDisputedMilestoneIsPassedOverToo() {
    Targets school = Targets.of(Kind.PROJECT).settings(settings(false));
    Observation done =
        new Observation.Stepped(
            LocalDate.parse(DAY), 1, Said.at(1), null, Milestone.COMPLETED, DISPUTED);
    assertThat(stands(school, DAY, done).light()).isEqualTo(Light.BEHIND);
    assertThat(stands(school, DAY, done).detail().disputed()).isTrue();
  }

  /** The pace on 30 June is 0.494505, half of it 0.2472525. */
  @ParameterizedTest
  @CsvSource({"24, BELOW", "24.8,", "200,", "200.1, ABOVE"})
  void aReportFarBelowOrAboveMustBeExplained(String value, Explanation due) {
    Targets target = seats(true);
    assertThat(stands(target, DAY, said(1, DAY, value, Answer.NONE)).detail().explanationDue())
        .isEqualTo(due);
    assertThat(stands(target, DAY, said(1, DAY, value, EXPLAINED)).detail().explanationDue())
        .isNull();
  }

  @Test
  void justAtTheLimitNothingMustBeExplained() {
    Targets half = seats(true).pace(DAY + " 0.5");
    assertThat(stands(half, DAY, said(1, DAY, "25", Answer.NONE)).detail().explanationDue())
        .isNull();
    assertThat(stands(half, DAY, said(1, DAY, "24.99", Answer.NONE)).detail().explanationDue())
        .isEqualTo(Explanation.BELOW);
  }

  @Test
  void aReportIsMeasuredByThePaceOfItsOwnDay() {
    Observation march = said(1, "2022-03-31", "15", Answer.NONE);
    Standing inDecember = stands(seats(true), "2022-12-01", march);
    assertThat(inDecember.light()).isEqualTo(Light.BEHIND);
    assertThat(inDecember.detail().explanationDue()).isNull();
    Observation low = said(1, "2022-03-31", "12", Answer.NONE);
    Standing standing = stands(seats(true), "2022-12-01", low);
    assertThat(standing.detail().explanationDue()).isEqualTo(Explanation.BELOW);
    assertThat(Reason.of(seats(true).definition(), standing).en())
        .contains("a written explanation is due: the report of 2022-03-31 is under 50 %");
  }

  @Test
  void theThresholdsAndTheWordsForDoneAreTheMunicipalitys() {
    // 0.40 of 0.494505 due: under nine tenths, not under eight.
    Standing standing = stands(seats(true), DAY, said(1, DAY, "40", Answer.NONE));
    assertThat(standing.light()).isEqualTo(Light.ON_TRACK);
    assertThat(Reason.of(seats(true).definition(), standing).zh()).contains("不低于其 80%（39.5%）");
    Targets reform = Targets.of(Kind.NARRATIVE).settings(settings(true));
    assertThat(stands(reform, DAY, Said.noted(1, DAY, null, " finished ")).light())
        .isEqualTo(Light.ACHIEVED);
    assertThat(stands(reform, DAY, Said.noted(1, DAY, null, "完成")).light()).isEqualTo(Light.BEHIND);
    assertThat(
            stands(
                    reform,
                    DAY,
                    Said.noted(1, "2022-06-01", "70", "Finished"),
                    Said.noted(2, DAY, null, "推进中"))
                .done())
        .isEqualByComparingTo("0.7");
  }

  @Test
  void namesWhatIsMissing() {
    Targets monthly = Targets.of(Kind.FREQUENCY).value("1").each(Period.MONTH);
    Standing months =
        stands(
            monthly,
            DAY,
            Said.added(1, "2022-01-10", "1"),
            Said.added(2, "2022-02-10", "1"),
            Said.added(3, "2022-04-10", "2"),
            Said.added(4, "2022-05-10", "1"));
    assertThat(Reason.of(monthly.definition(), months).zh())
        .isEqualTo(
            "共 5 次，12 期中 4 期达标（33.3%），应于 2022-12-31 完成，时序应达 50%，不足其 70%（35%）；"
                + "未达标：2022-03、2022-06；超过 30 天未报送。");
    Targets schools = Targets.of(Kind.PROJECT).projects("甲校", "乙校", "丙校");
    Standing one = stands(schools, DAY, Said.stepped(1, DAY, "乙校", Milestone.COMPLETED));
    assertThat(Reason.of(schools.definition(), one).en())
        .contains("1 of 3 (33.3 %)")
        .contains("not finished: 甲校, 丙校");
    assertThat(one.detail().projects())
        .extracting(row -> row.finished())
        .containsExactly(false, true, false);
    Targets ratio = Targets.of(Kind.RATIO).value("85");
    Standing share = stands(ratio, DAY, Said.share(1, DAY, "5", "9"));
    // 85 % of 9 are 7.65, so eight.
    assertThat(Reason.of(ratio.definition(), share).zh())
        .startsWith("现为 55.55% (5/9)，目标 85%（完成 65.3%）")
        .contains("还差 3");
  }
}
