package duban.reporting.rebuild;

import static duban.reporting.Service.number;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import duban.contracts.catalogue.Indicator;
import duban.contracts.catalogue.Indicator.Aggregation;
import duban.contracts.plan.Target.Kind;
import duban.ledger.chain.LedgerEvent;
import duban.reporting.City;
import duban.reporting.DistrictLedgers;
import duban.reporting.OnRealInfrastructure;
import duban.reporting.Owners;
import duban.reporting.Service;
import duban.reporting.live.SseClient;
import duban.reporting.live.SseClient.Block;
import duban.reporting.standing.Targets;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
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
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Built anew beside the running ones, and nobody notices. */
@QuarkusTest
@Order(OnRealInfrastructure.NEXT)
class RebuildTest extends OnRealInfrastructure {

  private static final String INDEXES =
      """
      select string_agg(indexdef, E'\\n' order by indexname) from pg_indexes
       where schemaname = 'projection_v2'
      """;

  @Inject Pool pool;
  @Inject Remains remains;

  private final City city = City.fresh();
  private final Indicator seats = city.indicator(Aggregation.SUM);
  private final Indicator most = city.indicator(Aggregation.MAX);

  /** With a bit of everything: late, added, taken back, amended. */
  private DistrictLedgers district() {
    DistrictLedgers district = city.district();
    Targets sum = Targets.of(Kind.QUANTITY).value("100000").indicator(seats);
    Targets max = Targets.of(Kind.QUANTITY).value("500").indicator(most);
    district.publishes(sum, max, Targets.of(Kind.NARRATIVE));
    district.reports("6.1", "2022-03-31", "300");
    district.reports("6.1", "2022-01-31", "100.50");
    district.adds("6.1", "2022-04-01", "7.25");
    LedgerEvent wrong = district.reports("6.2", "2022-05-31", "400");
    district.reports("6.2", "2022-04-30", "200");
    district.voids(wrong);
    district.notes("2022-05-05", 40);
    district.publishes(sum, max);
    return district;
  }

  private String rollups() {
    return "/rollups?year=2022&scope=" + city.code() + "&indicator=" + seats.key();
  }

  private JsonNode row(DistrictLedgers... said) {
    return Service.after(city.viewer(), rollups(), said).path("rows").path(0);
  }

  @Test
  void leavesTheSameRowsInNewTables() {
    DistrictLedgers wujin = district();
    JsonNode before = row(wujin);
    long table = Service.count("select 'projection_v2.target'::regclass::oid::bigint");
    String indexes = Service.text(INDEXES);
    List<JsonNode> lines = Rebuilding.lines();
    JsonNode result = lines.getLast();
    assertThat(result.path("phase").textValue()).isEqualTo("done");
    assertThat(result.path("identical").booleanValue()).isTrue();
    assertThat(result.path("version").intValue()).isEqualTo(2);
    assertThat(result.path("events").longValue())
        .isEqualTo(Service.count("select sum(seq) from projection_v2.ledger_mark"));
    assertThat(Service.count("select 'projection_v2.target'::regclass::oid::bigint"))
        .isNotEqualTo(table);
    assertThat(Service.count("select count(*) from pg_namespace where nspname ~ '_(next|old)$'"))
        .isZero();
    assertThat(Service.text(INDEXES)).isEqualTo(indexes).contains("progress_event_subject");
    assertThat(row(wujin)).isEqualTo(before);
    assertThat(Service.verify().path("ok").booleanValue()).isTrue();
    wujin.adds("6.1", "2022-06-01", "2");
    assertThat(number(row(wujin), "reached")).isEqualByComparingTo("309.25");
  }

