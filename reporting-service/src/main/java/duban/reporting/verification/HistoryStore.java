package duban.reporting.verification;

import duban.contracts.Ledgers;
import duban.reporting.projection.ObservationStore;
import duban.reporting.projection.ObservationStore.Wanted;
import duban.reporting.standing.Observation;
import duban.reporting.store.Cells;
import duban.reporting.store.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads whole histories, nothing left out, in pages. */
@ApplicationScoped
class HistoryStore {

  static final int PAGE = 1_000;

  private static final String AFTER =
      """
      select e.subject, e.type, e.day, e.seq, e.value, e.numerator, e.denominator, e.project, e.step,
             e.stage, e.recorded_at
        from (select distinct subject, ledger from unnest($1::text[], $2::text[]) as w(subject, ledger))
             w
        join progress_event e on e.subject = w.subject and e.ledger = w.ledger
       where e.type in ('progress.reported', 'progress.added', 'milestone.reached', 'item.noted')
         and e.understood and e.day is not null and e.voided_seq is null
         and ($3::text is null or (e.subject, e.day, e.seq) > ($3, $4::date, $5::bigint))
       order by e.subject, e.day, e.seq
       limit $6
      """;

  /** An observation and the target or item it was made of. */
  record Entry(String subject, Observation observation) {}

  /** The page after an entry; null for the first page. */
  Uni<List<Entry>> after(SqlClient client, Collection<Wanted> wanted, @Nullable Entry last) {
    LocalDate day = last == null ? null : last.observation().day();
    Columns<Wanted> columns =
        Columns.of(wanted)
            .text(Wanted::subject)
            .text(one -> Ledgers.progress(one.district()))
            .and(last == null ? null : last.subject())
            .and(day)
            .and(last == null ? null : last.observation().seq())
            .and(PAGE);
    return client
        .preparedQuery(AFTER)
        .execute(columns.tuple())
        .map(rows ->
            Cells.list(
                rows,
                row -> new Entry(row.getString("subject"), ObservationStore.observation(row))));
  }
}
