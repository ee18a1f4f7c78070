package duban.ledger.read;

import duban.ledger.chain.Hash;
import duban.ledger.chain.LedgerEvent;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.util.ArrayList;
import java.util.List;

/** Rows of {@code ledger_event} as links. */
public final class EventRows {

  private EventRows() {}

  public static List<LedgerEvent> read(RowSet<Row> rows) {
    List<LedgerEvent> events = new ArrayList<>(rows.size());
    for (Row row : rows) {
      events.add(
          new LedgerEvent(
              row.getString("ledger"),
              row.getLong("seq"),
              row.getString("id"),
              row.getString("type"),
              row.getString("subject"),
              row.getString("refers"),
              row.getOffsetDateTime("recorded_at").toInstant(),
              row.getString("body"),
              Hash.of(row.getBuffer("body_digest").getBytes()),
              Hash.of(row.getBuffer("hash").getBytes())));
    }
    return events;
  }
}
