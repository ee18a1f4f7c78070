package duban.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a server that answers as reporting-service does. */
class MovedDayTest {

  @TempDir Path folder;
  private HttpServer reporting;
  private int status = 200;
  private MovedDay moved;

  @BeforeEach
  void listen() throws IOException {
    reporting = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    reporting.createContext(
        "/api/v1/today",
        exchange -> {
          boolean known = "Bearer t".equals(exchange.getRequestHeaders().getFirst("Authorization"));
          byte[] body =
              "{\"today\":\"2022-09-30\",\"fixed\":true}".getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(known ? status : 401, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    reporting.start();
    Path token = Files.writeString(folder.resolve("token"), "t\n");
    URI address = URI.create("http://127.0.0.1:" + reporting.getAddress().getPort());
    moved = new MovedDay(address, new ServiceToken(Optional.of(token.toString())));
  }

  @AfterEach
  void close() {
    moved.close();
    reporting.stop(0);
  }

  @Test
  void reportingServiceTellsIt() {
    assertThat(moved.ask().await().indefinitely()).isEqualTo(LocalDate.of(2022, 9, 30));
  }

  @Test
  void anythingElseIsNoDay() {
    status = 503;
    assertThatThrownBy(() -> moved.ask().await().indefinitely())
        .isInstanceOf(IllegalStateException.class);
    reporting.stop(0);
    assertThatThrownBy(() -> moved.ask().await().indefinitely())
        .hasCauseInstanceOf(IOException.class);
  }
}
