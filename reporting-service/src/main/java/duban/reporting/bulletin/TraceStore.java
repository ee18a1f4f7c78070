package duban.reporting.bulletin;

import duban.contracts.Ledgers;
import duban.contracts.plan.Target.Kind;
import duban.reporting.store.Cells;
import duban.reporting.store.Columns;
import duban.reporting.target.TargetRow;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The SQL of finding the events that figures come from. */
@ApplicationScoped
class TraceStore {

  /**
   * What the ledgers say behind a target's figure.
   *
   * @param trace null while nothing was reported
   * @param evidence files that unvoided reports brought
   * @param notes the latest words, the newest first
   */
  record Traced(@Nullable Trace trace, int evidence, List<String> notes) {

    static final Traced NOTHING = new Traced(null, 0, List.of());
  }

  /**
   * The ruling event is known by its day and the moment of its recording, which a standing keeps.
   */
  private static final String TRACED =
      """
      select w.target, w.ledger, ruling.seq, said.events, said.files, said.notes
        from unnest($1::text[], $2::text[], $3::text[], $4::date[], $5::timestamptz[])
             as w(target, subject, ledger, day, at)
        left join lateral (
             select max(e.seq) as seq from progress_event e
              where e.ledger = w.ledger and e.subject = w.subject and e.day = w.day
                and e.recorded_at = w.at) ruling on true
       cross join lateral (
             select count(*)::int as events, coalesce(sum(v.files), 0)::int as files,
                    (array_agg(e.note order by e.day desc, e.seq desc)
                       filter (where e.note is not null))[1:3] as notes
               from progress_event e
               left join event_evidence v on v.ledger = e.ledger and v.seq = e.seq
              where e.ledger = w.ledger and e.subject = w.subject
                and e.type in ('progress.reported', 'progress.added', 'milestone.reached', 'item.noted')
                and e.day <= $6 and e.recorded_at <= ($7::text)::timestamptz
                and (e.voided_at is null or e.voided_at > ($7::text)::timestamptz)) said
      """;

  /** By target. */
  Uni<Map<String, Traced>> of(
      SqlClient client, Collection<TargetRow> targets, LocalDate day, Instant knownAt) {
    Columns<TargetRow> columns =
        Columns.of(targets)
            .text(TargetRow::target)
            .text(target -> target.kind() == Kind.NARRATIVE ? target.item() : target.target())
            .text(target -> Ledgers.progress(target.district()))
            .day(TargetRow::reportedOn)
            .moment(TargetRow::reportedAt)
            .and(day)
            .and(knownAt.toString());
    return client
        .preparedQuery(TRACED)
        .execute(columns.tuple())
        .map(rows -> {
          Map<String, Traced> byTarget = new HashMap<>();
          rows.forEach(row -> byTarget.put(row.getString("target"), traced(row)));
          return byTarget;
        });
  }

  private static Traced traced(Row row) {
    Long seq = row.getLong("seq");
    Trace trace =
        seq == null
            ? null
            : new Trace(
                Objects.requireNonNull(row.getString("ledger")), seq, row.getInteger("events"));
    return new Traced(trace, row.getInteger("files"), Cells.texts(row, "notes"));
  }
}
