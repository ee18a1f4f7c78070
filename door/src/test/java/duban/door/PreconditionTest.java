package duban.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import duban.contracts.problem.ProblemType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreconditionTest {

  private static final String CURRENT = "\"d1-r2\"";

  @ParameterizedTest
  @ValueSource(strings = {"\"d1-r2\"", "*", "\"d0-r2\", \"d1-r2\""})
  void letsWhoSawTheCurrentStatePass(String ifMatch) {
    Precondition.requireMatch(ifMatch, CURRENT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"d0-r2\"", "d1-r2", "W/\"d1-r2\"", ","})
  void stopsWhoSawAnother(String ifMatch) {
    var stopped =
        catchThrowableOfType(
            ProblemException.class, () -> Precondition.matchIfGiven(ifMatch, CURRENT));

    assertThat(stopped.problem().type()).isEqualTo(ProblemType.PRECONDITION_FAILED);
  }

  @Test
  void asksForTheHeaderWhereItIsNeeded() {
    var stopped =
        catchThrowableOfType(
            ProblemException.class, () -> Precondition.requireMatch(null, CURRENT));

    assertThat(stopped.problem().type()).isEqualTo(ProblemType.PRECONDITION_REQUIRED);
    Precondition.matchIfGiven(null, CURRENT);
  }
}
