package duban.reporting.problem;

import static org.assertj.core.api.Assertions.assertThat;

import duban.reporting.problem.ProblemRow.Titles;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a problem stands is a fold over its steps. */
class ProblemRowTest {

  /** {@code opened:2022-07-10 rectified reopened}: steps, with the day they name. */
  static ProblemRow told(String steps, String day) {
    List<ProblemStep> said = new ArrayList<>();
    for (String step : steps.split(" ", -1)) {
      String[] parts = step.split(":", -1);
      said.add(
          new ProblemStep(
              said.size() + 1,
              ProblemStep.Kind.ofWord(parts[0]),
              "320412-2022.6",
              parts.length == 1 ? null : LocalDate.parse(parts[1]),
              "high",
              "围墙开裂",
              "bureau",
              Instant.parse("2022-06-01T17:00:00Z")));
    }
    return ProblemRow.of("320412", "WJ-1", new Titles("学校建设", null), said, LocalDate.parse(day));
  }

  @ParameterizedTest
  @CsvSource({
    "opened:2022-07-10,                                    2022-07-10, open,      0, false, 0",
    "opened:2022-07-10,                                    2022-07-11, open,      0, true,  1",
    "opened:2022-07-10 rectified,                          2022-07-30, rectified, 0, false, 0",
    "opened:2022-07-10 rectified verified,                 2022-07-30, closed,    0, false, 0",
    "opened:2022-07-10 rectified reopened,                 2022-07-30, open,      1, true,  20",
    "opened:2022-07-10 rectified reopened:2022-08-01,      2022-07-30, open,      1, false, 0",
    "opened:2022-07-10 rectified verified reopened rectified reopened:2022-07-29, 2022-07-30, open, 2, true, 1",
  })
  void theLoopSaysWhereItStandsAndTheCalendarWhetherItIsOverdue(
      String steps, String day, String state, int reopened, boolean overdue, long days) {
    ProblemRow row = told(steps, day);
    assertThat(row.state().word()).isEqualTo(state);
    assertThat(row.reopened()).isEqualTo(reopened);
    assertThat(row.overdue()).isEqualTo(overdue);
    assertThat(row.overdueDays()).isEqualTo(days);
    assertThat(row.year()).isEqualTo(2022);
    assertThat(row.key()).isEqualTo("320412/WJ-1");
  }
}
