package duban.progress.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import duban.progress.District;
import duban.progress.OnRealInfrastructure;
import duban.progress.Service;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BatchTest extends OnRealInfrastructure {

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  @AfterEach
  void close() {
    threads.close();
  }

  @Test
  void eachLineIsAnsweredForItself() {
    District district = District.withPlan();
    String body =
        """
        %s
        %s

        not json
        %s
        %s
        %s
        """
            .formatted(
                Service.reported(district, "l-1", 1),
                Service.reported(district, "l-1", 1),
                Service.reported(district, "l-1", 2),
                Service.reported(district, "l-2", -2),
                Service.reported(district, "l-3", 3));
    List<JsonNode> results = Service.lines(district, body);
    assertThat(results.stream().map(r -> r.path("line").asInt())).containsExactly(1, 2, 4, 5, 6, 7);
    assertThat(statuses(results))
        .containsExactly("appended", "duplicate", "rejected", "rejected", "rejected", "appended");
    assertThat(results.get(0).path("seq").asLong()).isEqualTo(1);
    assertThat(results.get(1).path("seq").asLong()).isEqualTo(1);
    assertThat(results.get(1).path("hash")).isEqualTo(results.get(0).path("hash"));
    assertThat(results.get(5).path("seq").asLong()).isEqualTo(2);
    assertThat(types(results))
        .containsExactly("malformed-json", "event-id-conflict", "invalid-event");
    assertThat(results.get(4).at("/problem/errors/0/pointer").asText()).isEqualTo("/value");
    assertThat(results.get(4).path("id").asText()).isEqualTo("l-2");
  }

  @Test
  void theLastLineNeedsNoEnd() {
    District district = District.withPlan();
    List<JsonNode> results =
        Service.lines(
            district,
            "\uFEFF"
                + Service.reported(district, "l-1", 1)
                + "\r\n"
                + Service.reported(district, "l-2", 2));
    assertThat(statuses(results)).containsExactly("appended", "appended");
  }

  @Test
  void nothingInNothingOut() {
    District district = District.withPlan();
    assertThat(Service.lines(district, "\n\n \n")).isEmpty();
  }

  @Test
  void aLineThatIsTooLongDoesNotStopTheOthers() {
    District district = District.withPlan();
    ObjectNode long1 = Service.reported(district, "l-1", 1).put("note", "x".repeat(70_000));
    List<JsonNode> results =
        Service.lines(district, long1 + "\n" + Service.reported(district, "l-2", 2));
    assertThat(statuses(results)).containsExactly("rejected", "appended");
    assertThat(results.get(0).at("/problem/status").asInt()).isEqualTo(413);
  }

  @Test
  void aLineMayVoidTheOneBeforeIt() {
    District district = District.withPlan();
    List<JsonNode> results =
        Service.lines(
            district,
            Service.reported(district, "l-1", 1)
                + "\n"
                + Service.event("l-2", "event.voided").put("event", "l-1").put("reason", "x")
                + "\n"
                + Service.event("l-3", "event.voided").put("event", "l-1").put("reason", "x")
                + "\n"
                + Service.event("l-4", "event.voided").put("event", "l-2").put("reason", "x"));
    assertThat(statuses(results)).containsExactly("appended", "appended", "rejected", "rejected");
    assertThat(types(results)).containsExactly("already-voided", "invalid-event");
  }

  @Test
  void linesKeepTheirOrder() {
    District district = District.withPlan();
    String body =
        IntStream.range(0, 3_000)
            .mapToObj(i -> Service.reported(district, "o-" + i, i).toString())
            .collect(Collectors.joining("\n"));
    List<JsonNode> results = Service.lines(district, body);
    for (int i = 0; i < results.size(); i++) {
      assertThat(results.get(i).path("seq").asLong()).isEqualTo(i + 1L);
    }
    assertThat(results).hasSize(3_000);
    assertThat(statuses(Service.lines(district, body))).containsOnly("duplicate");
    assertThat(Service.seq(district)).isEqualTo(3_000);
  }

  @Test
  void unknownTargetsInABatchAreAskedForOnceASecond() {
    District district = District.withPlan();
    String body =
        IntStream.range(0, 200)
            .mapToObj(i ->
                Service.reported(district, "u-" + i, i)
                    .put("target", district.target("99." + i))
                    .toString())
            .collect(Collectors.joining("\n"));
    List<JsonNode> results = Service.lines(district, body);
    assertThat(types(results)).hasSize(200).containsOnly("unknown-target");
    assertThat(duban.progress.PlansPeer.timesAsked(district.plan())).isBetween(1, 10);
  }

  /** A lock on the ledger's head, as another process that appends would hold it. */
  @Test
  void aFullQueueMakesABatchWaitAndASinglePostComeAgain() throws Exception {
    District district = District.withPlan();
    Service.post(district, Service.reported(district, "first", 1)).then().statusCode(201);
    Future<List<JsonNode>> batch;
    try (Connection connection = Service.database()) {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        statement.execute(
            "select 1 from ledger_head where ledger = 'progress/%s' for update"
                .formatted(district.code()));
      }
      batch = threads.submit(() -> Service.lines(district, reports(district, 500)));
      await().until(() -> queuedEvents() == 100);
      long start = System.nanoTime();
      Service.post(district, Service.reported(district, "second", 2))
          .then()
          .statusCode(503)
          .header("Retry-After", "1")
          .body("type", equalTo("https://duban.cn/problems/try-later"));
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
      connection.rollback();
    }
    List<JsonNode> results = batch.get(60, TimeUnit.SECONDS);
    assertThat(statuses(results)).hasSize(500).containsOnly("appended");
    assertThat(results).extracting(r -> r.path("seq").asLong()).isSorted();
    assertThat(Service.seq(district)).isEqualTo(501);
  }

  @Test
  void aBatchOutlivesItsDatabaseConnections() throws Exception {
    District district = District.withPlan();
    Future<List<JsonNode>> batch =
        threads.submit(() -> Service.lines(district, reports(district, 20_000)));
    for (int cut = 0; cut < 20 && !batch.isDone(); cut++) {
      Service.rows(
          "select pg_terminate_backend(pid) from pg_stat_activity"
              + " where datname = current_database() and pid <> pg_backend_pid()");
      await().pollDelay(Duration.ofMillis(50)).until(() -> true);
    }
    List<JsonNode> results = batch.get(120, TimeUnit.SECONDS);
    assertThat(statuses(results)).hasSize(20_000).isSubsetOf("appended", "duplicate");
    assertThat(results.stream().map(r -> r.path("seq").asLong()).distinct()).hasSize(20_000);
    assertThat(Service.seq(district)).isEqualTo(20_000);
    given()
        .auth()
        .oauth2(district.reporter())
        .post("/api/v1/districts/" + district.code() + "/ledger/verify")
        .then()
        .body("ok", equalTo(true));
  }

  private static String reports(District district, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> Service.reported(district, "n-" + i, i).toString())
        .collect(Collectors.joining("\n"));
  }

  private static int queuedEvents() {
    return given()
        .get("/q/metrics")
        .asString()
        .lines()
        .filter(line -> line.startsWith("duban_ledger_queued_events"))
        .mapToInt(line -> (int) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  private static List<String> statuses(List<JsonNode> results) {
    return results.stream().map(r -> r.path("status").asText()).toList();
  }

  private static List<String> types(List<JsonNode> results) {
    return results.stream()
        .map(r -> r.at("/problem/type").asText())
        .filter(type -> !type.isEmpty())
        .map(type -> type.substring(type.lastIndexOf('/') + 1))
        .toList();
  }
}
