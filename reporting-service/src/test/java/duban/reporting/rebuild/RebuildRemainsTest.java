package duban.reporting.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import duban.reporting.DistrictLedgers;
import duban.reporting.OnRealInfrastructure;
import duban.reporting.Owners;
import duban.reporting.Service;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What dies while it rebuilds harms nothing, leaves nothing, and is told of. */
@QuarkusTest
@Order(OnRealInfrastructure.NEXT)
class RebuildRemainsTest extends OnRealInfrastructure {

  @Inject Remains remains;

  private final Town town = new Town();

  @Test
  void killedInTheMiddleItHarmsNothingAndCanBeBegunAgain() {
    DistrictLedgers wujin = town.district();
    JsonNode before = town.row(wujin);
    Owners.goDown();
    try {
      JsonNode begun = Rebuilding.begun();
      assertThat(begun.path("phase").textValue()).isEqualTo("reading");
      Awaitility.await()
          .atMost(Duration.ofSeconds(20))
          .until(() ->
              Service.count(
                      "select count(*) from pg_tables where schemaname = 'projection_v3_next'")
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
    assertThat(town.row(wujin)).isEqualTo(before);
    Awaitility.await().atMost(Duration.ofSeconds(25)).until(RebuildRemainsTest::isCleared);
    assertThat(Rebuilding.result().path("identical").booleanValue()).isTrue();
    assertThat(town.row(wujin)).isEqualTo(before);
  }

  @Test
  void whatADeadProcessLeftBehindIsClearedAwayAndSaidToHaveFailed() throws Exception {
    DistrictLedgers wujin = town.district();
    JsonNode before = town.row(wujin);
    leaveBehind("");

    Awaitility.await().atMost(Duration.ofSeconds(25)).until(RebuildRemainsTest::isCleared);

    assertThat(Rebuilding.last().path("phase").textValue()).isEqualTo("failed");
    assertThat(Rebuilding.last().path("failure").textValue()).isEqualTo("its process ended");
    assertThat(town.row(wujin)).isEqualTo(before);
    assertThat(Rebuilding.result().path("identical").booleanValue()).isTrue();
  }

  /** Its tables are the running ones; what it did not come to was to say so. */
  @Test
  void whatDiedAfterItsSwitchIsSaidToBeDone() throws Exception {
    leaveBehind(", switched_at = clock_timestamp(), different = '{}'");

    Awaitility.await().atMost(Duration.ofSeconds(25)).until(RebuildRemainsTest::isCleared);

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

  /** As a process leaves it that was killed in the middle: half-built tables, an open story. */
  private static long leaveBehind(String more) throws Exception {
    try (Connection connection = Service.database();
        Statement statement = connection.createStatement()) {
      statement.execute("create schema projection_v3_next");
      statement.execute("create table projection_v3_next.target (target text)");
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
}
