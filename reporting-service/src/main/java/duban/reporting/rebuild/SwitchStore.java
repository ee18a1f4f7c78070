package duban.reporting.rebuild;

import duban.reporting.projection.LockStore;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** The SQL that makes, finishes, switches and drops the schemas of a version. */
@ApplicationScoped
class SwitchStore {

  /** Made last: a million rows are sorted once, instead of one at a time. */
  private static final String LATER_INDEX = "progress_event_subject";

  private static final String HOW_IT_IS_MADE =
      "select pg_get_indexdef(to_regclass($1)::oid) as definition";

  private static final String TABLES =
      """
      select string_agg(format('%I.%I', schemaname, tablename), ', ') as tables
        from pg_tables where schemaname = $1
      """;

  private final ProjectionVersion version;
  private final LockStore locks;

  SwitchStore(ProjectionVersion version, LockStore locks) {
    this.version = version;
    this.locks = locks;
  }

  /** What an earlier rebuild left behind, when it ended in the middle or could not clean up. */
  Uni<Void> dropLeftovers(SqlClient client) {
    return run(client, "drop schema if exists %s cascade".formatted(version.next()))
        .chain(() -> dropOld(client));
  }

  Uni<Void> dropOld(SqlClient client) {
    return run(client, "drop schema if exists %s cascade".formatted(version.old()));
  }

  /** Drops it; the statement that makes it again. */
  Uni<String> dropLaterIndex(SqlClient next) {
    String name = version.next() + "." + LATER_INDEX;
    return text(next, HOW_IT_IS_MADE, name).call(() -> run(next, "drop index " + name));
  }

  /** Also tells the planner what came in, before anybody asks. */
  Uni<Void> finish(SqlConnection next, String makeLaterIndex) {
    return run(next, "set maintenance_work_mem = '64MB'")
        .chain(() -> run(next, makeLaterIndex))
        .chain(() -> text(next, TABLES, version.next()))
        .chain(tables -> run(next, "analyze " + tables));
  }

  Uni<Void> begin(SqlConnection connection, Duration patience) {
    return run(connection, "begin")
        .chain(() -> run(connection, "set local synchronous_commit = on"))
        .chain(() -> run(connection, "set local lock_timeout = " + patience.toMillis()));
  }

  /** From here to the transaction's end nothing is applied to the running tables. */
  Uni<Void> keepIntakeOut(SqlConnection transaction) {
    return locks.takeCatalogue(transaction, new TreeSet<>());
  }

  /** From here to the transaction's end no report is read. */
  Uni<Void> keepReportsOut(SqlConnection transaction, Duration patience) {
    return run(transaction, "savepoint gate")
        .chain(() -> run(transaction, "set local lock_timeout = " + patience.toMillis()))
        .chain(() -> run(transaction, "lock table projection_gate in access exclusive mode"))
        .onFailure()
        .call(() -> run(transaction, "rollback to savepoint gate"));
  }

  /**
   * What says when this service did something, and not what the ledgers say, goes on as it was: no
   * reader shall see a row change that did not.
   */
  Uni<Void> keepTimes(SqlConnection transaction) {
    return run(transaction, keptRollupTimes()).chain(() -> run(transaction, keptAppliedTimes()));
  }

  private String keptRollupTimes() {
    return """
    update %s.rollup n set changed_at = o.changed_at,
           reported_at = greatest(n.reported_at, o.reported_at)
      from %s.rollup o
     where o.scope = n.scope and o.year = n.year and o.indicator = n.indicator
    """
        .formatted(version.next(), version.schema());
  }

  /** Of each ledger's last event, which is all that is ever asked. */
  private String keptAppliedTimes() {
    return """
    update %1$s.progress_event n set applied_at = o.applied_at
      from %1$s.ledger_mark m, %2$s.progress_event o
     where n.ledger = m.ledger and n.seq = m.seq and o.ledger = n.ledger and o.seq = n.seq
    """
        .formatted(version.next(), version.schema());
  }

  /** The one moment of the change; readers see the tables of before it or those of after it. */
  Uni<Void> rename(SqlConnection transaction) {
    return run(
            transaction, "alter schema %s rename to %s".formatted(version.schema(), version.old()))
        .chain(() ->
            run(
                transaction,
                "alter schema %s rename to %s".formatted(version.next(), version.schema())));
  }

  Uni<Void> commit(SqlConnection transaction) {
    return run(transaction, "commit");
  }

  Uni<Void> rollback(SqlConnection transaction) {
    return run(transaction, "rollback");
  }

  /** From here to the transaction's end the running tables stay as they are for this connection. */
  Uni<Void> beginLooking(SqlConnection connection) {
    return run(connection, "begin isolation level repeatable read read only")
        .chain(() -> run(connection, "set local search_path = " + version.schema() + ", public"));
  }

  /** How far the running tables have come, by ledger. */
  Uni<Map<String, Long>> runningMarks(SqlClient client) {
    return marks(client, version.schema());
  }

  Uni<Map<String, Long>> nextMarks(SqlClient client) {
    return marks(client, version.next());
  }

  private static Uni<Map<String, Long>> marks(SqlClient client, String schema) {
    return client
        .query("select ledger, seq from %s.ledger_mark where seq > 0".formatted(schema))
        .execute()
        .map(rows -> {
          Map<String, Long> marks = new TreeMap<>();
          rows.forEach(row -> marks.put(row.getString("ledger"), row.getLong("seq")));
          return marks;
        });
  }

  private static Uni<String> text(SqlClient client, String query, String name) {
    return client
        .preparedQuery(query)
        .execute(Tuple.of(name))
        .map(rows -> rows.iterator().next().getString(0));
  }

  private static Uni<Void> run(SqlClient client, String statement) {
    return client.query(statement).execute().replaceWithVoid();
  }
}
