package duban.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import duban.testkit.FreePort;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a real pool says of a query that it has answered already. */
class LateTimersTest {

  private final Vertx vertx = Vertx.vertx();
  private final LateTimers filter = new LateTimers();

  @AfterEach
  void stop() throws Exception {
    vertx.close().toCompletionStage().toCompletableFuture().get(5, TimeUnit.SECONDS);
  }

  /** When this fails because nothing comes, the pool is mended and the filter may go. */
  @Test
  void aTimerThatThePoolForgotIsNotLogged() throws Exception {
    CompletableFuture<Throwable> uncaught = new CompletableFuture<>();
    vertx.exceptionHandler(uncaught::complete);
    PgConnectOptions nobody =
        new PgConnectOptions().setHost("127.0.0.1").setPort(FreePort.find()).setUser("u");
    Pool pool =
        PgBuilder.pool()
            .using(vertx)
            .connectingTo(nobody)
            .with(new PoolOptions().setConnectionTimeout(1))
            .build();

    var answer = pool.query("select 1").execute().toCompletionStage().toCompletableFuture();

    assertThatThrownBy(() -> answer.get(5, TimeUnit.SECONDS)).hasMessageContaining("refused");
    assertThat(filter.isLoggable(saying(uncaught.get(10, TimeUnit.SECONDS)))).isFalse();
  }

  @Test
  void anythingElseIs() {
    assertThat(filter.isLoggable(saying(new IllegalStateException("Result is already complete"))))
        .isTrue();
    assertThat(filter.isLoggable(new LogRecord(Level.INFO, "without a failure"))).isTrue();
  }

  private static LogRecord saying(Throwable failure) {
    LogRecord record = new LogRecord(Level.SEVERE, "Unhandled exception");
    record.setThrown(failure);
    return record;
  }
}
