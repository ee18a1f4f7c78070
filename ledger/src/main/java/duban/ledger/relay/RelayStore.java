package duban.ledger.relay;

import duban.ledger.chain.LedgerEvent;
import duban.ledger.read.EventRows;
import duban.ledger.relay.RelayStatus.Behind;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;

/** The SQL of relaying. */
final class RelayStore {

  private static final String CREATE =
      "insert into ledger_relay (ledger, seq) values ($1, 0) on conflict do nothing";

  /** Waits for another process that relays this ledger; skipping it could leave an event unseen. */
  private static final String LOCK = "select seq from ledger_relay where ledger = $1 for update";

  private static final String NEXT =
      """
      select ledger, seq, id, type, subject, refers, recorded_at, body, body_digest, hash
        from ledger_event where ledger = $1 and seq > $2 order by seq limit $3
      """;

  private static final String MOVE = "update ledger_relay set seq = $2 where ledger = $1";

  private static final String BEHIND =
      """
      select h.ledger from ledger_head h left join ledger_relay r using (ledger)
       where h.seq > coalesce(r.seq, 0) order by h.ledger
      """;

  private static final String FURTHEST_BEHIND =
      """
      select h.ledger, h.seq, coalesce(r.seq, 0) as sent
        from ledger_head h left join ledger_relay r using (ledger)
       where h.seq > coalesce(r.seq, 0)
       order by h.seq - coalesce(r.seq, 0) desc, h.ledger limit $1
      """;

  private static final String LAG =
      """
      select coalesce(sum(h.seq - coalesce(r.seq, 0)), 0)::bigint as lag
        from ledger_head h left join ledger_relay r using (ledger)
      """;

  private RelayStore() {}

  static Uni<Long> lock(SqlConnection transaction, String ledger) {
    return transaction
        .preparedQuery(LOCK)
        .execute(Tuple.of(ledger))
        .chain(rows ->
            rows.size() > 0
                ? Uni.createFrom().item(rows.iterator().next().getLong("seq"))
                : transaction
                    .preparedQuery(CREATE)
                    .execute(Tuple.of(ledger))
                    .chain(() -> lock(transaction, ledger)));
  }

  static Uni<List<LedgerEvent>> next(
      SqlConnection transaction, String ledger, long after, int limit) {
    return transaction
        .preparedQuery(NEXT)
        .execute(Tuple.of(ledger, after, limit))
        .map(EventRows::read);
  }

  static Uni<Void> move(SqlConnection transaction, String ledger, long seq) {
    return transaction.preparedQuery(MOVE).execute(Tuple.of(ledger, seq)).replaceWithVoid();
  }

  static Uni<List<String>> behind(SqlClient client) {
    return client
        .preparedQuery(BEHIND)
        .execute()
        .map(rows -> {
          List<String> ledgers = new ArrayList<>();
          rows.forEach(row -> ledgers.add(row.getString("ledger")));
          return ledgers;
        });
  }

  static Uni<Long> lag(SqlClient client) {
    return client.preparedQuery(LAG).execute().map(rows -> rows.iterator().next().getLong("lag"));
  }

  static Uni<List<Behind>> furthestBehind(SqlClient client, int limit) {
    return client
        .preparedQuery(FURTHEST_BEHIND)
        .execute(Tuple.of(limit))
        .map(rows -> {
          List<Behind> ledgers = new ArrayList<>();
          rows.forEach(row ->
              ledgers.add(
                  new Behind(row.getString("ledger"), row.getLong("seq"), row.getLong("sent"))));
          return ledgers;
        });
  }
}
