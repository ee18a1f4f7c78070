package duban.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import duban.contracts.Json;
import duban.local.Ended;
import duban.local.home.ExitCode;
import duban.local.home.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What commands that look at a home tell programs, of one in which nothing runs. */
class HomeCommandsTest {

  private static final String ROOT = "duban.root";

  private final String before = System.getProperty(ROOT);

  @TempDir Path folder;

  @BeforeEach
  void makeHome() throws IOException {
    System.setProperty(ROOT, folder.toString());
    // Never anybody's own, which DUBAN_HOME might name.
    assertThat(Home.here().path()).startsWithRaw(folder);
    Files.createDirectories(Home.here().path().resolve("log"));
  }

  @AfterEach
  void putBack() {
    if (before == null) {
      System.clearProperty(ROOT);
    } else {
      System.setProperty(ROOT, before);
    }
  }

  @Test
  void downSaysWhetherThereWasAnythingToStop() throws IOException {
    Ended ended = Ended.run("down", "--json");

    assertThat(ended.exit()).isEqualTo(ExitCode.DONE);
    assertThat(ended.err()).isEmpty();
    assertThat(told(ended).path("ran").booleanValue()).isFalse();
    assertThat(told(ended).path("home").asText()).isEqualTo(Home.here().path().toString());
  }

  @Test
  void statusSaysThatNothingRuns() throws IOException {
    Ended ended = Ended.run("status", "--json");

    assertThat(ended.exit()).isEqualTo(ExitCode.NOT_ALL_WELL);
    assertThat(told(ended).path("running").booleanValue()).isFalse();
    assertThat(told(ended).path("parts").findValuesAsText("state")).containsOnly("stopped");
  }

  @Test
  void resetRemovesWhatIsDubansAndSaysWhatStays() throws IOException {
    Path others = Files.createFile(Home.here().path().resolve("mine.txt"));
    Ended ended = Ended.run("reset", "--yes", "--json");

    assertThat(ended.exit()).isEqualTo(ExitCode.DONE);
    assertThat(told(ended).path("removed").booleanValue()).isTrue();
    assertThat(told(ended).path("kept").booleanValue()).isTrue();
    assertThat(others).exists();
    assertThat(Home.here().path().resolve("log")).doesNotExist();

    Files.delete(others);
    assertThat(told(Ended.run("reset", "--yes", "--json")).path("kept").booleanValue()).isFalse();
    assertThat(told(Ended.run("reset", "--yes", "--json")).path("removed").booleanValue())
        .isFalse();
  }

  @Test
  void resetAsksOutsideOfItsResult() {
    Ended ended = Ended.runWith("no\n", "reset", "--json");

    assertThat(ended.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err()).contains("Type yes to go on", "duban: nothing was removed");
    assertThat(Home.here().path().resolve("log")).exists();
  }

  private static JsonNode told(Ended ended) throws IOException {
    return Json.strict().readTree(ended.out());
  }
}
