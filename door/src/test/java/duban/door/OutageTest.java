package duban.door;

import static org.assertj.core.api.Assertions.assertThat;

import duban.testkit.CrashablePostgres;
import duban.testkit.Postgres;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A database that is away is told from a question that is wrong. */
class OutageTest {

  private static final String LONG = "select pg_sleep(30)";

  private final Vertx vertx = Vertx.vertx();

  @AfterEach
  void stop() throws Exception {
    vertx.close().toCompletionStage().toCompletableFuture().get(5, TimeUnit.SECONDS);
  }

  @Test
  void whoMustAnswerWhileItIsAwayIsToldNothingInTime() {
    assertThat(Outage.<String>orNull(Uni.createFrom().item("here"))).isEqualTo("here");
    assertThat(Outage.<String>orNull(Uni.createFrom().failure(new SQLException("gone")))).isNull();

    long began = System.nanoTime();
    assertThat(Outage.<String>orNull(Uni.createFrom().nothing())).isNull();
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void aServerThatDiesUnderAQuery() throws Exception {
    try (CrashablePostgres postgres = CrashablePostgres.startFast()) {
      Pool pool = pool(postgres.address(), 1);
      Future<RowSet<Row>> underWay = pool.query(LONG).execute();
      awaitSleeper(postgres.address());

      postgres.kill9();

      assertThat(failure(underWay)).matches(Outage::isBehind);
      assertThat(failure(pool.query("select 1").execute())).matches(Outage::isBehind);
    }
  }

  @Test
  void aServerThatEndsTheConnectionUnderAQuery() throws Exception {
    Pool pool = pool(Postgres.shared(), 1);
    Future<RowSet<Row>> underWay = pool.query(LONG).execute();
    awaitSleeper(Postgres.shared());

    sleepers(Postgres.shared(), "select count(pg_terminate_backend(pid))");

    assertThat(failure(underWay)).matches(Outage::isBehind);
  }

  @Test
  void aConnectionThatEndedBeforeItsQuery() throws Exception {
    SqlConnection connection =
        pool(Postgres.shared(), 1)
            .getConnection()
            .toCompletionStage()
            .toCompletableFuture()
            .get(5, TimeUnit.SECONDS);
    CompletableFuture<@Nullable Void> closed = new CompletableFuture<>();
    connection.closeHandler(closed::complete);
    Future<RowSet<Row>> underWay = connection.query(LONG).execute();
    awaitSleeper(Postgres.shared());

    sleepers(Postgres.shared(), "select count(pg_terminate_backend(pid))");
    failure(underWay);
    closed.get(5, TimeUnit.SECONDS);

    assertThat(failure(connection.query("select 1").execute()))
        .hasMessageStartingWith("Connection is not active")
        .matches(Outage::isBehind);
  }

  @Test
  void aPoolThatHasNoConnectionInTime() throws Exception {
    Pool pool = pool(Postgres.shared(), 1);
    Future<RowSet<Row>> underWay = pool.query(LONG).execute();
    awaitSleeper(Postgres.shared());

    assertThat(failure(pool.getConnection())).matches(Outage::isBehind);
    assertThat(failure(pool.query("select 1").execute())).matches(Outage::isBehind);

    sleepers(Postgres.shared(), "select count(pg_terminate_backend(pid))");
    failure(underWay);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "selekt 1",
        "select 1/0",
        "select * from nowhere",
        "select 'x'::int",
        "set role nobody"
      })
  void aWrongQuestionIsOurs(String sql) throws Exception {
    assertThat(failure(pool(Postgres.shared(), 1).query(sql).execute()))
        .isInstanceOf(PgException.class)
        .matches(failure -> !Outage.isBehind(failure));
  }

  @ParameterizedTest
  @CsvSource({
    "08000, true", // connection exception
    "08001, true", // cannot connect
    "08006, true", // connection failure
    "57P01, true", // ended by its operator
    "57P02, true", // ended by a crash
    "57P03, true", // not yet started
    "53300, true", // out of connections
    "23505, false", // unique violation
    "23503, false", // foreign key violation
    "22P02, false", // not of the type
    "42601, false", // syntax error
    "42P01, false", // no such table
    "40001, false", // serialization failure
    "40P01, false", // deadlock
    "53100, false", // disk full: worth a line of the log
    "57014, false", // query cancelled
  })
  void theStateSays(String sqlState, boolean away) {
    var database = new PgException("said", "FATAL", sqlState, "");
    var throughHibernate = new IllegalStateException(new SQLException("said", sqlState));
    assertThat(Outage.isBehind(new CompletionException(database))).isEqualTo(away);
    assertThat(Outage.isBehind(throughHibernate)).isEqualTo(away);
  }

  @Test
  void ofABugNothingIsAway() {
    assertThat(Outage.isBehind(new NullPointerException("x"))).isFalse();
    assertThat(Outage.isBehind(new SQLException("no state"))).isFalse();
  }

  private Pool pool(Postgres postgres, int size) {
    return PgBuilder.pool()
        .with(
            new PoolOptions()
                .setMaxSize(size)
                .setConnectionTimeout(2)
                .setConnectionTimeoutUnit(TimeUnit.SECONDS))
        .connectingTo(
            new PgConnectOptions()
                .setHost(postgres.host())
                .setPort(postgres.port())
                .setUser(postgres.user())
                .setPassword(postgres.password())
                .setDatabase("postgres"))
        .using(vertx)
        .build();
  }

  private static void awaitSleeper(Postgres postgres) throws Exception {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (sleepers(postgres, "select count(*)") == 0) {
      assertThat(System.nanoTime()).as("the query never began").isLessThan(deadline);
      Thread.sleep(20);
    }
  }

  private static int sleepers(Postgres postgres, String what) throws SQLException {
    String sql = what + " from pg_stat_activity where query = '" + LONG + "' and state = 'active'";
    try (var connection = postgres.connect("postgres");
        var rows = connection.createStatement().executeQuery(sql)) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private static Throwable failure(Future<?> future) throws Exception {
    try {
      Object answered = future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
      throw new AssertionError("answered: " + answered);
    } catch (ExecutionException failed) {
      return failed.getCause();
    }
  }
}
