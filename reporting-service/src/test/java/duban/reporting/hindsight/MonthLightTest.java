package duban.reporting.hindsight;

import static org.assertj.core.api.Assertions.assertThat;

import duban.reporting.standing.Detail;
import duban.reporting.standing.Light;
import duban.reporting.standing.Standing;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A month keeps its light: made up is not green. */
class MonthLightTest {

  private static final YearMonth MARCH = YearMonth.of(2022, 3);

  private static Standing stood(String light, String done, String pace) {
    return new Standing(
        LocalDate.of(2022, 3, 31),
        null,
        null,
        null,
        new BigDecimal(done),
        new BigDecimal(pace),
        Light.ofWord(light),
        false,
        false,
        null,
        null,
        Detail.NONE);
  }

  @ParameterizedTest
  @CsvSource({
    // light then, pace then; light by now; light and done today; mark, light by now where it
    // differs
    "on-track, 0.25, on-track, behind,   0.25, kept,    ",
    "achieved, 0.25, achieved, achieved, 1,    kept,    ",
    "not-due,  0,    not-due,  behind,   0,    kept,    ",
    "on-track, 0.25, behind,   behind,   0.10, kept,    behind",
    "behind,   0.25, behind,   behind,   0.24, open,    ",
    "behind,   0.25, behind,   behind,   0.25, made-up, ",
    "at-risk,  0.25, on-track, on-track, 0.60, made-up, on-track",
    "overdue,  1,    overdue,  overdue,  0.99, open,    ",
    "overdue,  1,    overdue,  achieved, 1,    made-up, ",
  })
  void keepsItsLight(
      String then,
      String pace,
      String byNow,
      String today,
      String done,
      String mark,
      String nowLight) {
    MonthLight month =
        MonthLight.past(
            MARCH, stood(then, "0", pace), stood(byNow, "0", pace), stood(today, done, "0.5"));
    assertThat(month.month()).isEqualTo("2022-03");
    assertThat(month.light().word()).isEqualTo(then);
    assertThat(month.mark()).isEqualTo(mark);
    assertThat(month.nowLight() == null ? null : month.nowLight().word()).isEqualTo(nowLight);
  }

  @Test
  void theRunningMonthMayBeGreen() {
    MonthLight month = MonthLight.running(MARCH, stood("on-track", "0.5", "0.5"));
    assertThat(month).isEqualTo(new MonthLight("2022-03", Light.ON_TRACK, "running", null));
  }
}
