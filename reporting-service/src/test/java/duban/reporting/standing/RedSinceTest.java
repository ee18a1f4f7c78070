package duban.reporting.standing;

import static org.assertj.core.api.Assertions.assertThat;

import duban.contracts.plan.Target.Kind;
import duban.contracts.plan.Target.Milestone;
import duban.contracts.plan.Target.Operator;
import duban.contracts.plan.Target.Period;
import duban.reporting.promise.Definition;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedSinceTest {

  private static final int HISTORIES = 150;
  private static final LocalDate FIRST = LocalDate.of(2022, 1, 1);

  private static LocalDate since(Targets target, String day, Observation... said) {
    List<Observation> inOrder = Arrays.stream(said).sorted(Observation.ORDER).toList();
    return RedSince.of(target.definition(), inOrder, LocalDate.parse(day));
  }

  /** 100 over 364 days: 30 are less than 70 % of the pace from 7 June on. */
  @ParameterizedTest
  @CsvSource({"2022-06-06,", "2022-06-07,2022-06-07", "2022-06-30,2022-06-07"})
  void theCalendarAloneTurnsItRed(String day, LocalDate since) {
    Observation report = Said.reported(1, "2022-02-01", "30");
    assertThat(since(Targets.of(Kind.QUANTITY).value("100"), day, report)).isEqualTo(since);
  }

  @Test
  void aCorrectionTurnsItRedOnItsOwnDayAndAnAnswerBreaksTheTime() {
    Targets target = Targets.of(Kind.QUANTITY).value("100");
    Observation good = Said.reported(1, "2022-05-10", "50");
    Observation bad = Said.reported(2, "2022-06-15", "10");
    assertThat(since(target, "2022-06-30", good, bad)).isEqualTo(LocalDate.of(2022, 6, 15));
    Observation better = Said.reported(3, "2022-06-20", "50");
    assertThat(since(target, "2022-06-30", good, bad, better)).isNull();
    Observation worse = Said.reported(4, "2022-06-28", "12");
    assertThat(since(target, "2022-06-30", good, bad, better, worse))
        .isEqualTo(LocalDate.of(2022, 6, 28));
  }

  @Test
  void whatIsOverdueMayHaveBeenBehindBefore() {
    Targets target = Targets.of(Kind.QUANTITY).value("10").due("2022-06-30");
    assertThat(since(target, "2022-07-20", Said.reported(1, "2022-06-28", "9")))
        .isEqualTo(LocalDate.of(2022, 7, 1));
    assertThat(since(target, "2022-07-20", Said.reported(1, "2022-06-28", "1")))
        .isEqualTo(LocalDate.of(2022, 1, 2));
  }

  private static List<Targets> everyKind() {
    return List.of(
        Targets.of(Kind.QUANTITY).value("40"),
        Targets.of(Kind.QUANTITY).value("40").due("2022-05-31"),
        Targets.of(Kind.QUANTITY).value("40").from("2022-03-01"),
        Targets.of(Kind.QUANTITY).value("40").pace("2022-03-31 0.8", "2022-08-31 0.8"),
        Targets.of(Kind.QUANTITY).value("40").pace("2022-03-31 0.8", "2022-08-31 0.3"),
        Targets.of(Kind.QUANTITY).operator(Operator.AT_MOST).value("10").baseline("40"),
        Targets.of(Kind.QUANTITY).value("40").parts("east 10", "west 30"),
        Targets.of(Kind.RATIO).value("80").base("40"),
        Targets.of(Kind.PROJECT).projects("甲校", "乙校"),
        Targets.of(Kind.DEADLINE).due("2022-05-31"),
        Targets.of(Kind.NARRATIVE),
        Targets.of(Kind.FREQUENCY).value("2").each(Period.MONTH),
        Targets.of(Kind.FREQUENCY).value("3").each(Period.QUARTER).operator(Operator.AT_MOST));
  }

  private static Observation anything(long seq, Random random) {
    String day = FIRST.plusDays(random.nextInt(365)).toString();
    String value = Integer.toString(random.nextInt(45));
    return switch (random.nextInt(7)) {
      case 0 -> Said.reported(seq, day, value);
      case 1 -> Said.added(seq, day, Integer.toString(random.nextInt(6)));
      case 2 -> Said.share(seq, day, value, "40");
      case 3 -> Said.stepped(seq, day, random.nextBoolean() ? "甲校" : "乙校", Milestone.COMPLETED);
      case 4 -> Said.noted(seq, day, Integer.toString(random.nextInt(101)), null);
      case 5 -> Said.reported(seq, day, random.nextBoolean() ? "east" : "west", value, Said.none());
      default -> Said.added(seq, day, "1");
    };
  }

  /** By a look at every single day. */
  private static LocalDate dayByDay(Definition target, List<Observation> said, LocalDate day) {
    LocalDate since = null;
    LocalDate at = day;
    while (Fold.standing(target, said, at).light().isRed()) {
      since = at;
      at = at.minusDays(1);
    }
    return since;
  }

  @Test
  void itIsWhatALookAtEveryDayFinds() {
    int red = 0;
    for (Targets target : everyKind()) {
      Definition definition = target.definition();
      for (long seed = 0; seed < HISTORIES; seed++) {
        Random random = new Random(seed);
        List<Observation> said = new ArrayList<>();
        int length = random.nextInt(14);
        for (int seq = 1; seq <= length; seq++) {
          said.add(anything(seq, random));
        }
        said.sort(Observation.ORDER);
        LocalDate day = FIRST.plusDays(random.nextInt(500));
        LocalDate since = RedSince.of(definition, said, day);
        assertThat(since)
            .as("%s, seed %d on %s: %s", definition.target().kind(), seed, day, said)
            .isEqualTo(dayByDay(definition, said, day));
        red += since == null ? 0 : 1;
      }
    }
    assertThat(red).isGreaterThan(HISTORIES);
  }
}
