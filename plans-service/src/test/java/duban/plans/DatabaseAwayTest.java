package duban.plans;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import duban.testkit.CrashablePostgres;
import duban.testkit.LocalIssuer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whoever asks while the database dies is told to come again, and that it was no fault of ours. */
@QuarkusTest
@TestProfile(DatabaseAwayTest.OwnDatabase.class)
class DatabaseAwayTest {

  /** One through the pool alone, two through Hibernate. */
  private static final List<String> QUESTIONS =
      List.of("/api/v1/plans", "/api/v1/plans/320412-2022", "/api/v1/plans/320412-2022/revisions");

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @AfterEach
  void back() {
    Server.postgres.restart();
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> Story.bureau().get("/api/v1/plans").then().statusCode(200));
  }

  @Test
  void aQueryUnderWayIsToldToComeAgain() throws SQLException {
    try (Connection lock = Server.postgres.address().connect(Server.DATABASE)) {
      lock.setAutoCommit(false);
      lock.createStatement().execute("lock table plan_draft in access exclusive mode");
      List<CompletableFuture<Response>> asked =
          QUESTIONS.stream()
              .map(path ->
                  CompletableFuture.supplyAsync(
                      () -> Story.bureau().get(path), Thread::startVirtualThread))
              .toList();
      await().atMost(PATIENCE).until(() -> waiting(lock) == QUESTIONS.size());

      Server.postgres.kill9();

      asked.forEach(answer -> saysTryLater(answer.join()));
    }
    QUESTIONS.forEach(path -> saysTryLater(Story.bureau().get(path)));
  }

  private static void saysTryLater(Response answer) {
    answer
        .then()
        .statusCode(503)
        .header("Retry-After", equalTo("1"))
        .body("type", endsWith("/try-later"));
  }

  private static int waiting(Connection connection) throws SQLException {
    String sql = "select count(*) from pg_locks where not granted";
    try (var rows = connection.createStatement().executeQuery(sql)) {
      rows.next();
      return rows.getInt(1);
    }
  }

  /** The other tests share a server that must not die. */
  public static final class OwnDatabase implements QuarkusTestProfile {

    @Override
    public boolean disableGlobalTestResources() {
      return true;
    }

    @Override
    public List<TestResourceEntry> testResources() {
      return List.of(new TestResourceEntry(LocalIssuer.class), new TestResourceEntry(Server.class));
    }
  }

  /** A server that this test may kill, with the service's database in it. */
  public static final class Server implements QuarkusTestResourceLifecycleManager {

    static final String DATABASE = "plans";

    static CrashablePostgres postgres;

    @Override
    public Map<String, String> start() {
      postgres = CrashablePostgres.start();
      postgres.address().createDatabase(DATABASE);
      return Map.of(
          "DUBAN_DB_HOST", postgres.address().host(),
          "DUBAN_DB_PORT", Integer.toString(postgres.address().port()),
          "DUBAN_DB_USER", postgres.address().user(),
          "DUBAN_DB_PASSWORD", postgres.address().password());
    }

    @Override
    public void stop() {
      postgres.close();
    }
  }
}
