package duban.reporting.standing;

import static org.assertj.core.api.Assertions.assertThat;

import duban.contracts.catalogue.Indicator.Measure;
import duban.contracts.plan.Target.Kind;
import duban.contracts.plan.Target.Operator;
import duban.reporting.reason.Reason;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** At most eight accidents in a year: kept when the year is over, lost with the ninth. */
class LimitTest {

  private static final Targets ACCIDENTS =
      Targets.of(Kind.QUANTITY).operator(Operator.AT_MOST).value("8").measure(Measure.FLOW);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2022-01-01 | 0 | 0        | not-due  | 累计 0 个，全期应不超过 8 个（未超限），目前尚无应完成量
          2022-06-30 | 2 | 0.494505 | on-track | 累计 2 个，全期应不超过 8 个（未超限），至 2022-12-31 期满方可判定
          2022-06-30 | 8 | 0.494505 | on-track | 累计 8 个，全期应不超过 8 个（未超限），至 2022-12-31 期满方可判定
          2022-06-30 | 9 | 0        | behind   | 累计 9 个，全期应不超过 8 个（已超限），已无法达成
          2022-12-30 | 8 | 0.997253 | on-track | 至 2022-12-31 期满方可判定
          2022-12-31 | 8 | 1        | achieved | 已达成
          2022-12-31 | 9 | 0        | behind   | 已无法达成
          2023-01-10 | 9 | 0        | overdue  | 已逾期 10 天
          2023-01-10 | 8 | 1        | achieved | 已达成
          """)
  void standsByWhatHasCome(String day, String figure, String done, String light, String reason) {
    Standing standing = Said.stands(ACCIDENTS, day, Said.reported(1, "2022-01-01", figure));
    assertThat(standing.done()).isEqualByComparingTo(done);
    assertThat(standing.light().word()).isEqualTo(light);
    assertThat(Reason.of(ACCIDENTS.definition(), standing).zh()).contains(reason);
  }

  @ParameterizedTest
  @CsvSource({"STOCK,0.5,on-track", "FLOW,0,behind"})
  void aLevelMayStillFallAndASumMayNot(Measure measure, String done, String light) {
    Targets target =
        Targets.of(Kind.MONEY).operator(Operator.AT_MOST).value("1000").measure(measure);
    Standing standing = Said.stands(target, "2022-06-30", Said.reported(1, "2022-06-30", "2000"));
    assertThat(standing.done()).isEqualByComparingTo(done);
    assertThat(standing.light().word()).isEqualTo(light);
  }
}
