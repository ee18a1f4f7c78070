package duban.ledger.append;

import duban.ledger.chain.Hash;
import duban.ledger.chain.LedgerEvent;
import duban.ledger.read.EventRows;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The SQL of appending: sets in, one round trip a step. */
final class AppendStore {

  /**
   * Moves the head and writes the links in one statement, and so in one round trip and one commit;
   * it does neither when the head is not where the links were planned from. The first three
   * parameters say where; the update of that row is the ledger's lock.
   */
  private static final String WRITE =
      """
      with head as (
        update ledger_head set seq = $4, hash = $5, recorded_at = $6
         where ledger = $1 and seq = $2 and hash = $3
        returning ledger
      )
      insert into ledger_event
             (ledger, seq, id, type, subject, refers, recorded_at, body, body_digest, hash)
      select head.ledger, $2 + e.place, e.id, e.type, e.subject, e.refers, $6, e.body,
             e.body_digest, e.hash
        from head,
             unnest($7::text[], $8::text[], $9::text[], $10::text[], $11::text[], $12::bytea[],
                    $13::bytea[])
               with ordinality as e(id, type, subject, refers, body, body_digest, hash, place)
      """;

  private static final String FIRST =
      """
      insert into ledger_head (ledger, seq, hash, recorded_at) values ($1, 0, $2, $3)
      on conflict do nothing
      """;

  private static final String LOCK =
      "select seq, hash, recorded_at from ledger_head where ledger = $1 for update";

  /** Everything the group's ids and references touch; two index look-ups, joined as a union. */
  private static final String HELD =
      """
      select ledger, seq, id, type, subject, refers, recorded_at, body, body_digest, hash
        from ledger_event where ledger = $1 and id = any($2)
      union
      select ledger, seq, id, type, subject, refers, recorded_at, body, body_digest, hash
        from ledger_event where ledger = $1 and refers = any($3)
      order by seq
      """;

  private AppendStore() {}

  /** Whether the links were written: false when the head stood elsewhere. */
  static Uni<Boolean> write(
      SqlClient client, String ledger, Head from, Head to, List<LedgerEvent> links) {
    Tuple values =
        Tuple.tuple()
            .addString(ledger)
            .addLong(from.seq())
            .addValue(buffer(from.hash()))
            .addLong(to.seq())
            .addValue(buffer(to.hash()))
            .addOffsetDateTime(to.recordedAt().atOffset(ZoneOffset.UTC))
            .addArrayOfString(strings(links, LedgerEvent::id))
            .addArrayOfString(strings(links, LedgerEvent::type))
            .addArrayOfString(strings(links, LedgerEvent::subject))
            .addArrayOfString(strings(links, LedgerEvent::refers))
            .addArrayOfString(strings(links, LedgerEvent::body))
            .addValue(buffers(links, LedgerEvent::bodyDigest))
            .addValue(buffers(links, LedgerEvent::hash));
    return client
        .preparedQuery(WRITE)
        .execute(values)
        .map(written -> written.rowCount() == links.size());
  }

  /** Where the ledger stands, with its lock held until the transaction ends; made when new. */
  static Uni<Head> lock(SqlConnection transaction, String ledger) {
    return transaction
        .preparedQuery(LOCK)
        .execute(Tuple.of(ledger))
        .chain(rows -> rows.size() == 0 ? create(transaction, ledger) : headOf(rows));
  }

  private static Uni<Head> create(SqlConnection transaction, String ledger) {
    Tuple empty =
        Tuple.tuple()
            .addString(ledger)
            .addValue(buffer(Head.EMPTY.hash()))
            .addOffsetDateTime(Head.EMPTY.recordedAt().atOffset(ZoneOffset.UTC));
    return transaction
        .preparedQuery(FIRST)
        .execute(empty)
        .chain(() -> transaction.preparedQuery(LOCK).execute(Tuple.of(ledger)))
        .chain(AppendStore::headOf);
  }

  private static Uni<Head> headOf(RowSet<Row> rows) {
    Row row = rows.iterator().next();
    return Uni.createFrom()
        .item(
            new Head(
                row.getLong("seq"),
                Hash.of(row.getBuffer("hash").getBytes()),
                row.getOffsetDateTime("recorded_at").toInstant()));
  }

  /** What the ledger holds of these ids and references; see {@link Planner#plan}. */
  static Uni<List<LedgerEvent>> held(
      SqlClient client, String ledger, Set<String> ids, Set<String> references) {
    Tuple values =
        Tuple.tuple()
            .addString(ledger)
            .addArrayOfString(ids.toArray(String[]::new))
            .addArrayOfString(references.toArray(String[]::new));
    return client.preparedQuery(HELD).execute(values).map(EventRows::read);
  }

  private static @Nullable String[] strings(
      List<LedgerEvent> links, Function<LedgerEvent, @Nullable String> field) {
    return links.stream().map(field).toArray(String[]::new);
  }

  private static Buffer[] buffers(List<LedgerEvent> links, Function<LedgerEvent, Hash> field) {
    return links.stream().map(field).map(AppendStore::buffer).toArray(Buffer[]::new);
  }

  private static Buffer buffer(Hash hash) {
    return Buffer.buffer(hash.bytes());
  }
}
