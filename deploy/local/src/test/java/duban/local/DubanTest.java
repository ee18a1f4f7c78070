package duban.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DubanTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "fly",
        "up --backwards",
        "token",
        "token mayor",
        "token district-reporter",
        "token city-viewer 32",
        "token city-viewer --days 0",
        "post",
        "extract",
        "extract a.txt --year next",
        "bench"
      })
  void wrongUsageExitsWithTwo(String line) {
    assertThat(Duban.execute(line.isEmpty() ? new String[0] : line.split(" "))).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "--version"})
  void helpIsNoFailure(String line) {
    assertThat(Duban.execute(line.split(" "))).isZero();
  }
}
