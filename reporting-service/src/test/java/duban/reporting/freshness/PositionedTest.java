package duban.reporting.freshness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import duban.door.ProblemException;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PositionedTest {

  @Test
  void readsWhatAnAppendAnswered() {
    assertThat(
            Positioned.parse("320412:8123, 320481:55,plans/320412:2,plans/catalogue:40").ledgers())
        .isEqualTo(
            Map.of(
                "progress/320412", 8123L,
                "progress/320481", 55L,
                "plans/320412", 2L,
                "plans/catalogue", 40L));
    assertThat(Positioned.parse(null).isEmpty()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "320412",
        "320412:",
        "320412:-1",
        "32041:1",
        "catalogue:1",
        "a;b",
        ",",
        "320412:1,"
      })
  void refusesAnythingElse(String header) {
    assertThatThrownBy(() -> Positioned.parse(header)).isInstanceOf(ProblemException.class);
  }

  @Test
  void refusesALongList() {
    String many =
        IntStream.range(0, 21).mapToObj(i -> (320400 + i) + ":1").collect(Collectors.joining(","));
    assertThatThrownBy(() -> Positioned.parse(many)).isInstanceOf(ProblemException.class);
  }

  @Test
  void isIncludedWhenEveryLedgerIsThatFar() {
    Positioned wanted = Positioned.parse("320412:2,320481:1");
    assertThat(wanted.isIncludedIn(Map.of("progress/320412", 2L, "progress/320481", 7L))).isTrue();
    assertThat(wanted.isIncludedIn(Map.of("progress/320412", 2L))).isFalse();
  }
}
