package duban.progress.replica;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Iterator;
import java.util.Optional;

/** The SQL of the copy. Every change only ever moves a plan forward, so repeats do no harm. */
@ApplicationScoped
class ReplicaStore {

  private static final String FIND =
      "select revision, closed, content from plan_replica where plan = $1";

  private static final String STATE = "select revision, closed from plan_replica where plan = $1";

  private static final String KEEP =
      """
      insert into plan_replica as kept (plan, revision, closed, content) values ($1, $2, $3, $4)
      on conflict (plan) do update
         set revision = excluded.revision,
             closed   = kept.closed or excluded.closed,
             content  = excluded.content
       where (excluded.revision, excluded.closed) > (kept.revision, kept.closed)
      """;

  private static final String CLOSE = "update plan_replica set closed = true where plan = $1";

  /** What tells one state of a plan from another. */
  record State(int revision, boolean closed) {}

  private final Pool pool;

  ReplicaStore(Pool pool) {
    this.pool = pool;
  }

  Uni<Optional<State>> state(String plan) {
    return pool.preparedQuery(STATE)
        .execute(Tuple.of(plan))
        .map(rows -> {
          Iterator<Row> row = rows.iterator();
          return row.hasNext() ? Optional.of(state(row.next())) : Optional.empty();
        });
  }

  Uni<Optional<PlanCopy>> find(String plan) {
    return pool.preparedQuery(FIND)
        .execute(Tuple.of(plan))
        .map(rows -> {
          Iterator<Row> row = rows.iterator();
          return row.hasNext() ? Optional.of(copy(plan, row.next())) : Optional.empty();
        });
  }

  Uni<Void> keep(SqlClient client, PlanCopy copy) {
    return client
        .preparedQuery(KEEP)
        .execute(Tuple.of(copy.plan(), copy.revision(), copy.closed(), copy.content()))
        .replaceWithVoid();
  }

  /** For what is not part of a ledger's mark: an answer that was asked for. */
  Uni<Void> keep(PlanCopy copy) {
    return keep(pool, copy);
  }

  Uni<Void> apply(SqlClient transaction, PlanChange change) {
    return switch (change) {
      case PlanChange.Published published -> keep(transaction, published.copy());
      case PlanChange.Closed closed ->
          transaction.preparedQuery(CLOSE).execute(Tuple.of(closed.plan())).replaceWithVoid();
      case PlanChange.Nothing _ -> Uni.createFrom().voidItem();
    };
  }

  private static State state(Row row) {
    return new State(row.getInteger("revision"), row.getBoolean("closed"));
  }

  private static PlanCopy copy(String plan, Row row) {
    return new PlanCopy(
        plan, row.getInteger("revision"), row.getBoolean("closed"), row.getString("content"));
  }
}
