package duban.reporting.standing;

import static duban.reporting.standing.Said.reported;
import static duban.reporting.standing.Said.stands;
import static org.assertj.core.api.Assertions.assertThat;

import duban.contracts.Text;
import duban.contracts.catalogue.Settings;
import duban.contracts.plan.Target.Kind;
import duban.reporting.reason.Reason;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The light, and the sentence that says why. */
class LightTest {

  private static final Targets SEATS = Targets.of(Kind.QUANTITY).value("6325");

  @ParameterizedTest
  @CsvSource({
    "true, true, false, 1, 1, ACHIEVED",
    "false, true, false, 0.99, 1, OVERDUE",
    "false, false, true, 0.5, 0, NOT_DUE",
    "false, false, false, 0, 0, NOT_DUE",
    "false, false, false, 0.45, 0.5, ON_TRACK",
    "false, false, false, 0.449999, 0.5, AT_RISK",
    "false, false, false, 0.35, 0.5, AT_RISK",
    "false, false, false, 0.349999, 0.5, BEHIND",
    "false, false, false, 0, 0.000001, BEHIND",
  })
  void followsFromDoneAndPace(
      boolean reached, boolean pastDue, boolean ahead, String done, String pace, Light light) {
    assertThat(
            Light.of(
                reached,
                pastDue,
                ahead,
                new BigDecimal(done),
                new BigDecimal(pace),
                Settings.DEFAULT))
        .isEqualTo(light);
  }

  @Test
  void movesWithTheCalendarAlone() {
    Observation half = reported(1, "2022-06-30", "3200");
    assertThat(stands(SEATS, "2022-06-30", half).light()).isEqualTo(Light.ON_TRACK);
    assertThat(stands(SEATS, "2022-08-31", half).light()).isEqualTo(Light.AT_RISK);
    assertThat(stands(SEATS, "2022-10-31", half).light()).isEqualTo(Light.BEHIND);
    assertThat(stands(SEATS, "2023-01-01", half).light()).isEqualTo(Light.OVERDUE);
    assertThat(stands(SEATS, "2022-01-01", half).light()).isEqualTo(Light.NOT_DUE);
  }

  @Test
  void silenceShowsBesideTheLight() {
    Observation half = reported(1, "2022-06-30", "3200");
    assertThat(stands(SEATS, "2022-07-30", half).unreported()).isFalse();
    assertThat(stands(SEATS, "2022-07-31", half).unreported()).isTrue();
    assertThat(stands(SEATS, "2022-01-31").unreported()).isFalse();
    assertThat(stands(SEATS, "2022-02-01").unreported()).isTrue();
  }

