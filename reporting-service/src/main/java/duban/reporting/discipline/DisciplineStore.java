package duban.reporting.discipline;

import duban.contracts.Ledgers;
import duban.contracts.plan.Plan;
import duban.reporting.calendar.Recorded;
import duban.reporting.event.ObservationStore.Wanted;
import duban.reporting.store.Cells;
import duban.reporting.store.Columns;
import duban.reporting.store.Document;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The SQL of who owed reports and when they came. */
@ApplicationScoped
class DisciplineStore {

  private static final String REVISIONS =
      """
      select r.content::text, r.recorded_at,
             case when p.closed_at <= ($3::text)::timestamptz then p.closed_at end as closed_at
        from plan p
        join plan_revision r on r.plan = p.plan
       where p.district = any($1) and p.year = $2 and r.recorded_at <= ($3::text)::timestamptz
       order by r.plan, r.revision
      """;

  /**
   * $7 is the day of the question: what speaks of a later one is not yet there, nor what came after
   * it, which is by $6. That one was wrong is known from the moment of its void on, which is $8's.
   */
  private static final String REPORTS =
      """
      select w.target, date_trunc('month', e.day)::date as month, min(e.recorded_at) as first_at,
             max(e.recorded_at) as last_at
        from unnest($1::text[], $2::text[], $3::text[]) as w(target, subject, ledger)
        join progress_event e on e.subject = w.subject and e.ledger = w.ledger
       where e.understood and e.day between $4 and least($5::date, $7::date)
         and e.recorded_at <= ($6::text)::timestamptz
         and (e.voided_at is null or e.voided_at > ($8::text)::timestamptz)
       group by 1, 2
      """;

  /** A revision of a plan, and when the plan was closed if it was by then. */
  record Revision(Plan content, Instant recordedAt, @Nullable Instant closedAt) {}

  /** A target in a month. */
  record Cell(String target, YearMonth month) {}

  /** When a month's reports of a target were recorded. */
  record Reports(Instant first, Instant last) {}

  /** All that were published by then, each plan's in order. */
  Uni<List<Revision>> revisions(
      SqlClient client, Collection<String> districts, int year, @Nullable Instant knownAt) {
    return client
        .preparedQuery(REVISIONS)
        .execute(Tuple.of(districts.toArray(String[]::new), year, moment(knownAt)))
        .map(rows -> Cells.list(rows, DisciplineStore::revision));
  }

  private static Revision revision(Row row) {
    return new Revision(
        Document.read(row.getString("content"), Plan.class),
        Objects.requireNonNull(Cells.moment(row, "recorded_at")),
        Cells.moment(row, "closed_at"));
  }

  /** Of a year, by target and month: what had come by that day, and was not known as wrong. */
  Uni<Map<Cell, Reports>> reports(
      SqlClient client,
      Collection<Wanted> wanted,
      int year,
      LocalDate day,
      @Nullable Instant knownAt) {
    Tuple columns =
        Columns.of(wanted)
            .text(Wanted::target)
            .text(Wanted::subject)
            .text(one -> Ledgers.progress(one.district()))
            .and(LocalDate.of(year, 1, 1))
            .and(LocalDate.of(year, 12, 31))
            .and(moment(Recorded.by(day, knownAt)))
            .and(day)
            .and(moment(knownAt))
            .tuple();
    return client
        .preparedQuery(REPORTS)
        .execute(columns)
        .map(rows -> {
          Map<Cell, Reports> reports = new HashMap<>();
          for (Row row : rows) {
            reports.put(
                new Cell(row.getString("target"), YearMonth.from(row.getLocalDate("month"))),
                new Reports(
                    Objects.requireNonNull(Cells.moment(row, "first_at")),
                    Objects.requireNonNull(Cells.moment(row, "last_at"))));
          }
          return reports;
        });
  }

  private static String moment(@Nullable Instant knownAt) {
    return knownAt == null ? "infinity" : knownAt.toString();
  }
}
