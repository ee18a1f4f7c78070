package duban.reporting.event;

import duban.contracts.Ledgers;
import duban.reporting.standing.Verdict;
import duban.reporting.store.Cells;
import duban.reporting.store.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The SQL of reading events as clients see them. */
@ApplicationScoped
public class EventStore {

  private static final String ROW =
      """
      select e.ledger, e.seq, e.id, e.type, e.subject, e.plan, coalesce(t.definition ->> 'title',
             i.title) as title, coalesce(t.definition ->> 'titleEn', i.title_en) as title_en,
             t.definition ->> 'unit' as unit, e.day, e.value, e.numerator, e.denominator, e.project,
             e.step, e.stage, e.note, e.said_by, e.refers, e.recorded_at, e.part, e.explanation,
      """;

  /** As it is known now. */
  private static final String NOW =
      """
      e.verdict, (e.explanation is not null or e.explained_seq is not null) as explained,
      e.voided_seq is not null as voided
      """;

  /** As it was known at $5, infinity for now. */
  private static final String THEN =
      Known.VERDICT.formatted(5)
          + " as verdict, "
          + Known.EXPLAINED.formatted(5)
          + " as explained, coalesce(e.voided_at <= ($5::text)::timestamptz, false) as voided ";

  private static final String ROWS =
      ROW
          + NOW
          + """
            from unnest($1::text[], $2::bigint[]) as w(ledger, seq)
            join progress_event e on e.ledger = w.ledger and e.seq = w.seq
            left join target t on t.target = e.subject
            left join item i on i.item = e.subject
           order by e.recorded_at, e.ledger, e.seq
          """;

  /**
   * The newest of each ledger by its own index, so that a quiet district costs no scan; $2 is where
   * each ledger stood. An event that is of no day belongs to the day of its recording.
   */
  private static final String LATEST =
      ROW
          + THEN
          + """
            from unnest($1::text[], $2::bigint[]) as w(ledger, up_to)
           cross join lateral (
                 select * from progress_event one
                  where one.ledger = w.ledger and one.plan like '%%-' || $3::text
                    and one.seq <= w.up_to
                    and ($6::date is null or %s <= $6)
                  order by one.seq desc limit $4) e
            left join target t on t.target = e.subject
            left join item i on i.item = e.subject
           order by e.recorded_at desc, e.ledger, e.seq desc
           limit $4
          """
              .formatted(Known.DAY.formatted("one"));

  /**
   * A report of a day is judged by all that is known of it, so what takes it back, judges or
   * explains it goes with it, and not with a day of its own.
   */
  private static final String HISTORY =
      ROW
          + THEN
          + """
            from progress_event e
            left join target t on t.target = e.subject
            left join item i on i.item = e.subject
           where e.ledger = $1 and e.subject = any($2) and e.seq < $3
             and e.recorded_at <= ($5::text)::timestamptz
             and case when e.type in ('event.voided', 'report.verified', 'report.disputed',
                                      'report.explained')
                      then (select %2$s <= $6::date from progress_event r
                             where r.ledger = e.ledger and r.id = e.refers)
                      else %1$s <= $6::date end
           order by e.seq desc limit $4
          """
              .formatted(Known.DAY.formatted("e"), Known.DAY.formatted("r"));

  /** A year's events past a place, in the ledger's order. */
  private static final String PAGE =
      ROW
          + THEN
          + """
            from progress_event e
            left join target t on t.target = e.subject
            left join item i on i.item = e.subject
           where e.ledger = $1 and e.plan like '%%-' || $2::text and e.seq > $3
             and e.recorded_at <= ($5::text)::timestamptz and %s <= $6::date
           order by e.seq limit $4
          """
              .formatted(Known.DAY.formatted("e"));

  private static final String FOREVER = "infinity";

  /** The rows of events that were just kept, in the order of their recording. */
  public Uni<List<EventRow>> rows(SqlClient client, List<ProgressFact> facts) {
    if (facts.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    Columns<ProgressFact> columns =
        Columns.of(facts).text(fact -> fact.link().ledger()).position(fact -> fact.link().seq());
    return list(client, ROWS, columns.tuple());
  }

  /** The last events of a year in these districts, the newest first. */
  public Uni<List<EventRow>> latest(
      SqlClient client, Collection<String> districts, int year, int limit) {
    Map<String, Long> ledgers = new TreeMap<>();
    districts.forEach(district -> ledgers.put(Ledgers.progress(district), Long.MAX_VALUE));
    return latest(client, ledgers, year, limit, null, null);
  }

  /**
   * The same up to a position of each ledger.
   *
   * @param knownAt the moment that the positions belong to; null: now
   * @param day only what is of days up to this one
   */
  public Uni<List<EventRow>> latest(
      SqlClient client,
      Map<String, Long> ledgers,
      int year,
      int limit,
      @Nullable Instant knownAt,
      @Nullable LocalDate day) {
    Tuple values =
        Columns.of(ledgers.entrySet())
            .text(Map.Entry::getKey)
            .position(Map.Entry::getValue)
            .and(Integer.toString(year))
            .and(limit)
            .and(knownAt == null ? FOREVER : knownAt.toString())
            .and(day)
            .tuple();
    return list(client, LATEST, values);
  }

  /**
   * What was said of a target or its item, the newest first, before a position.
   *
   * @param day only what is of days up to this one
   */
  public Uni<List<EventRow>> history(
      SqlClient client,
      String district,
      Collection<String> subjects,
      long before,
      int limit,
      LocalDate day,
      @Nullable Instant knownAt) {
    Tuple values =
        Tuple.tuple()
            .addValue(Ledgers.progress(district))
            .addValue(subjects.toArray(String[]::new))
            .addValue(before)
            .addValue(limit)
            .addValue(knownAt == null ? FOREVER : knownAt.toString())
            .addValue(day);
    return list(client, HISTORY, values);
  }

  /** A page of a district's events of one year, in the ledger's order; empty at its end. */
  public Uni<List<EventRow>> page(
      SqlClient client,
      String district,
      int year,
      long after,
      int limit,
      LocalDate day,
      Instant knownAt) {
    Tuple values =
        Tuple.tuple()
            .addValue(Ledgers.progress(district))
            .addValue(Integer.toString(year))
            .addValue(after)
            .addValue(limit)
            .addValue(knownAt.toString())
            .addValue(day);
    return list(client, PAGE, values);
  }

  private static Uni<List<EventRow>> list(SqlClient client, String query, Tuple values) {
    return client
        .preparedQuery(query)
        .execute(values)
        .map(rows -> Cells.list(rows, EventStore::row));
  }

  private static EventRow row(Row row) {
    String ledger = row.getString("ledger");
    return new EventRow(
        ledger,
        row.getLong("seq"),
        row.getString("id"),
        row.getString("type"),
        Ledgers.key(ledger),
        row.getString("subject"),
        row.getString("plan"),
        row.getString("title"),
        row.getString("title_en"),
        row.getString("unit"),
        row.getLocalDate("day"),
        row.getBigDecimal("value"),
        row.getBigDecimal("numerator"),
        row.getBigDecimal("denominator"),
        row.getString("project"),
        row.getString("step"),
        row.getString("stage"),
        row.getString("note"),
        row.getString("said_by"),
        row.getString("refers"),
        row.getOffsetDateTime("recorded_at").toInstant(),
        row.getString("part"),
        row.getString("explanation"),
        Verdict.ofWord(row.getString("verdict")),
        row.getBoolean("explained"),
        row.getBoolean("voided"));
  }
}