  /** Posts, reports and a stream go on all the while. */
  @Test
  void nobodyNoticesIt() throws Exception {
    DistrictLedgers wujin = district();
    DistrictLedgers liyang = district();
    row(wujin, liyang);
    AtomicBoolean over = new AtomicBoolean();
    List<String> noticed = new ArrayList<>();
    try (SseClient stream = SseClient.open(city.viewer(), city.code());
        ExecutorService others = Executors.newVirtualThreadPerTaskExecutor()) {
      assertThat(stream.next().event()).isEqualTo("snapshot");
      Future<Integer> posted = others.submit(() -> post(wujin, liyang, over));
      Future<?> asked = others.submit(() -> ask(over, noticed));
      // A stream that nobody reads would be given up by its server.
      AtomicReference<BigDecimal> last = new AtomicReference<>();
      String rollup = city.code() + "/2022/" + seats.key();
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
      assertThat(number(row(wujin, liyang), "reached")).isEqualByComparingTo(all);
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
      Response answer = Service.get(city.viewer(), rollups());
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

  /** PostgreSQL plans a statement anew when a schema's name changes; all of this rests on it. */
  @Test
  void preparedStatementsFindTheNewTables() {
    row(district());
    SqlConnection one = pool.getConnection().await().indefinitely();
    try {
      long before = tableOf(one);
      for (int i = 0; i < 10; i++) {
        assertThat(tableOf(one)).isEqualTo(before);
      }
      Rebuilding.result();
      assertThat(tableOf(one)).isNotEqualTo(before);
    } finally {
      one.closeAndForget();
    }
  }

  private static long tableOf(SqlConnection connection) {
    return connection
        .preparedQuery("select tableoid::bigint as oid from ledger_mark limit 1")
        .execute()
        .await()
        .indefinitely()
        .iterator()
        .next()
        .getLong("oid");
  }

  @Test
  void nobodyWaitsForTheComparison() throws Exception {
    DistrictLedgers wujin = district();
    row(wujin);
    try (ExecutorService asking = Executors.newVirtualThreadPerTaskExecutor();
        Connection holding = Service.database();
        Statement statement = holding.createStatement()) {
      holding.setAutoCommit(false);
      // The comparison reads it, and neither a post nor this report does.
      statement.execute("lock table projection_v2.plan_event in access exclusive mode");
      Future<JsonNode> result = asking.submit(Rebuilding::result);
      Rebuilding.awaitPhase("comparing");
      wujin.adds("6.1", "2022-06-01", "2");
      assertThat(number(row(wujin), "reached")).isEqualByComparingTo("309.25");
      assertThat(result.isDone()).isFalse();
      holding.commit();
      assertThat(result.get().path("identical").booleanValue()).isTrue();
    }
    assertThat(number(row(wujin), "reached")).isEqualByComparingTo("309.25");
    assertThat(Service.verify().path("ok").booleanValue()).isTrue();
  }

  @Test
  void theSwitchWaitsForALongReportAndOtherReportsDoNotWaitForIt() throws Exception {
    DistrictLedgers wujin = district();
    row(wujin);
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
        assertThat(Service.get(city.viewer(), rollups()).statusCode()).isEqualTo(200);
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
    try (var result = reading.executeQuery("select count(*) from projection_v2.progress_event")) {
      result.next();
      return result.getLong(1);
    }
  }

  @Test
  void saysWhatDifferedAndMendsItAndStreamsBeginAnew() {
    DistrictLedgers wujin = district();
    row(wujin);
    try (SseClient stream = SseClient.open(city.viewer(), city.code())) {
      assertThat(stream.next().event()).isEqualTo("snapshot");
      Service.update(
          "update projection_v2.target set figure = 9999 where target = ?", wujin.target("6.1"));
      JsonNode result = Rebuilding.result();
      assertThat(result.path("identical").booleanValue()).isFalse();
      assertThat(result.path("different").toString()).isEqualTo("[\"target\"]");
      stream.first(block -> block.is("snapshot"));
    }
    assertThat(number(Service.target(city, wujin, "6.1"), "reached"))
        .isEqualByComparingTo("307.25");
    assertThat(Service.verify().path("ok").booleanValue()).isTrue();
  }

  @Test
  void whoeverAsksTwiceFollowsTheSame() throws Exception {
    row(district());
    Owners.goDown();
    try (ExecutorService asking = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<JsonNode> first = asking.submit(Rebuilding::result);
      Future<JsonNode> second = asking.submit(Rebuilding::result);
      Rebuilding.awaitPhase("reading");
      Owners.comeBack();
      assertThat(first.get().path("no")).isEqualTo(second.get().path("no"));
      assertThat(first.get().path("identical").booleanValue()).isTrue();
    } finally {
      Owners.comeBack();
    }
  }

  @Test
  void killedInTheMiddleItHarmsNothingAndCanBeBegunAgain() {
    DistrictLedgers wujin = district();
    JsonNode before = row(wujin);
    Owners.goDown();
    try {
      JsonNode begun = Rebuilding.begun();
      assertThat(begun.path("phase").textValue()).isEqualTo("reading");
      Awaitility.await()
          .atMost(Duration.ofSeconds(20))
          .until(() ->
              Service.count(
                      "select count(*) from pg_tables where schemaname = 'projection_v2_next'")
                  > 5);
      Service.update(
          """
          select pg_terminate_backend(pid) from pg_stat_activity
           where datname = current_database() and application_name = 'duban-rebuild'
          """);
    } finally {
      Owners.comeBack();
    }
    JsonNode failed = Rebuilding.awaitPhase("failed");
    assertThat(failed.path("failure").textValue()).isNotEmpty();
    assertThat(row(wujin)).isEqualTo(before);
    Awaitility.await().atMost(Duration.ofSeconds(25)).until(RebuildTest::isCleared);
    assertThat(Rebuilding.result().path("identical").booleanValue()).isTrue();
    assertThat(row(wujin)).isEqualTo(before);
  }

  @Test
  void onlyTheCityMayAskForIt() {
    assertThat(
            io.restassured.RestAssured.given()
                .auth()
                .oauth2(city.viewer())
                .post(Rebuilding.PATH)
                .statusCode())
        .isEqualTo(403);
  }

  /** As a process leaves it that was killed in the middle: half-built tables, an open story. */
  private static long leaveBehind(String more) throws Exception {
    try (Connection connection = Service.database();
        Statement statement = connection.createStatement()) {
      statement.execute("create schema projection_v2_next");
      statement.execute("create table projection_v2_next.target (target text)");
      statement.execute("insert into rebuild (version) values (2)");
      long no = Service.count("select max(no) from rebuild");
      statement.execute(
          "update rebuild set done = 7, total = 9 %s where no = %d".formatted(more, no));
      return no;
    }
  }

  private static boolean isCleared() {
    return remainsOf() == 0;
  }

  private static long remainsOf() {
    return Service.count("select count(*) from pg_namespace where nspname ~ '_(next|old)$'");
  }

  @Test
  void whatADeadProcessLeftBehindIsClearedAwayAndSaidToHaveFailed() throws Exception {
    DistrictLedgers wujin = district();
    JsonNode before = row(wujin);
    leaveBehind("");

    Awaitility.await().atMost(Duration.ofSeconds(25)).until(RebuildTest::isCleared);

    assertThat(Rebuilding.last().path("phase").textValue()).isEqualTo("failed");
    assertThat(Rebuilding.last().path("failure").textValue()).isEqualTo("its process ended");
    assertThat(row(wujin)).isEqualTo(before);
    assertThat(Rebuilding.result().path("identical").booleanValue()).isTrue();
  }

  /** Its tables are the running ones; what it did not come to was to say so. */
  @Test
  void whatDiedAfterItsSwitchIsSaidToBeDone() throws Exception {
    leaveBehind(", switched_at = clock_timestamp(), different = '{}'");

    Awaitility.await().atMost(Duration.ofSeconds(25)).until(RebuildTest::isCleared);

    JsonNode last = Rebuilding.last();
    assertThat(last.path("phase").textValue()).isEqualTo("done");
    assertThat(last.path("identical").booleanValue()).isTrue();
    assertThat(last.has("failure")).isFalse();
  }

  @Test
  void whatBelongsToALivingRebuildStays() throws Exception {
    try (Connection rebuilding = Service.database()) {
      rebuilding.setAutoCommit(false);
      rebuilding
          .createStatement()
          .execute("select pg_advisory_xact_lock(hashtextextended('duban/rebuild', 0))");
      leaveBehind("");
      assertThat(remains.clear().await().atMost(Duration.ofSeconds(10))).isFalse();
      assertThat(remainsOf()).isOne();
    }
    assertThat(Rebuilding.result().path("phase").textValue()).isEqualTo("done");
  }
}
