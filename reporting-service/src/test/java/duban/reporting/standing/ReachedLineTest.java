package duban.reporting.standing;

import static duban.reporting.standing.Said.added;
import static duban.reporting.standing.Said.reported;
import static duban.reporting.standing.Said.share;
import static org.assertj.core.api.Assertions.assertThat;

import duban.contracts.plan.Target.Kind;
import duban.reporting.standing.Observation.Answer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The line that a target's page draws. */
class ReachedLineTest {

  private static final LocalDate DAY = LocalDate.of(2022, 6, 30);
  private static final Answer DISPUTED = new Answer(Verdict.DISPUTED, false);

  private static List<String> line(Targets target, Observation... said) {
    List<Observation> inOrder = Arrays.stream(said).sorted(Observation.ORDER).toList();
    return ReachedLine.of(target.definition(), inOrder, DAY).stream()
        .map(point -> point.on() + " " + point.reached())
        .toList();
  }

  private static Targets quantity() {
    return Targets.of(Kind.QUANTITY).value("100");
  }

  @Test
  void aPartsReportMovesTheSumOfAllParts() {
    assertThat(
            line(
                quantity().parts("east 50", "west 50"),
                reported(1, "2022-01-31", "east", "10", Answer.NONE),
                reported(2, "2022-01-31", "west", "5", Answer.NONE),
                reported(3, "2022-02-28", "east", "20", Answer.NONE)))
        .containsExactly("2022-01-31 15", "2022-02-28 25");
  }

  @Test
  void aLateReportStandsOnItsOwnDayAndWhatLiesAheadDoesNot() {
    assertThat(
            line(
                quantity(),
                reported(1, "2022-03-31", "30"),
                reported(2, "2022-01-31", "10"),
                added(3, "2022-04-10", "2"),
                reported(4, "2022-07-01", "90")))
        .containsExactly("2022-01-31 10", "2022-03-31 30", "2022-04-10 32");
  }

  @Test
  void whatIsDisputedIsNotDrawnWhereItDoesNotCount() {
    assertThat(
            line(
                quantity().settings(AnswerTest.settings(false)),
                reported(1, "2022-01-31", "10"),
                reported(2, "2022-02-28", null, "90", DISPUTED)))
        .containsExactly("2022-01-31 10");
  }

  @Test
  void aShareIsDrawnInPerCent() {
    assertThat(line(Targets.of(Kind.RATIO).value("85"), share(1, "2022-01-31", "30", "40")))
        .containsExactly("2022-01-31 75");
  }

  /** Each point is where the target stood on that day. */
  @Test
  void eachPointIsTheStandingOfItsDay() {
    Targets split = quantity().parts("east 50", "west 50");
    for (long seed = 0; seed < 2_000; seed++) {
      List<Observation> said = FoldPropertyTest.answered(new Random(seed));
      List<ReachedLine.Point> line = ReachedLine.of(split.definition(), said, DAY);
      for (ReachedLine.Point point : line) {
        assertThat(point.reached())
            .as("seed %d on %s", seed, point.on())
            .isEqualByComparingTo(Fold.standing(split.definition(), said, point.on()).figure());
      }
    }
  }
}
