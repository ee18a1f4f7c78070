package duban.reporting.verification;

import duban.contracts.Ledgers;
import duban.reporting.event.ObservationStore;
import duban.reporting.event.ObservationStore.Wanted;
import duban.reporting.standing.Observation;
import duban.reporting.store.Columns;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Cursor;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.function.BiConsumer;

/** Reads whole histories, nothing left out. */
@ApplicationScoped
class HistoryStore {

  private static final int ROWS_AT_ONCE = 5_000;

  private static final String ALL =
      """
      select e.subject, e.type, e.day, e.seq, e.value, e.numerator, e.denominator, e.project, e.step,
             e.stage, e.recorded_at, e.part, e.verdict,
             (e.explanation is not null or e.explained_seq is not null) as explained
        from progress_event e
       where e.subject = any($1) and e.ledger = any($2) and e.understood and e.voided_seq is null
         and e.type in ('progress.reported', 'progress.added', 'milestone.reached', 'item.noted')
         and e.day is not null and e.ledger = 'progress/' || substr(e.subject, 1, 6)
       order by e.subject, e.day, e.seq
      """;

  /**
   * Hands over every observation with the target or item it was made of, by subject, each in the
   * order of the fold. PostgreSQL sorts them once and gives them out by a cursor, so they may be
   * any number.
   */
  Uni<Void> read(
      SqlConnection transaction,
      Collection<Wanted> wanted,
      BiConsumer<String, Observation> reader) {
    Columns<Wanted> columns =
        Columns.of(wanted).text(Wanted::subject).text(one -> Ledgers.progress(one.district()));
    return transaction
        .prepare(ALL)
        .map(statement -> statement.cursor(columns.tuple()))
        .chain(cursor -> read(cursor, reader).eventually(cursor::close));
  }

  private static Uni<Void> read(Cursor cursor, BiConsumer<String, Observation> reader) {
    return Multi.createBy()
        .repeating()
        .uni(() -> cursor.read(ROWS_AT_ONCE))
        .whilst(rows -> cursor.hasMore())
        .invoke(rows -> {
          for (Row row : rows) {
            reader.accept(row.getString("subject"), ObservationStore.observation(row));
          }
        })
        .collect()
        .last()
        .replaceWithVoid();
  }
}
