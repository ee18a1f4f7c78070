package duban.ledger.mark;

import duban.ledger.chain.LedgerEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The SQL of the marks. */
public final class MarkStore {

  private static final String CREATE =
      """
      insert into ledger_mark (ledger, seq) select unnest($1::text[]), 0 on conflict do nothing
      """;

  /** In order of the name, so that two readers that meet wait for each other and never deadlock. */
  private static final String LOCK =
      "select ledger, seq from ledger_mark where ledger = any($1) order by ledger for update";

  private static final String MOVE =
      """
      update ledger_mark set seq = m.seq, recorded_at = m.recorded_at
        from unnest($1::text[], $2::bigint[], $3::timestamptz[]) as m(ledger, seq, recorded_at)
       where ledger_mark.ledger = m.ledger
      """;

  private static final String ALL = "select ledger, seq, recorded_at from ledger_mark";

  private MarkStore() {}

  /** Locks the ledgers' marks until the transaction ends and says where they stand. */
  public static Uni<Map<String, Long>> lock(SqlConnection transaction, Collection<String> ledgers) {
    Tuple names =
        Tuple.tuple().addArrayOfString(ledgers.stream().distinct().sorted().toArray(String[]::new));
    return transaction
        .preparedQuery(CREATE)
        .execute(names)
        .chain(() -> transaction.preparedQuery(LOCK).execute(names))
        .map(rows -> {
          Map<String, Long> marks = new HashMap<>();
          for (Row row : rows) {
            marks.put(row.getString("ledger"), row.getLong("seq"));
          }
          return marks;
        });
  }

  /** Moves each ledger's mark to the last of the links that were applied in this transaction. */
  public static Uni<Void> move(SqlConnection transaction, Collection<LedgerEvent> applied) {
    Map<String, LedgerEvent> last = new TreeMap<>();
    applied.forEach(link -> last.merge(link.ledger(), link, (a, b) -> a.seq() > b.seq() ? a : b));
    if (last.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    List<LedgerEvent> links = List.copyOf(last.values());
    Tuple values =
        Tuple.tuple()
            .addArrayOfString(links.stream().map(LedgerEvent::ledger).toArray(String[]::new))
            .addArrayOfLong(links.stream().map(LedgerEvent::seq).toArray(Long[]::new))
            .addArrayOfOffsetDateTime(
                links.stream()
                    .map(link -> link.recordedAt().atOffset(ZoneOffset.UTC))
                    .toArray(OffsetDateTime[]::new));
    return transaction.preparedQuery(MOVE).execute(values).replaceWithVoid();
  }

  /** Every mark, by ledger. */
  public static Uni<Map<String, Mark>> all(SqlClient client) {
    return client
        .preparedQuery(ALL)
        .execute()
        .map(rows -> {
          Map<String, Mark> marks = new TreeMap<>();
          for (Row row : rows) {
            OffsetDateTime at = row.getOffsetDateTime("recorded_at");
            marks.put(
                row.getString("ledger"),
                new Mark(row.getLong("seq"), at == null ? null : at.toInstant()));
          }
          return marks;
        });
  }
}
