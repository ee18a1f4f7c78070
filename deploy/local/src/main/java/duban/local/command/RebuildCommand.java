package duban.local.command;

import com.fasterxml.jackson.databind.JsonNode;
import duban.local.client.BrokenOff;
import duban.local.client.Connection;
import duban.local.client.GatewayClient;
import duban.local.home.ExitCode;
import duban.local.home.Refusal;
import duban.local.terminal.Bar;
import duban.local.terminal.Terminal;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./duban rebuild}. */
@Command(
    name = "rebuild",
    description = {
      "Builds every projection of the running system anew from the ledgers, beside the running"
          + " ones.",
      "Reports and streams go on meanwhile. On a terminal it shows how far it is."
    },
    exitCodeList = {
      "0:done, and what it built is what was there",
      "1:failed, or refused",
      "2:wrong usage",
      "3:done, and what it built is not what was there",
      "4:nothing answers, it is busy, or it broke off: try again"
    },
    footer = {
      "  ./duban rebuild",
      "  ./duban rebuild --json",
      "  ./duban rebuild --url https://duban.example.cn --token TOKEN"
    })
public final class RebuildCommand implements Callable<Integer> {

  private static final String PATH = "/projection/rebuild";
  private static final String PROVINCE = "320000";
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

  /** In which a service that died is surely back. */
  private static final int TRIES = 90;

  @Option(names = "--json", description = "For programs.")
  private boolean json;

  @Mixin private Connection connection;

  @Override
  public Integer call() throws IOException, InterruptedException {
    try (GatewayClient client = connection.as("city-admin", PROVINCE)) {
      JsonNode result = rebuilt(client);
      if (json) {
        Terminal.print(result);
      } else {
        System.out.println(verdict(result));
      }
      return exitCode(result);
    }
  }

  static JsonNode rebuilt(GatewayClient client) throws IOException, InterruptedException {
    try (Bar bar = Bar.of("rebuilding", " events", 1, Bar.UNKNOWN)) {
      try {
        return client.postForLines(PATH, line -> show(bar, line));
      } catch (BrokenOff lost) {
        return whatBecameOfIt(client, bar, lost);
      }
    }
  }

  /**
   * Either the gateway went away, and the rebuild goes on, or its own process did, and the next one
   * says so.
   */
  private static JsonNode whatBecameOfIt(GatewayClient client, Bar bar, BrokenOff lost)
      throws InterruptedException {
    for (int unanswered = 0; unanswered < TRIES; unanswered++) {
      Thread.sleep(LOOK_AGAIN);
      try {
        JsonNode last = client.get(PATH);
        if (last.has("endedAt")) {
          return last;
        }
        show(bar, last);
        unanswered = 0;
      } catch (IOException | Refusal notYet) {
        bar.say("the connection was lost; asking how it stands");
      }
    }
    throw lost;
  }

  static int exitCode(JsonNode result) {
    if (!result.path("phase").asText().equals("done")) {
      return ExitCode.FAILED;
    }
    return result.path("identical").asBoolean(true) ? ExitCode.DONE : ExitCode.NOT_ALL_WELL;
  }

  private static void show(Bar bar, JsonNode line) {
    bar.of(Math.max(1, line.path("of").asLong()));
    bar.at(line.path("done").asLong());
    bar.say(sentence(line));
  }

  /** {@code reading, 14,200 events/s, about 48 s left}. */
  static String sentence(JsonNode line) {
    String left =
        line.path("phase").asText().equals("reading") && line.has("etaSeconds")
            ? ", about %d s left".formatted(line.path("etaSeconds").asLong())
            : "";
    return "%s, %,d events/s%s"
        .formatted(line.path("phase").asText(), line.path("eventsPerSecond").asLong(), left);
  }

  static String verdict(JsonNode result) {
    if (!result.path("phase").asText().equals("done")) {
      return "Not rebuilt: %s. The reports are as they were; it can be begun anew."
          .formatted(result.path("failure").asText("it broke off"));
    }
    String figures =
        "%,d events in %.1f s, %,d events/s, version %d. "
            .formatted(
                result.path("events").asLong(),
                result.path("seconds").asDouble(),
                result.path("eventsPerSecond").asLong(),
                result.path("version").asInt());
    return figures + comparison(result);
  }

  private static String comparison(JsonNode result) {
    if (!result.has("identical")) {
      return "There was nothing to compare with.";
    }
    if (result.path("identical").asBoolean()) {
      return "Identical to what was there.";
    }
    List<String> tables = new ArrayList<>();
    result.path("different").forEach(table -> tables.add(table.asText()));
    return "DIFFERENT from what was there: " + String.join(", ", tables) + ".";
  }
}
