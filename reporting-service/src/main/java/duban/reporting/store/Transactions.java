package duban.reporting.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** The two kinds of transactions of this service. */
@ApplicationScoped
public class Transactions {

  /**
   * In one round trip. The gate is locked before the first row is read, which is when the moment is
   * fixed: rebuilt tables never take the place of those that a report is reading.
   */
  private static final String BEGIN_SNAPSHOT =
      """
      set transaction isolation level repeatable read, read only;
      lock table projection_gate in access share mode
      """;

  private final Pool pool;
  private final AtomicInteger underWay = new AtomicInteger();

  Transactions(Pool pool) {
    this.pool = pool;
  }

  /** Commits what the work did, or nothing of it. */
  public <T> Uni<T> write(Function<SqlConnection, Uni<T>> work) {
    return counted(pool.withTransaction(work));
  }

  /** Every statement of the work sees the database at one and the same moment. */
  public <T> Uni<T> snapshot(Function<SqlConnection, Uni<T>> work) {
    return counted(
        pool.withTransaction(connection ->
            connection.query(BEGIN_SNAPSHOT).execute().chain(() -> work.apply(connection))));
  }

  /** How many of this process want an answer at this moment. */
  public int underWay() {
    return underWay.get();
  }

  private <T> Uni<T> counted(Uni<T> transaction) {
    return transaction
        .onSubscription()
        .invoke(underWay::incrementAndGet)
        .onTermination()
        .invoke(underWay::decrementAndGet);
  }
}
