package duban.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import duban.local.Ended;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a Tab brings, in a real bash. */
class CompletionCommandTest {

  @TempDir Path folder;

  @BeforeEach
  void print() throws IOException {
    Files.writeString(folder.resolve("duban.bash"), Ended.run("completion", "bash").out());
    Files.writeString(folder.resolve("events.ndjson"), "");
  }

  @ParameterizedTest
  @CsvSource({
    "./duban exp|                            , export",
    "duban export rol|                       , rollups",
    "duban export targets --format n|        , ndjson",
    "duban export targets -o ev|             , events.ndjson",
    "./duban post 3204|                      , 320412",
    "duban post 320412 ev|                   , events.ndjson",
    "duban bulletin 320400 2022-05 --pro|    , --proof",
    "duban token district-r|                 , district-reporter",
    "duban completion z|                     , zsh",
    "duban up --without ka|                  , kafka",
    "duban up --without = ka|                , kafka",
    "duban up --without = |                  , kafka",
    "duban post 320412 e --role city-a|      , city-admin",
    "duban export rep|                       , reports",
    "duban export dis|                       , discipline",
  })
  void tabCompletes(String typed, String proposed) throws Exception {
    assertThat(bash(typed.replace("|", "")).split(" ")).contains(proposed);
  }

  @Test
  void zshIsGivenWhatBashHasBuiltIn() {
    assertThat(Ended.run("completion", "zsh").out())
        .contains("bashcompinit")
        .endsWith(Ended.run("completion", "bash").out());
  }

  /**
   * As bash calls it: the words, which it parts at "=" too, the place of the cursor, and the
   * function of that command.
   */
  private String bash(String line) throws Exception {
    String script =
        """
        source ./duban.bash
        COMP_WORDS=(%s); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); COMP_LINE="%s"; COMP_POINT=${#COMP_LINE}
        at_tab=$(complete -p duban | sed 's/.*-F \\([^ ]*\\).*/\\1/')
        $at_tab 2> /dev/null
        echo "${COMPREPLY[*]}"
        """
            .formatted(line, line);
    Process shell =
        new ProcessBuilder("bash", "-c", script)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    return new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
  }
}
