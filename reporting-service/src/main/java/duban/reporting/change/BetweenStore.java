package duban.reporting.change;

import duban.contracts.Ledgers;
import duban.reporting.change.ChangesView.PlanStep;
import duban.reporting.event.Known;
import duban.reporting.store.Cells;
import duban.reporting.store.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads what was recorded between two positions of each ledger. */
@ApplicationScoped
class BetweenStore {

  private static final int MOST_STEPS = 1_000;

  /**
   * What was there at the second end and not yet at the first: recorded in between, or recorded
   * before and of a day in between. $5 and $6 are the days; an event without one is of the day of
   * its recording, and what takes a report back, judges or explains it is of the report's day, as
   * in a history. The second half reads nothing where the day does not move on.
   */
  private static final String EVENTS =
      """
      select type, count(*) as n from (
        select e.type, e.plan
          from unnest($1::text[], $2::bigint[], $3::bigint[]) as b(ledger, past, up_to)
          join progress_event e on e.ledger = b.ledger and e.seq > b.past and e.seq <= b.up_to
          left join progress_event r on r.ledger = e.ledger and r.id = e.refers
         where coalesce(r.day, %1$s) <= $6::date
         union all
        select e.type, e.plan
          from unnest($1::text[], $2::bigint[], $3::bigint[]) as b(ledger, past, up_to)
          join progress_event e on e.ledger = b.ledger and e.seq <= least(b.past, b.up_to)
          left join progress_event r on r.ledger = e.ledger and r.id = e.refers
         where $5::date < $6::date
           and coalesce(r.day, %1$s) > $5::date and coalesce(r.day, %1$s) <= $6::date
      ) e
       where plan like '%%-' || $4::text
       group by type order by type
      """
          .formatted(Known.DAY.formatted("e"));

  private static final String PLANS =
      """
      select e.ledger, e.seq, e.type, coalesce(r.plan, e.subject) as plan, r.revision, r.reason,
             e.recorded_at
        from unnest($1::text[], $2::bigint[], $3::bigint[]) as b(ledger, past, up_to)
        join plan_event e on e.ledger = b.ledger and e.seq > b.past and e.seq <= b.up_to
        left join plan_revision r
          on r.plan = substr(e.ledger, 7) || '-' || $4::text and r.seq = e.seq
       where e.type like 'plan.%' and coalesce(r.plan, e.subject) like '%-' || $4::text
       order by e.recorded_at, e.ledger, e.seq
       limit $5
      """;

  /** The positions of a ledger at both ends. */
  private record Span(String ledger, long past, long upTo) {}

  Uni<Map<String, Long>> events(
      SqlClient client,
      Map<String, Long> from,
      Map<String, Long> to,
      LocalDate fromDay,
      LocalDate toDay,
      int year) {
    Tuple values =
        spans(from, to, Ledgers.progress(""))
            .and(Integer.toString(year))
            .and(fromDay)
            .and(toDay)
            .tuple();
    return client
        .preparedQuery(EVENTS)
        .execute(values)
        .map(rows -> {
          Map<String, Long> counts = new LinkedHashMap<>();
          for (Row row : rows) {
            counts.put(row.getString("type"), row.getLong("n"));
          }
          return counts;
        });
  }

  Uni<List<PlanStep>> plans(
      SqlClient client, Map<String, Long> from, Map<String, Long> to, int year) {
    Tuple values =
        spans(from, to, Ledgers.plans("")).and(Integer.toString(year)).and(MOST_STEPS).tuple();
    return client
        .preparedQuery(PLANS)
        .execute(values)
        .map(rows -> Cells.list(rows, BetweenStore::step));
  }

  private static Columns<Span> spans(Map<String, Long> from, Map<String, Long> to, String kind) {
    Set<String> ledgers = new TreeSet<>(from.keySet());
    ledgers.addAll(to.keySet());
    List<Span> spans =
        ledgers.stream()
            .filter(ledger -> ledger.startsWith(kind))
            .map(ledger ->
                new Span(ledger, from.getOrDefault(ledger, 0L), to.getOrDefault(ledger, 0L)))
            .toList();
    return Columns.of(spans).text(Span::ledger).position(Span::past).position(Span::upTo);
  }

  private static PlanStep step(Row row) {
    return new PlanStep(
        row.getString("ledger"),
        row.getLong("seq"),
        row.getString("type"),
        row.getString("plan"),
        row.getInteger("revision"),
        row.getString("reason"),
        row.getOffsetDateTime("recorded_at").toInstant());
  }
}
