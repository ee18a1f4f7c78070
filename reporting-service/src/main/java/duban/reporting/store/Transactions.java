package duban.reporting.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;

/** The two kinds of transactions of this service. */
@ApplicationScoped
public class Transactions {

  private final Pool pool;

  Transactions(Pool pool) {
    this.pool = pool;
  }

  /** Commits what the work did, or nothing of it. */
  public <T> Uni<T> write(Function<SqlConnection, Uni<T>> work) {
    return pool.withTransaction(work);
  }

  /** Every statement of the work sees the database at one and the same moment. */
  public <T> Uni<T> snapshot(Function<SqlConnection, Uni<T>> work) {
    return pool.withTransaction(connection ->
        connection
            .query("set transaction isolation level repeatable read, read only")
            .execute()
            .chain(() -> work.apply(connection)));
  }
}
