package duban.plans.publication;

import static org.assertj.core.api.Assertions.assertThat;

import duban.contracts.EventTypes;
import duban.contracts.catalogue.Indicator;
import duban.contracts.catalogue.Programme;
import duban.contracts.catalogue.Settings;
import duban.contracts.plan.Plan;
import duban.contracts.problem.Problem;
import duban.contracts.problem.ProblemType;
import duban.ledger.append.Past;
import duban.ledger.chain.NewEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderTest {

  private static final Plan PLAN =
      new Plan("320412", 2022, "要点", null, null, null, null, null, List.of());
  private static final String ID = PLAN.id();

  private final List<Past.Fact> facts = new ArrayList<>();

  private final Past past =
      new Past() {
        @Override
        public Optional<Fact> event(String id) {
          return facts.stream().filter(fact -> fact.id().equals(id)).findFirst();
        }

        @Override
        public List<Fact> referringTo(String key) {
          return facts.stream().filter(fact -> fact.subject().equals(key)).toList();
        }
      };

  private Optional<ProblemType> refusal(NewEvent event) {
    return new Order().refusal(event, past).map(Problem::type);
  }

  private boolean take(NewEvent event) {
    if (refusal(event).isPresent()) {
      return false;
    }
    facts.add(new Past.Fact(facts.size() + 1, event.id(), event.type(), event.subject()));
    return true;
  }

  /** p1, a2, a3: a revision; c1: a closing after revision 1. */
  private static NewEvent event(String step) {
    int number = Integer.parseInt(step.substring(1));
    return step.startsWith("c")
        ? Facts.closing(ID, number, null, "bureau")
        : Facts.revision(PLAN, number, null, "bureau");
  }

  @ParameterizedTest
  @CsvSource({
    "'',          p1, true",
    "'',          a2, false",
    "'',          c0, false",
    "'',          c1, false",
    "p1,          p1, false",
    "p1,          a2, true",
    "p1,          a3, false",
    "p1,          c1, true",
    "p1,          c2, false",
    "p1 a2,       c1, false",
    "p1 a2,       c2, true",
    "p1 a2,       a3, true",
    "p1 c1,       a2, false",
    "p1 c1,       c1, false",
  })
  void takesOnlyTheNextStep(String before, String step, boolean taken) {
    for (String earlier : before.split(" ", -1)) {
      assertThat(earlier.isEmpty() || take(event(earlier))).isTrue();
    }

    assertThat(take(event(step))).isEqualTo(taken);
  }

  @Test
  void saysWhyNot() {
    take(event("p1"));
    assertThat(refusal(event("a3"))).contains(ProblemType.CONFLICT);
    take(event("c1"));
    assertThat(refusal(event("a2"))).contains(ProblemType.PLAN_CLOSED);
  }

  @RepeatedTest(20)
  void whateverIsTriedTheRevisionsCountUpAndEndWithTheClosing() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    List<String> taken = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      int number = random.nextInt(8);
      String step = (random.nextInt(40) == 0 ? "c" : number == 1 ? "p" : "a") + number;
      if (number > 0 && take(event(step))) {
        taken.add(step);
      }
    }

    for (int i = 0; i < taken.size(); i++) {
      boolean last = i == taken.size() - 1;
      assertThat(taken.get(i))
          .as("seed %d: %s", seed, taken)
          .isIn(i == 0 ? "p1" : "a" + (i + 1), last ? "c" + i : "never");
    }
  }

  @Test
  void anIndicatorIsWordedOnceForEachNumber() {
    assertThat(take(wording(2))).isFalse();
    assertThat(take(wording(1))).isTrue();
    assertThat(take(wording(1))).isFalse();
    assertThat(take(wording(2))).isTrue();
  }

  @Test
  void aProgrammeMayHaveAnIndicatorsKey() {
    assertThat(take(wording(1))).isTrue();
    assertThat(take(programme(2))).isFalse();
    assertThat(take(programme(1))).isTrue();
    assertThat(take(wording(2))).isTrue();
  }

  private static NewEvent programme(int number) {
    Programme programme = new Programme("new-seats", "行动", null, 2021, 2023, null, null);
    return Facts.programme(programme, number, "bureau");
  }

  @Test
  void idsAndTypesAreThoseOthersRelyOn() {
    assertThat(Facts.settings(Settings.DEFAULT, 2, "bureau").id()).isEqualTo("settings-r2");
    assertThat(programme(1).id()).isEqualTo("programme-new-seats-r1");
    assertThat(event("p1").id()).isEqualTo("320412-2022-r1");
    assertThat(event("p1").type()).isEqualTo(EventTypes.full("plan.published"));
    assertThat(event("a2").type()).isEqualTo(EventTypes.full("plan.amended"));
    assertThat(event("c2").id()).isEqualTo("320412-2022-closed");
    assertThat(wording(3).id()).isEqualTo("indicator-new-seats-r3");
    assertThat(event("a2").body().json())
        .contains("\"by\":\"bureau\"", "\"revision\":2", "\"plan\":\"320412-2022\"");
  }

  private static NewEvent wording(int number) {
    Indicator indicator =
        new Indicator("new-seats", "学位", "Seats", "个", Indicator.Aggregation.SUM, null, null, null);
    return Facts.indicator(indicator, number, "bureau");
  }
}
