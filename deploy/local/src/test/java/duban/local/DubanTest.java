package duban.local;

import static org.assertj.core.api.Assertions.assertThat;

import duban.local.home.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.UsageMessageSpec;

class DubanTest {

  private static final Path DOCS = Path.of("../../docs/operations.md");
  private static final int WIDTH = 80;

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
        "post 3204",
        "play --to tomorrow",
        "extract",
        "extract a.txt --year next",
        "completion",
        "completion fish",
        "bench"
      })
  void wrongUsageExitsWithTwo(String line) {
    Ended ended = Ended.run(line.isEmpty() ? new String[0] : line.split(" "));
    assertThat(ended.exit()).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err()).startsWith("duban: ").contains("More: ./duban");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "--version"})
  void helpIsNoFailure(String line) {
    assertThat(Duban.execute(line.split(" "))).isZero();
  }

  static Stream<String> commands() {
    return Duban.line().getSubcommands().keySet().stream().filter(name -> !name.equals("help"));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandHasHelpWithExamplesThatFitAndItsExitCodes(String name) {
    Ended ended = Ended.run(name, "--help");
    assertThat(ended.exit()).isZero();
    assertThat(ended.out()).contains("Exit codes:", "Examples:", "./duban " + name);

    UsageMessageSpec usage = subcommand(name).getCommandSpec().usageMessage();
    assertThat(usage.footer()).allMatch(line -> line.startsWith("  ") && line.length() < WIDTH);
    assertThat(usage.exitCodeList()).containsKey("0");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void theDocumentationKnowsEveryCommandAndItsExitCodes(String name) throws IOException {
    List<String> lines = Files.readAllLines(DOCS);
    String row =
        lines.stream().filter(line -> line.startsWith("| `" + name)).findFirst().orElse("none");
    assertThat(row).as("row of %s", name).isNotEqualTo("none");
    subcommand(name)
        .getCommandSpec()
        .usageMessage()
        .exitCodeList()
        .keySet()
        .forEach(
            code -> assertThat(lines).anyMatch(line -> line.matches("\\| " + code + " \\| .*")));
    boolean json = subcommand(name).getCommandSpec().findOption("--json") != null;
    assertThat(row.contains("--json")).as("--json of %s", name).isEqualTo(json);
  }

  @Test
  void whatIsNotUpIsToldWithWhatToDo() {
    Ended ended = Ended.run("verify", "--url", "http://127.0.0.1:1", "--token", "t");
    assertThat(ended.exit()).isEqualTo(ExitCode.NO_ANSWER);
    assertThat(ended.err())
        .isEqualTo("duban: nothing answers at http://127.0.0.1:1: start it with ./duban up\n");
  }

  private static CommandLine subcommand(String name) {
    return Duban.line().getSubcommands().get(name);
  }
}
