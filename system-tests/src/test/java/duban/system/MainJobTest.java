package duban.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import duban.contracts.Json;
import duban.system.Client.Reply;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The officer's morning and the district's report, through the gateway. */
class MainJobTest {

  private static final String SEATS = "/api/v1/rollups?year=2022&scope=320400&indicator=new-seats";

  private final RunningSystem system = RunningSystem.shared();
  private final Client officer = new Client(system, system.token("city-admin"));
  private final Client wujin = new Client(system, system.token("district-reporter", "320412"));

  @Test
  void theSampleRollsUpToTheCity() {
    Reply reply = officer.get(SEATS);

    assertThat(reply.status()).isEqualTo(200);
    JsonNode row = reply.body().get("rows").get(0);
    assertThat(row.get("promised").decimalValue()).isEqualByComparingTo("11025");
    assertThat(row.get("districts")).hasSize(2);
    assertThat(row.get("districts").findValuesAsText("district"))
        .containsExactlyInAnyOrder("320412", "320481");
    assertThat(reply.body().get("freshness").get("positions").get("progress/320412").asLong())
        .isPositive();
  }

  @Test
  void thePageAnswersAndAsksOutsidersToSignIn() throws Exception {
    HttpResponse<String> page =
        officer
            .http()
            .send(
                java.net.http.HttpRequest.newBuilder(system.at("/")).build(),
                HttpResponse.BodyHandlers.ofString());

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("督办");
    assertThat(new Client(system, "nonsense").get(SEATS).status()).isEqualTo(401);
  }

  @Test
  void anAcknowledgedEventCanBeReadThroughTheRollupAtOnce() {
    JsonNode before = officer.get(SEATS).body().get("rows").get(0);
    Reply posted = post(wujin, "320412", reported(wujinReached(before).add(BigDecimal.valueOf(5))));
    assertThat(posted.status()).isEqualTo(201);

    Reply after = officer.get(SEATS, "Duban-After", "320412:" + posted.body().get("seq").asLong());

    assertThat(after.status()).isEqualTo(200);
    assertThat(after.body().get("rows").get(0).get("reached").decimalValue())
        .isEqualByComparingTo(before.get("reached").decimalValue().add(BigDecimal.valueOf(5)));
  }

  private static BigDecimal wujinReached(JsonNode row) {
    for (JsonNode district : row.get("districts")) {
      if (district.get("district").asText().equals("320412")) {
        return district.get("reached").decimalValue();
      }
    }
    throw new AssertionError("Wujin promises new seats: " + row);
  }

  @Test
  void theSameEventAgainIsTheSameAnswerAndOtherContentAConflict() {
    String event = added();
    Reply first = post(wujin, "320412", event);
    Reply again = post(wujin, "320412", event);
    Reply other = post(wujin, "320412", event.replace("\"amount\":1", "\"amount\":2"));

    assertThat(first.status()).isEqualTo(201);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(other.status()).isEqualTo(409);
    assertThat(other.body().get("type").asText()).endsWith("/event-id-conflict");
  }

  @Test
  void aPostedEventReachesAnOpenStreamWithinAQuarterOfASecond() throws Exception {
    BlockingQueue<String> changes = new ArrayBlockingQueue<>(10_000);
    HttpResponse<java.io.InputStream> stream =
        officer
            .http()
            .send(
                java.net.http.HttpRequest.newBuilder(
                        system.at("/api/v1/live?scope=320400&year=2022"))
                    .header("Authorization", "Bearer " + system.token("city-admin"))
                    .build(),
                HttpResponse.BodyHandlers.ofInputStream());
    Thread.ofVirtual().start(() -> listen(stream, changes));
    assertThat(changes.poll(20, TimeUnit.SECONDS)).as("the snapshot").isNotNull();
    BigDecimal reached = wujinReached(officer.get(SEATS).body().get("rows").get(0));
    long[] millis = new long[40];
    for (int i = -10; i < millis.length; i++) {
      // The first ten warm the way up and are not counted.
      reached = reached.add(BigDecimal.ONE);
      long took = measure(changes, reported(reached));
      if (i >= 0) {
        millis[i] = took;
      }
    }
    stream.body().close();
    Arrays.sort(millis);
    System.out.printf(
        "post to city rollup on an open stream, ms: min %d, median %d, p95 %d, max %d%n",
        millis[0], millis[20], millis[37], millis[39]);
    // The limit for an idle machine; a build's machine is not idle, so the test allows it twice.
    assertThat(millis[20]).isLessThan(500);
  }

  private long measure(BlockingQueue<String> changes, String event) throws Exception {
    changes.clear();
    long start = System.nanoTime();
    assertThat(post(wujin, "320412", event).status()).isEqualTo(201);
    String change = changes.poll(10, TimeUnit.SECONDS);
    assertThat(change).as("a change of the city's row within 10 s").isNotNull();
    return Duration.ofNanos(System.nanoTime() - start).toMillis();
  }

  /** Keeps the snapshot and then the changes of the city's row for new seats. */
  private static void listen(
      HttpResponse<java.io.InputStream> stream, BlockingQueue<String> changes) {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
      String event = "";
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("event:")) {
          event = line.substring(6).strip();
        } else if (line.startsWith("data:")) {
          JsonNode data = Json.lenient().readTree(line.substring(5));
          boolean city =
              data.path("kind").asText().equals("rollup")
                  && data.path("key").asText().contains("320400")
                  && data.path("key").asText().contains("new-seats");
          if (event.equals("snapshot") || city) {
            changes.add(line);
          }
        }
      }
    } catch (IOException closed) {
      // the test closed the stream
    }
  }

  @Test
  void verifyFindsEveryChainAndEveryProjectionRowRight() {
    var ended = system.run(java.util.List.of("verify"));

    assertThat(ended.code()).as(ended.output()).isZero();
  }

  @Test
  void theDescriptionNamesWhatTheDoorOffers() {
    JsonNode paths = officer.get("/openapi").body().get("paths");

    assertThat(paths.has("/api/v1/districts/{code}/events")).isTrue();
    assertThat(paths.has("/api/v1/rollups")).isTrue();
    assertThat(paths.has("/api/v1/plans")).isTrue();
  }

  private static Reply post(Client client, String district, String event) {
    return client.post("/api/v1/districts/" + district + "/events", "application/json", event);
  }

  /** A new standing for the day that the sample shows. */
  private static String reported(BigDecimal value) {
    return """
    {"id":"%s","type":"progress.reported","target":"320412-2022.6.1","asOf":"2022-06-30","value":%s}
    """
        .formatted(UUID.randomUUID(), value.toPlainString())
        .strip();
  }

  private static String added() {
    return """
    {"id":"%s","type":"progress.added","target":"320412-2022.6.1","on":"2022-06-30","amount":1}
    """
        .formatted(UUID.randomUUID())
        .strip();
  }
}
