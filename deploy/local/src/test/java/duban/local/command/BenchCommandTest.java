package duban.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class BenchCommandTest {

  @Test
  void theRestOfTheLineIsTheBenchmarks() {
    var line = new CommandLine(new BenchCommand()).parseArgs("ledger", "--rounds", "4");

    assertThat(line.unmatched()).containsExactly("--rounds", "4");
  }
}
