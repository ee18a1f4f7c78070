package duban.local.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against an HTTP server that is busy at first, as a real one is only at times. */
class DeliveryTest {

  @TempDir Path folder;
  private final List<String> bodies = new ArrayList<>();
  private final List<String> types = new ArrayList<>();
  private HttpServer server;
  private int refusals;

  @BeforeEach
  void listen() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/api/v1/districts/320412/events", this::handle);
    server.start();
  }

  @AfterEach
  void close() {
    server.stop(0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\":\"a\"}",
        " {\n \"id\":\n \"a\"\n}\n",
        "[{\"id\":\"a\"},{\"id\":\"b\"}]",
        "{\"id\":"
      })
  void oneDocumentIsPostedAsItIs(String text) throws Exception {
    assertThat(bring(text)).isEqualTo(new Delivery.Tally(1, 0, 0));
    assertThat(bodies).containsExactly(text);
    assertThat(types).containsExactly("application/json");
  }

  @Test
  void linesArePostedInChunksInTheirOrder() throws Exception {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 2_500; i++) {
      text.append("{\"id\":\"").append(i).append("\"}\n");
    }
    assertThat(bring(text.toString())).isEqualTo(new Delivery.Tally(2_500, 0, 0));
    assertThat(bodies).hasSize(3);
    assertThat(String.join("", bodies)).isEqualTo(text.toString());
  }

  @Test
  void whatIsBusyGetsTheSameAgain() throws Exception {
    refusals = 2;
    String text = "{\"id\":\"a\"}\n{\"id\":\"b\"}\n";
    assertThat(bring(text)).isEqualTo(new Delivery.Tally(2, 0, 0));
    assertThat(bodies).containsExactly(text, text, text);
  }

  @Test
  void aBusyLineIsSentAgainAloneAndABadOneIsNot() throws Exception {
    String text = "{\"id\":\"a\"}\n{\"id\":\"busy\"}\n{\"id\":\"bad\"}\n";
    assertThat(bring(text)).isEqualTo(new Delivery.Tally(2, 0, 1));
    assertThat(bodies).containsExactly(text, "{\"id\":\"busy\"}\n");
  }

  private Delivery.Tally bring(String text) throws Exception {
    Path file = Files.writeString(folder.resolve("events"), text);
    URI gateway = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    try (GatewayClient client = new GatewayClient(gateway, "token")) {
      return new Delivery(client, "320412", result -> {}, tally -> {}).bring(file);
    }
  }

  private void handle(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    bodies.add(body);
    types.add(exchange.getRequestHeaders().getFirst("Content-Type"));
    if (refusals-- > 0) {
      answer(exchange, 503, "{\"status\":503}");
    } else if (types.getLast().equals("application/json")) {
      answer(exchange, 201, "{\"seq\":1}");
    } else {
      StringBuilder results = new StringBuilder();
      body.lines().map(this::result).forEach(results::append);
      answer(exchange, 200, results.toString());
    }
  }

  private String result(String line) {
    if (line.contains("bad")) {
      return "{\"line\":1,\"status\":\"rejected\",\"problem\":{\"status\":422}}\n";
    }
    boolean firstTime = bodies.size() == 1;
    return line.contains("busy") && firstTime
        ? "{\"line\":1,\"status\":\"rejected\",\"problem\":{\"status\":503}}\n"
        : "{\"line\":1,\"status\":\"appended\",\"seq\":1}\n";
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
