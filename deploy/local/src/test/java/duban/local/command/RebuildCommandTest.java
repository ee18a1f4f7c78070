package duban.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import duban.contracts.Json;
import duban.local.client.GatewayClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a person reads of a rebuild, and what a program is told by the exit code. */
class RebuildCommandTest {

  private static JsonNode line(String json) throws IOException {
    return Json.lenient().readTree(json.replace('\'', '"'));
  }

  @Test
  void behindTheBarStandsWhatIsDoneAndWhatIsLeft() throws IOException {
    String said =
        RebuildCommand.sentence(
            line("{'phase':'reading','done':250,'of':1000,'eventsPerSecond':1250,'etaSeconds':3}"));
    assertThat(said).isEqualTo("reading, 1,250 events/s, about 3 s left");
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
    assertThat(RebuildCommand.verdict(result))
        .isEqualTo(
            "Not rebuilt: its process ended. The reports are as they were; it can be begun anew.");
  }

  /**
   * As when the service that rebuilds is killed: half an answer, nobody for a while, then the end.
   */
  @Test
  void aConnectionThatBreaksIsNotTheEndOfIt() throws Exception {
    Deque<String> answers = new ArrayDeque<>(List.of("", "{'phase':'failed','endedAt':'2022'}"));
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/api/v1/projection/rebuild",
        exchange -> {
          boolean begins = exchange.getRequestMethod().equals("POST");
          String answer = begins ? "{'phase':'reading','of':9}\n" : answers.remove();
          byte[] body = answer.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(answer.isEmpty() ? 503 : 200, begins ? 500 : body.length);
          exchange.getResponseBody().write(body);
          exchange.getResponseBody().flush();
          exchange.close();
        });
    server.start();
    try (GatewayClient client =
        new GatewayClient(
            URI.create("http://127.0.0.1:" + server.getAddress().getPort()), "token")) {
      assertThat(RebuildCommand.exitCode(RebuildCommand.rebuilt(client))).isEqualTo(1);
      assertThat(answers).isEmpty();
    } finally {
      server.stop(0);
    }
  }
}
