package duban.reporting.rebuild;

import static duban.reporting.Service.number;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import duban.reporting.DistrictLedgers;
import duban.reporting.OnRealInfrastructure;
import duban.reporting.Owners;
import duban.reporting.Service;
import duban.reporting.live.SseClient;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Built anew beside the running ones, they hold what they held. */
@QuarkusTest
@Order(OnRealInfrastructure.NEXT)
class RebuildTest extends OnRealInfrastructure {

  private static final String INDEXES =
      """
      select string_agg(indexdef, E'\\n' order by indexname) from pg_indexes
       where schemaname = 'projection_v3'
      """;

  @Inject Pool pool;

  @ConfigProperty(name = "duban.projection.version")
  int version;

  private final Town town = new Town();

  @Test
  void leavesTheSameRowsInNewTables() {
    DistrictLedgers wujin = town.district();
    JsonNode before = town.row(wujin);
    long table = Service.count("select 'projection_v3.target'::regclass::oid::bigint");
    String indexes = Service.text(INDEXES);
    List<JsonNode> lines = Rebuilding.lines();
    JsonNode result = lines.getLast();
    assertThat(result.path("phase").textValue()).isEqualTo("done");
    assertThat(result.path("identical").booleanValue()).isTrue();
    assertThat(result.path("version").intValue()).isEqualTo(version);
    assertThat(result.path("events").longValue())
        .isEqualTo(Service.count("select sum(seq) from projection_v3.ledger_mark"));
    assertThat(Service.count("select 'projection_v3.target'::regclass::oid::bigint"))
        .isNotEqualTo(table);
    assertThat(Service.count("select count(*) from pg_namespace where nspname ~ '_(next|old)$'"))
        .isZero();
    assertThat(Service.text(INDEXES)).isEqualTo(indexes).contains("progress_event_subject");
    assertThat(town.row(wujin)).isEqualTo(before);
    assertThat(Service.verify().path("ok").booleanValue()).isTrue();
    wujin.adds("6.1", "2022-06-01", "2");
    assertThat(number(town.row(wujin), "reached")).isEqualByComparingTo("309.25");
  }

  /** PostgreSQL plans a statement anew when a schema's name changes; all of this rests on it. */
  @Test
  void preparedStatementsFindTheNewTables() {
    town.row(town.district());
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
  void saysWhatDifferedAndMendsItAndStreamsBeginAnew() {
    DistrictLedgers wujin = town.district();
    town.row(wujin);
    try (SseClient stream = SseClient.open(town.viewer(), town.code())) {
      assertThat(stream.next().event()).isEqualTo("snapshot");
      Service.update(
          "update projection_v3.target set figure = 9999 where target = ?", wujin.target("6.1"));
      JsonNode result = Rebuilding.result();
      assertThat(result.path("identical").booleanValue()).isFalse();
      assertThat(result.path("different").toString()).isEqualTo("[\"target\"]");
      stream.first(block -> block.is("snapshot"));
    }
    assertThat(number(town.target(wujin, "6.1"), "reached")).isEqualByComparingTo("307.25");
    assertThat(Service.verify().path("ok").booleanValue()).isTrue();
  }

  @Test
  void whoeverAsksTwiceFollowsTheSame() throws Exception {
    town.row(town.district());
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
  void onlyTheCityMayAskForIt() {
    assertThat(given().auth().oauth2(town.viewer()).post(Rebuilding.PATH).statusCode())
        .isEqualTo(403);
  }
}
