package duban.reporting.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How far an item has come is a fold over its steps. */
class LoopStateTest {

  @Test
  void everyWordNamesItsState() {
    for (LoopState state : LoopState.values()) {
      assertThat(LoopState.ofWord(state.word())).contains(state);
    }
    assertThat(LoopState.ofWord("lost")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'',                                            assigned",
    "reminded,                                      assigned",
    "accepted,                                      accepted",
    "accepted urged,                                accepted",
    "accepted completed,                            completed",
    "accepted completed returned,                   returned",
    "accepted completed returned reminded,          returned",
    "accepted completed returned completed confirmed, confirmed",
  })
  void theLastStepThatDecidesSaysSo(String kinds, String state) {
    List<LoopStep> steps = new ArrayList<>();
    for (String kind : kinds.isEmpty() ? new String[0] : kinds.split(" ", -1)) {
      steps.add(
          new LoopStep(
              steps.size() + 1,
              LoopStep.Kind.ofWord(kind),
              null,
              null,
              null,
              null,
              null,
              null,
              null,
              Instant.EPOCH));
    }
    assertThat(LoopState.after(steps).word()).isEqualTo(state);
  }
}
