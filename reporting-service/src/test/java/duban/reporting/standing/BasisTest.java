package duban.reporting.standing;

import static duban.reporting.standing.Said.added;
import static duban.reporting.standing.Said.noted;
import static duban.reporting.standing.Said.reported;
import static duban.reporting.standing.Said.share;
import static duban.reporting.standing.Said.stepped;
import static org.assertj.core.api.Assertions.assertThat;

import duban.contracts.plan.Target.Kind;
import duban.contracts.plan.Target.Milestone;
import duban.contracts.plan.Target.Period;
import duban.reporting.standing.Observation.Answer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

/** Which events a figure names as its own. */
class BasisTest {

  private static final LocalDate DAY = LocalDate.of(2022, 6, 30);
  private static final Answer DISPUTED = new Answer(Verdict.DISPUTED, false);

  static final List<Arguments> CASES =
      List.of(
          of("nothing", quantity(), List.of()),
          of(
              "the last report and what came after it",
              quantity(),
              List.of(4L, 5L),
              added(1, "2022-01-10", "1"),
              reported(2, "2022-02-01", "3"),
              added(3, "2022-03-01", "1"),
              reported(4, "2022-03-01", "9"),
              added(5, "2022-04-01", "2"),
              added(6, "2022-07-01", "2")),
          of(
              "all that was added while nothing was reported",
              quantity(),
              List.of(1L, 2L),
              added(1, "2022-01-10", "1"),
              added(2, "2022-01-10", "2")),
          of(
              "no report that is disputed",
              quantity().settings(AnswerTest.settings(false)),
              List.of(1L),
              reported(1, "2022-02-01", "3"),
              reported(2, "2022-03-01", null, "9", DISPUTED)),
          of(
              "those of the parts and not the control of the whole",
              quantity().parts("east 5", "west 5"),
              List.of(2L, 3L, 5L),
              reported(1, "2022-01-31", "east", "1", Answer.NONE),
              reported(2, "2022-02-28", "east", "2", Answer.NONE),
              reported(3, "2022-02-28", "west", "3", Answer.NONE),
              reported(4, "2022-03-31", "6"),
              added(5, "2022-04-01", "west", "1", Answer.NONE),
              reported(6, "2022-05-31", "nowhere", "1", Answer.NONE)),
          of(
              "that of the whole while no part has spoken",
              quantity().parts("east 5", "west 5"),
              List.of(1L),
              reported(1, "2022-03-31", "6")),
          of(
              "the last numerator and denominator",
              Targets.of(Kind.RATIO).value("85"),
              List.of(2L),
              share(1, "2022-02-01", "1", "10"),
              share(2, "2022-03-01", "2", "10"),
              reported(3, "2022-04-01", "20")),
          of(
              "every step",
              Targets.of(Kind.PROJECT).value("2").projects("甲", "乙"),
              List.of(1L, 2L, 3L),
              stepped(1, "2022-02-01", "甲", Milestone.STARTED),
              stepped(2, "2022-03-01", "乙", Milestone.COMPLETED),
              stepped(3, "2022-04-01", "甲", Milestone.COMPLETED)),
          of(
              "every count",
              Targets.of(Kind.FREQUENCY).value("1").each(Period.MONTH),
              List.of(1L, 3L),
              added(1, "2022-02-01", "1"),
              reported(2, "2022-02-05", "1"),
              added(3, "2022-03-01", "1")),
          of(
              "the last percentage and the words since",
              Targets.of(Kind.NARRATIVE),
              List.of(2L, 3L),
              noted(1, "2022-02-01", "20", null),
              noted(2, "2022-03-01", "40", null),
              noted(3, "2022-04-01", null, "推进中")));

  private static Targets quantity() {
    return Targets.of(Kind.QUANTITY).value("10");
  }

  private static Arguments of(
      String name, Targets target, List<Long> places, Observation... observations) {
    return Arguments.of(name, target, places, Arrays.asList(observations));
  }

  @ParameterizedTest(name = "{0}")
  @FieldSource("CASES")
  void names(String name, Targets target, List<Long> places, List<Observation> said) {
    List<Observation> inOrder = said.stream().sorted(Observation.ORDER).toList();
    assertThat(Basis.of(target.definition(), inOrder, DAY)).isEqualTo(places);
  }
}
