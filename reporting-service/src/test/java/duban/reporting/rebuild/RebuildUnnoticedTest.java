package duban.reporting.rebuild;

import static duban.reporting.Service.number;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import duban.reporting.DistrictLedgers;
import duban.reporting.OnRealInfrastructure;
import duban.reporting.Service;
import duban.reporting.live.SseClient;
import duban.reporting.live.SseClient.Block;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** While they are built anew nobody notices, and nobody waits. */
@QuarkusTest
@Order(OnRealInfrastructure.NEXT)
class RebuildUnnoticedTest extends OnRealInfrastructure {

  private final Town town = new Town();

  /** Posts, reports and a stream go on all the while. */
  @Test
  void nobodyNoticesIt() throws Exception {
    DistrictLedgers wujin = town.district();
    DistrictLedgers liyang = town.district();
    town.row(wujin, liyang);
    AtomicBoolean over = new AtomicBoolean();
    List<String> noticed = new ArrayList<>();
    try (SseClient stream = SseClient.open(town.viewer(), town.code());
        ExecutorService others = Executors.newVirtualThreadPerTaskExecutor()) {
      assertThat(stream.next().event()).isEqualTo("snapshot");
      Future<Integer> posted = others.submit(() -> post(wujin, liyang, over));
      Future<?> asked = others.submit(() -> ask(over, noticed));
      // A stream that nobody reads would be given up by its server.
      AtomicReference<BigDecimal> last = new AtomicReference<>();
      String rollup = town.code() + "/2022/" + town.seats();
      Future<List<Block>> listening =
          others.submit(() ->
              stream.until(
                  block ->
                      last.get() != null
                          && block.isChange("rollup", rollup)
                          && number(block.data().path("row"), "reached").compareTo(last.get()) == 0,
                  Duration.ofMinutes(3)));
      try {
        for (int i = 0; i < 3; i++) {
          assertThat(Rebuilding.result().path("identical").booleanValue()).isTrue();
        }
      } finally {
        over.set(true);
      }
      int rounds = posted.get();
      asked.get();
      assertThat(noticed).isEmpty();
      BigDecimal all = new BigDecimal("615.5").add(new BigDecimal(rounds * 11L));
      last.set(all);
      wujin.adds("6.1", "2022-05-01", "1");
      assertThat(number(town.row(wujin, liyang), "reached")).isEqualByComparingTo(all);
      List<Block> heard = listening.get();
      assertThat(heard).noneMatch(block -> block.is("snapshot"));
    }
    assertThat(Service.verify().path("ok").booleanValue()).isTrue();
  }

  private static int post(DistrictLedgers wujin, DistrictLedgers liyang, AtomicBoolean over)
      throws InterruptedException {
    int rounds = 0;
    while (!over.get()) {
      wujin.adds("6.1", "2022-05-01", "1");
      liyang.adds("6.1", "2022-05-01", "10");
      rounds++;
      Thread.sleep(20);
    }
    return rounds;
  }

  /** No answer but 200, no figure and no position below one seen before. */
  private void ask(AtomicBoolean over, List<String> noticed) {
    BigDecimal reached = BigDecimal.ZERO;
    long position = 0;
    while (!over.get()) {
      Response answer = Service.get(town.viewer(), town.rollups());
      JsonNode view = Service.json(answer);
      BigDecimal now = number(view.path("rows").path(0), "reached");
      long applied = 0;
      for (JsonNode seq : view.path("freshness").path("positions")) {
        applied += seq.longValue();
      }
      if (answer.statusCode() != 200 || now == null || now.compareTo(reached) < 0) {
        noticed.add(answer.statusCode() + " " + answer.asString());
      } else if (applied < position) {
        noticed.add("back from " + position + " to " + applied);
      }
      reached = now == null ? reached : now;
      position = applied;
    }
  }

  @Test
  void nobodyWaitsForTheComparison() throws Exception {
    DistrictLedgers wujin = town.district();
    town.row(wujin);
    try (ExecutorService asking = Executors.newVirtualThreadPerTaskExecutor();
        Connection holding = Service.database();
        Statement statement = holding.createStatement()) {
      holding.setAutoCommit(false);
      // The comparison reads it, and neither a post nor this report does.
      statement.execute("lock table projection_v3.plan_event in access exclusive mode");
      Future<JsonNode> result = asking.submit(Rebuilding::result);
      Rebuilding.awaitPhase("comparing");
      wujin.adds("6.1", "2022-06-01", "2");
      assertThat(number(town.row(wujin), "reached")).isEqualByComparingTo("309.25");
      assertThat(result.isDone()).isFalse();
      holding.commit();
      assertThat(result.get().path("identical").booleanValue()).isTrue();
    }
    assertThat(number(town.row(wujin), "reached")).isEqualByComparingTo("309.25");
    assertThat(Service.verify().path("ok").booleanValue()).isTrue();
  }

  @Test
  void theSwitchWaitsForALongReportAndOtherReportsDoNotWaitForIt() throws Exception {
    DistrictLedgers wujin = town.district();
    town.row(wujin);
    try (Connection report = Service.database();
        Statement reading = report.createStatement()) {
      report.setAutoCommit(false);
      reading.execute("set transaction isolation level repeatable read, read only");
      reading.execute("lock table projection_gate in access share mode");
      long rows = count(reading);
      ExecutorService asking = Executors.newVirtualThreadPerTaskExecutor();
      Future<JsonNode> result = asking.submit(Rebuilding::result);
      Rebuilding.awaitPhase("switching");
      Duration slowest = Duration.ZERO;
      Instant end = Instant.now().plusSeconds(3);
      while (Instant.now().isBefore(end)) {
        Instant asked = Instant.now();
        assertThat(Service.get(town.viewer(), town.rollups()).statusCode()).isEqualTo(200);
        Duration took = Duration.between(asked, Instant.now());
        slowest = took.compareTo(slowest) > 0 ? took : slowest;
      }
      assertThat(slowest).isLessThan(Duration.ofSeconds(2));
      assertThat(result.isDone()).isFalse();
      assertThat(count(reading)).isEqualTo(rows).isPositive();
      report.commit();
      assertThat(result.get().path("identical").booleanValue()).isTrue();
      asking.close();
    }
  }

  private static long count(Statement reading) throws Exception {
    try (var result = reading.executeQuery("select count(*) from projection_v3.progress_event")) {
      result.next();
      return result.getLong(1);
    }
  }
}
