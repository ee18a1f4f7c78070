package duban.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The programs of docs/integrate.md, taken from it and run as a district's programmer would. */
@Tag("api")
class IntegrateTest {

  private static final Path DOCUMENT = Program.ROOT.resolve("docs/integrate.md");

  private final RunningSystem system = RunningSystem.shared();
  private final Map<String, String> environment =
      Map.of(
          "DUBAN", system.at("").toString(),
          "TOKEN", system.token("district-reporter", "320412"));

  @Test
  void curl() throws IOException {
    assumeTrue(isThere("curl"), "curl is not on this machine: its part of the page was not run");

    String said = run("integrate.sh", "sh", List.of("bash", "-eu"));

    assertThat(said.lines().filter(line -> line.startsWith("{\"ledger\""))).hasSize(3);
    assertThat(said)
        .contains("\"status\":\"appended\"", "\"status\":\"duplicate\"", "/unknown-target")
        .contains("\"light\":", "proof holds", "\"ok\":true");
  }

  @Test
  void python() throws IOException {
    assumeTrue(isThere("python3"), "python3 is not on this machine: its part was not run");

    assertThat(run("integrate.py", "python", List.of("python3")))
        .startsWith("201 {")
        .contains("200 appended", "422 https://duban.cn/problems/unknown-target", "light: ")
        .endsWith("proof holds");
  }

  @Test
  void java() throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();

    assertThat(run("Integrate.java", "java", List.of(java)))
        .startsWith("201 {")
        .contains("200 appended", "409 {", "/event-id-conflict")
        .endsWith("standing: 200");
  }

  private String run(String name, String language, List<String> interpreter) throws IOException {
    Path folder = Files.createDirectories(Program.TARGET.resolve("integrate"));
    Path program = Files.writeString(folder.resolve(name), programs(DOCUMENT, language));
    List<String> command =
        Stream.concat(interpreter.stream(), Stream.of(program.toString())).toList();
    return Program.run(folder, environment, command).well();
  }

  private static String programs(Path document, String language) throws IOException {
    return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
        .matcher(Files.readString(document))
        .results()
        .map(MatchResult::group)
        .map(block -> block.substring(language.length() + 4, block.length() - 3))
        .collect(Collectors.joining("\n"));
  }

  private static boolean isThere(String program) {
    return Stream.of(System.getenv("PATH").split(":", -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
