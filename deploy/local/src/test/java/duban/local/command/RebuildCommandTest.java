package duban.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import duban.contracts.Json;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What a person reads of a rebuild, and what a program is told by the exit code. */
class RebuildCommandTest {

  private static JsonNode line(String json) throws IOException {
    return Json.lenient().readTree(json.replace('\'', '"'));
  }

  @Test
  void progressIsABarWithWhatIsLeft() throws IOException {
    String said =
        RebuildCommand.sentence(
            line("{'phase':'reading','done':250,'of':1000,'eventsPerSecond':1250,'etaSeconds':3}"));
    assertThat(said)
        .isEqualTo("[#######-----------------------] 25 % reading, 1,250 events/s, about 3 s left");
  }

  @Test
  void identicalTablesAreWell() throws IOException {
    JsonNode result =
        line(
            "{'phase':'done','version':2,'events':1000,'seconds':2.5,'eventsPerSecond':400,"
                + "'identical':true}");
    assertThat(RebuildCommand.exitCode(result)).isZero();
    assertThat(RebuildCommand.verdict(result))
        .isEqualTo("1,000 events in 2.5 s, 400 events/s, version 2. Identical to what was there.");
  }

  @Test
  void differentTablesAreNamed() throws IOException {
    JsonNode result = line("{'phase':'done','identical':false,'different':['item','target']}");
    assertThat(RebuildCommand.exitCode(result)).isEqualTo(3);
    assertThat(RebuildCommand.verdict(result))
        .endsWith("DIFFERENT from what was there: item, target.");
  }

  @Test
  void aFailureIsSaidAndExitsWithOne() throws IOException {
    JsonNode result = line("{'phase':'failed','failure':'its process ended'}");
    assertThat(RebuildCommand.exitCode(result)).isEqualTo(1);
    assertThat(RebuildCommand.verdict(result)).isEqualTo("Not rebuilt: its process ended.");
  }
}
