package duban.reporting.export;

import com.fasterxml.jackson.databind.JsonNode;
import duban.contracts.Ledgers;
import duban.reporting.event.Known;
import duban.reporting.store.Cells;
import duban.reporting.store.Document;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** The SQL of taking events out, page by page. */
@ApplicationScoped
class ExportStore {

  /** As JSON from the database, with exact numbers, since nothing is done with it but writing. */
  private static final String EVENTS =
      """
      select json_strip_nulls(json_build_object(
               'ledger', e.ledger, 'seq', e.seq, 'id', e.id, 'type', e.type, 'district', $5::text,
               'subject', e.subject, 'plan', e.plan, 'day', e.day, 'value', e.value,
               'numerator', e.numerator, 'denominator', e.denominator, 'project', e.project,
               'milestone', e.step, 'stage', e.stage, 'note', e.note, 'by', e.said_by,
               'refers', e.refers,
               'recordedAt', to_char(e.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
               'voided', coalesce(e.voided_at <= ($4::text)::timestamptz, false)))::text as row
        from progress_event e
       where e.ledger = $1 and e.seq > $2 and e.plan like '%%-' || $6::text
         and %s <= $3 and e.recorded_at <= ($4::text)::timestamptz
       order by e.seq limit 500
      """
          .formatted(Known.DAY.formatted("e"));

  private final Pool pool;

  ExportStore(Pool pool) {
    this.pool = pool;
  }

  /** The events of one year's plan past a place, in the ledger's order; empty at its end. */
  Uni<List<JsonNode>> events(
      String district, int year, long after, LocalDate day, Instant knownAt) {
    Tuple values =
        Tuple.tuple()
            .addValue(Ledgers.progress(district))
            .addValue(after)
            .addValue(day)
            .addValue(knownAt.toString())
            .addValue(district)
            .addValue(Integer.toString(year));
    return pool.preparedQuery(EVENTS)
        .execute(values)
        .map(rows -> Cells.list(rows, row -> Document.read(row.getString("row"), JsonNode.class)));
  }
}
