package duban.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import duban.testkit.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StreamTest extends AtTheDoor {

  private static final String LIVE = "/api/v1/live?scope=320400&year=2022";
  private static final int ITEMS = 60;

  @AfterEach
  void nothingIsLeftOpen() {
    await().untilAsserted(() -> assertThat(PlayedServices.OPEN_STREAMS).hasValue(0));
    await().untilAsserted(() -> assertThat(meters()).contains("duban_gateway_streams 0.0"));
  }

  @Test
  void itemsPassOneByOneAndAtOnce() throws IOException {
    List<Long> direct = latencies(portOf("reporting"));
    List<Long> through = latencies(port());

    long added = median(through) - median(direct);
    System.out.printf(
        "live item: direct median %d us, through the gateway %d us, p95 %d us%n",
        median(direct), median(through), through.get(ITEMS * 95 / 100));
    assertThat(added).as("microseconds added at the median").isLessThan(5_000);
    assertThat(Collections.max(through)).isLessThan(PlayedServices.PACE * 1000 * 10);
  }

  @Test
  void aClientThatLeavesTakesTheServicesStreamWithIt() throws IOException {
    RawHttp client = open();
    await().until(() -> PlayedServices.OPEN_STREAMS.get() == 1);
    Instant left = Instant.now();

    client.close();

    await().atMost(Duration.ofSeconds(2)).until(() -> PlayedServices.OPEN_STREAMS.get() == 0);
    System.out.printf("close reached upstream in %s%n", Duration.between(left, Instant.now()));
  }

  @Test
  void aStreamThatTheServiceEndsEndsForTheClient() throws IOException {
    try (RawHttp client = open()) {
      PlayedServices.listen("reporting", PlayedServices.stop("reporting"));

      assertThat(client.drainUntilClosed()).isTrue();
    }
  }

  @Test
  void aStreamEndsWithItsToken() throws IOException {
    String token = Tokens.mint("city-viewer", Duration.ofSeconds(2), "320400");
    try (RawHttp client = new RawHttp(port())) {
      client.write(RawHttp.get(LIVE, bearer(token)));
      assertThat(client.head().status()).isEqualTo(200);
      Instant began = Instant.now();

      assertThat(client.drainUntilClosed()).isTrue();

      assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(4));
    }
    await().until(() -> PlayedServices.OPEN_STREAMS.get() == 0);
  }

  @Test
  void oneCallerHoldsOnlySoManyStreams() throws IOException {
    List<RawHttp> open = new ArrayList<>();
    try {
      for (int held = 0; held < 5; held++) {
        open.add(open());
      }
      RawHttp.Answer sixth = get(LIVE, bearer(Tokens.mint("city-viewer", "320400")));

      assertThat(sixth.status()).isEqualTo(429);
      assertThat(sixth.header("retry-after")).isEqualTo("1");
    } finally {
      for (RawHttp each : open) {
        each.close();
      }
    }
    await().until(() -> PlayedServices.OPEN_STREAMS.get() == 0);
    open().close();
  }

  private static RawHttp open() throws IOException {
    RawHttp client = new RawHttp(port());
    client.write(RawHttp.get(LIVE, bearer(Tokens.mint("city-viewer", "320400"))));
    RawHttp.Answer head = client.head();
    assertThat(head.status()).isEqualTo(200);
    assertThat(head.header("content-type")).isEqualTo("text/event-stream");
    return client;
  }

  /** Microseconds from the moment each item was written to the moment it was read, sorted. */
  private static List<Long> latencies(int port) throws IOException {
    List<Long> micros = new ArrayList<>();
    try (RawHttp client = new RawHttp(port)) {
      client.write(RawHttp.get(LIVE, bearer(Tokens.mint("city-viewer", "320400"))));
      client.head();
      for (int item = 0; item < ITEMS; item++) {
        String event = client.chunk();
        long now = System.nanoTime();
        assertThat(event).startsWith("event: change\n").endsWith("\n\n");
        String data = event.substring(event.indexOf("data: ") + 6).strip();
        micros.add((now - Long.parseLong(data)) / 1000);
      }
    }
    Collections.sort(micros);
    return micros;
  }

  private static long median(List<Long> sorted) {
    return sorted.get(sorted.size() / 2);
  }
}
