package duban.local.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import duban.local.home.Refusal;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Against an HTTP server that verifies one ledger and a projection, in its own time. */
@Timeout(30)
class AuditTest {

  private static final String WHOLE = "{\"ledger\":\"progress/320412\",\"ok\":true,\"seq\":7}\n";

  private final List<Audit.Step> heard = new ArrayList<>();
  private HttpServer server;
  private int status = 200;
  private boolean cut;
  private String projection =
      """
      {"checking":"projections","done":0,"of":0}
      {"checking":"progress/320412","done":4,"of":7}
      {"ok":true,"rows":{}}
      """;

  @BeforeEach
  void listen() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/api/v1/ledgers/plans", to -> answer(to, 200, "{\"ledgers\":[]}"));
    server.createContext(
        "/api/v1/ledgers/progress",
        to -> answer(to, 200, "{\"ledgers\":[{\"ledger\":\"progress/320412\"}]}"));
    server.createContext("/api/v1/districts/320412/ledger/verify", to -> answer(to, 200, WHOLE));
    server.createContext("/api/v1/projection/verify", to -> answer(to, status, projection));
    server.start();
  }

  @AfterEach
  void close() {
    server.stop(0);
  }

  @Test
  void theLastLineIsTheResultAndTheOthersTellWhereItStands() throws Exception {
    Audit.Findings findings = audit();

    assertThat(findings.ok()).isTrue();
    assertThat(findings.ledgers()).singleElement().matches(Audit::isOk);
    assertThat(heard)
        .containsExactly(
            new Audit.Step("projections", 0, 0), new Audit.Step("progress/320412", 4, 7));
  }

  @Test
  void whatBreaksOffBeforeItsResultIsNoResult() {
    cut = true;

    assertThatThrownBy(this::audit).isInstanceOf(Refusal.class).hasMessageContaining("broke off");
  }

  @Test
  void aRefusalIsTold() {
    status = 503;
    projection = "{\"title\":\"Try later\",\"detail\":\"A verification is running\"}";

    assertThatThrownBy(this::audit)
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("A verification is running");
  }

  private Audit.Findings audit() throws IOException, InterruptedException {
    URI gateway = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    try (GatewayClient client = new GatewayClient(gateway, "token")) {
      return new Audit(client, heard::add).run();
    }
  }

  /** Without an end where it is cut, as if the program behind it had died. */
  private void answer(HttpExchange exchange, int code, String body) throws IOException {
    exchange.sendResponseHeaders(code, 0);
    OutputStream out = exchange.getResponseBody();
    out.write(body.getBytes(StandardCharsets.UTF_8));
    out.flush();
    if (cut && body.equals(projection)) {
      throw new IOException("cut off");
    }
    out.close();
  }
}
