package duban.reporting.change;

import static org.assertj.core.api.Assertions.assertThat;

import duban.contracts.plan.Target.Kind;
import duban.reporting.hindsight.Told;
import duban.reporting.plan.TargetPlace;
import duban.reporting.standing.Observation;
import duban.reporting.standing.Said;
import duban.reporting.standing.Targets;
import org.junit.jupiter.api.Test;

/** What of a target a reader would call a change, each by its own word. */
class TargetChangeTest {

  private static final String NEW_YEAR = "2022-01-01";
  private static final TargetPlace PLACE =
      new TargetPlace("320412-2022.6.1", "320412-2022", "320412-2022.6", "320412", 2022, 1);

  private static Targets seats() {
    return Targets.of(Kind.QUANTITY).value("10");
  }

  private static Told told(Targets target, Observation... said) {
    return new Told(PLACE, target.definition(), Said.stands(target, NEW_YEAR, said));
  }

  @Test
  void eachHasItsWord() {
    Told before = told(seats());
    assertThat(TargetChange.of(before, told(seats()))).isEmpty();
    assertThat(words(before, told(seats().due("2022-11-30")))).isEqualTo("[due]");
    assertThat(words(before, told(seats().value("11")))).isEqualTo("[promised]");
    assertThat(words(before, told(seats(), Said.reported(1, NEW_YEAR, "5"))))
        .isEqualTo("[reached]");
    assertThat(words(before, null)).isEqualTo("[dropped]");
    assertThat(words(null, before)).isEqualTo("[added]");
  }

  private static String words(Told before, Told after) {
    return TargetChange.of(before, after).orElseThrow().change().toString();
  }
}