  @Test
  void whoseTimeHasNotComeOrWhoIsDoneIsNotSilent() {
    Targets autumn = Targets.of(Kind.QUANTITY).value("10").from("2022-09-01");
    assertThat(stands(autumn, "2022-08-31").unreported()).isFalse();
    assertThat(stands(autumn, "2022-10-01").unreported()).isFalse();
    assertThat(stands(autumn, "2022-10-02").unreported()).isTrue();
    assertThat(stands(SEATS, "2022-12-31", reported(1, "2022-02-01", "6325")).unreported())
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2022-06-30 | 3200"
            + " | 完成 3200/6325 个（50.5%），应于 2022-12-31 完成，时序应达 49.4%，不低于其 90%（44.5%）。"
            + " | 3200 of 6325 (50.5 %); due on 2022-12-31, 49.4 % of it by now, at least 90 % of"
            + " that (44.5 %) is done.",
        "2022-06-30 | 2700"
            + " | 完成 2700/6325 个（42.6%），应于 2022-12-31 完成，时序应达 49.4%，不足其 90%（44.5%），"
            + "不低于其 70%（34.6%）。"
            + " | 2700 of 6325 (42.6 %); due on 2022-12-31, 49.4 % of it by now, less than 90 % of"
            + " that (44.5 %) but at least 70 % of that (34.6 %) is done.",
        "2022-06-30 | 1800"
            + " | 完成 1800/6325 个（28.4%），应于 2022-12-31 完成，时序应达 49.4%，不足其 70%（34.6%）。"
            + " | 1800 of 6325 (28.4 %); due on 2022-12-31, 49.4 % of it by now, less than 70 % of"
            + " that (34.6 %) is done.",
        "2022-06-30 | 6324.999"
            + " | 完成 6324.999/6325 个（99.9%），应于 2022-12-31 完成，时序应达 49.4%，"
            + "不低于其 90%（44.5%）。"
            + " | 6324.999 of 6325 (99.9 %); due on 2022-12-31, 49.4 % of it by now, at least 90 %"
            + " of that (44.5 %) is done.",
        "2023-01-05 | 3200 | 完成 3200/6325 个（50.5%），应于 2022-12-31 完成，已逾期 5 天；超过 30 天未报送。"
            + " | 3200 of 6325 (50.5 %); due on 2022-12-31, 5 days overdue; no report for more than"
            + " 30 days.",
        "2022-06-30 | 6325 | 完成 6325/6325 个（100%），已达成（截止 2022-12-31）。"
            + " | 6325 of 6325 (100 %); the promise is kept (due on 2022-12-31).",
      })
  void saysWhyInOneSentence(String day, String value, String zh, String en) {
    Standing standing = stands(SEATS, day, reported(1, "2022-06-30", value));
    assertThat(Reason.of(SEATS.definition(), standing)).isEqualTo(new Text(zh, en));
  }

  @Test
  void saysThatNothingWasReported() {
    assertThat(Reason.of(SEATS.definition(), stands(SEATS, "2022-02-15")).zh())
        .isEqualTo("尚无报送，应于 2022-12-31 完成，时序应达 12.3%，不足其 70%（8.6%）；超过 30 天未报送。");
  }

  @Test
  void theWorstOfManyShines() {
    LightCounts counts =
        LightCounts.of(stands(SEATS, "2022-06-30", reported(1, "2022-06-30", "6325")))
            .plus(LightCounts.of(stands(SEATS, "2022-06-30", reported(1, "2022-06-30", "2700"))));
    assertThat(counts.worst()).isEqualTo(Light.AT_RISK);
    assertThat(counts.byWord()).containsOnlyKeys("achieved", "at-risk");
    assertThat(LightCounts.ZERO.worst()).isNull();
  }

  @Test
  void eachLightIsCountedAsItself() {
    Observation half = reported(1, "2022-06-30", "3200");
    LightCounts onTrack = LightCounts.of(stands(SEATS, "2022-06-30", half));
    assertThat(onTrack.byWord()).isEqualTo(Map.of("on-track", 1));
    assertThat(onTrack.targets()).isOne();
    assertThat(onTrack.reported()).isOne();
    assertThat(onTrack.unreported()).isZero();
    assertThat(onTrack.pastDue()).isZero();
    LightCounts silent = LightCounts.of(stands(SEATS, "2023-01-01"));
    assertThat(silent.byWord()).isEqualTo(Map.of("overdue", 1));
    assertThat(silent.reported()).isZero();
    assertThat(silent.unreported()).isOne();
    assertThat(silent.pastDue()).isOne();
    assertThat(onTrack.plus(silent).minus(silent)).isEqualTo(onTrack);
  }

  @ParameterizedTest
  @CsvSource({
    "2023-01-01, 3200, 2022-06-30, 3200, OVERDUE",
    "2022-06-30, 100, 2022-06-30, 2700, BEHIND",
    "2022-06-30, 2700, 2022-06-30, 3200, AT_RISK",
    "2022-06-30, 3200, 2022-06-30, 6325, ON_TRACK",
    "2022-01-01, 3200, 2022-06-30, 3200, ON_TRACK",
    "2022-06-30, 6325, 2022-06-30, 6325, ACHIEVED",
    "2022-01-01, 0, 2022-01-01, 0, NOT_DUE",
    "2022-01-01, 0, 2022-06-30, 6325, ON_TRACK",
  })
  void theWorstOfTwo(String day, String value, String otherDay, String other, Light worst) {
    LightCounts both =
        LightCounts.of(stands(SEATS, day, reported(1, day, value)))
            .plus(LightCounts.of(stands(SEATS, otherDay, reported(1, otherDay, other))));
    assertThat(both.worst()).isEqualTo(worst);
  }
}
