package duban.ledger.read;

import duban.ledger.chain.Hash;
import duban.ledger.chain.LedgerEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Reads the ledgers of one database, of which the head is always the newest committed link. */
public final class LedgerReader {

  private static final String AFTER =
      """
      select ledger, seq, id, type, subject, refers, recorded_at, body, body_digest, hash
        from ledger_event where ledger = $1 and seq > $2 order by seq limit $3
      """;

  private static final String BY_SUBJECT =
      """
      select ledger, seq, id, type, subject, refers, recorded_at, body, body_digest, hash
        from ledger_event where ledger = $1 and subject = $2 and seq > $3 order by seq limit $4
      """;

  private static final String BY_ID =
      """
      select ledger, seq, id, type, subject, refers, recorded_at, body, body_digest, hash
        from ledger_event where ledger = $1 and id = $2
      """;

  private static final String BY_IDS =
      """
      select ledger, seq, id, type, subject, refers, recorded_at, body, body_digest, hash
        from ledger_event where ledger = $1 and id = any($2)
      """;

  private static final String HEAD =
      "select ledger, seq, hash, recorded_at from ledger_head where ledger = $1";

  private static final String HEADS =
      "select ledger, seq, hash, recorded_at from ledger_head order by ledger";

  private final SqlClient client;

  public LedgerReader(SqlClient client) {
    this.client = client;
  }

  /** Up to {@code limit} links past {@code seq}, in order. */
  public Uni<List<LedgerEvent>> after(String ledger, long seq, int limit) {
    return client.preparedQuery(AFTER).execute(Tuple.of(ledger, seq, limit)).map(EventRows::read);
  }

  /** Up to {@code limit} links about {@code subject} past {@code afterSeq}, in order. */
  public Uni<List<LedgerEvent>> bySubject(String ledger, String subject, long afterSeq, int limit) {
    return client
        .preparedQuery(BY_SUBJECT)
        .execute(Tuple.of(ledger, subject, afterSeq, limit))
        .map(EventRows::read);
  }

  public Uni<Optional<LedgerEvent>> event(String ledger, String id) {
    return client
        .preparedQuery(BY_ID)
        .execute(Tuple.of(ledger, id))
        .map(rows -> EventRows.read(rows).stream().findFirst());
  }

  /** Those of the ids that the ledger has, in no order. */
  public Uni<List<LedgerEvent>> events(String ledger, Collection<String> ids) {
    return client
        .preparedQuery(BY_IDS)
        .execute(Tuple.of(ledger, ids.toArray(String[]::new)))
        .map(EventRows::read);
  }

  /** Where the ledger stands; {@link LedgerHead#empty} when nothing was ever appended. */
  public Uni<LedgerHead> head(String ledger) {
    return client
        .preparedQuery(HEAD)
        .execute(Tuple.of(ledger))
        .map(rows -> heads(rows).stream().findFirst().orElse(LedgerHead.empty(ledger)));
  }

  /** Every ledger of the database, by name. */
  public Uni<List<LedgerHead>> heads() {
    return client.preparedQuery(HEADS).execute().map(LedgerReader::heads);
  }

  private static List<LedgerHead> heads(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false)
        .map(row ->
            new LedgerHead(
                row.getString("ledger"),
                row.getLong("seq"),
                Hash.of(row.getBuffer("hash").getBytes()),
                row.getOffsetDateTime("recorded_at").toInstant()))
        .filter(head -> head.seq() > 0)
        .toList();
  }
}
