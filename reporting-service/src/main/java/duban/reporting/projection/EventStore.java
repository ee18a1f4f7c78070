package duban.reporting.projection;

import duban.contracts.Ledgers;
import duban.reporting.store.Cells;
import duban.reporting.store.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The SQL of writing progress events down and taking them back. */
@ApplicationScoped
public class EventStore {

  private static final String KEEP =
      """
      insert into progress_event (ledger, seq, id, type, subject, plan, refers, day, value, numerator,
                                  denominator, project, step, stage, note, said_by, recorded_at,
                                  body_digest, understood)
      select * from unnest($1::text[], $2::bigint[], $3::text[], $4::text[], $5::text[], $6::text[],
                           $7::text[], $8::date[], $9::numeric[], $10::numeric[], $11::numeric[],
                           $12::text[], $13::text[], $14::text[], $15::text[], $16::text[],
                           $17::timestamptz[], $18::bytea[], $19::boolean[])
      """;

  /** The first void counts. */
  private static final String VOID =
      """
      update progress_event e set voided_seq = v.seq, voided_at = v.recorded_at
        from unnest($1::text[], $2::text[], $3::bigint[], $4::timestamptz[])
             as v(ledger, id, seq, recorded_at)
       where e.ledger = v.ledger and e.id = v.id and e.voided_seq is null
      returning e.subject
      """;

  private static final String ROW =
      """
      select e.ledger, e.seq, e.id, e.type, e.subject, e.plan, coalesce(t.definition ->> 'title',
             i.title) as title, coalesce(t.definition ->> 'titleEn', i.title_en) as title_en,
             t.definition ->> 'unit' as unit, e.day, e.value, e.numerator, e.denominator, e.project,
             e.step, e.stage, e.note, e.said_by, e.refers, e.recorded_at,
      """;

  private static final String VOIDED = " e.voided_seq is not null as voided ";

  /** An event that was taken back later was not known to be. */
  private static final String VOIDED_BY =
      " coalesce(e.voided_at <= (%s::text)::timestamptz, false) as voided ";

  private static final String ROWS =
      ROW
          + VOIDED
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
          + VOIDED_BY.formatted("$5")
          + """
            from unnest($1::text[], $2::bigint[]) as w(ledger, up_to)
           cross join lateral (
                 select * from progress_event one
                  where one.ledger = w.ledger and one.plan like '%-' || $3::text
                    and one.seq <= w.up_to
                    and ($6::date is null
                         or coalesce(one.day, (one.recorded_at at time zone 'Asia/Shanghai')::date)
                            <= $6)
                  order by one.seq desc limit $4) e
            left join target t on t.target = e.subject
            left join item i on i.item = e.subject
           order by e.recorded_at desc, e.ledger, e.seq desc
           limit $4
          """;

  private static final String HISTORY =
      ROW
          + VOIDED_BY.formatted("$5")
          + """
            from progress_event e
            left join target t on t.target = e.subject
            left join item i on i.item = e.subject
           where e.ledger = $1 and e.subject = any($2) and e.seq < $3
             and e.recorded_at <= ($5::text)::timestamptz
           order by e.seq desc limit $4
          """;

  private static final String FOREVER = "infinity";

  public Uni<Void> keep(SqlConnection transaction, List<ProgressFact> facts) {
    Columns<ProgressFact> columns =
        Columns.of(facts)
            .text(fact -> fact.link().ledger())
            .position(fact -> fact.link().seq())
            .text(fact -> fact.link().id())
            .text(ProgressFact::type)
            .text(ProgressFact::subject)
            .text(ProgressFact::plan)
            .text(ProgressFact::refers)
            .day(ProgressFact::day)
            .number(ProgressFact::value)
            .number(ProgressFact::numerator)
            .number(ProgressFact::denominator)
            .text(ProgressFact::project)
            .text(ProgressFact::step)
            .text(ProgressFact::stage)
            .text(ProgressFact::note)
            .text(ProgressFact::by)
            .moment(fact -> fact.link().recordedAt())
            .bytes(fact -> fact.link().bodyDigest().bytes())
            .flag(ProgressFact::understood);
    return transaction.preparedQuery(KEEP).execute(columns.tuple()).replaceWithVoid();
  }

  /**
   * Takes back what the voids name; the targets or items that it was about. A void of what is no
   * observation is kept and changes nothing.
   */
  public Uni<List<String>> takeBack(SqlConnection transaction, List<ProgressFact> voids) {
    if (voids.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    Columns<ProgressFact> columns =
        Columns.of(voids)
            .text(fact -> fact.link().ledger())
            .text(ProgressFact::refers)
            .position(fact -> fact.link().seq())
            .moment(fact -> fact.link().recordedAt());
    return transaction
        .preparedQuery(VOID)
        .execute(columns.tuple())
        .map(rows -> Cells.list(rows, row -> row.getString("subject")));
  }

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
   * @param day only what is of days up to this one; null: all
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

  /** What was said of a target or its item, the newest first, before a position. */
  public Uni<List<EventRow>> history(
      SqlClient client,
      String district,
      Collection<String> subjects,
      long before,
      int limit,
      @Nullable Instant knownAt) {
    Tuple values =
        Tuple.tuple()
            .addValue(Ledgers.progress(district))
            .addValue(subjects.toArray(String[]::new))
            .addValue(before)
            .addValue(limit)
            .addValue(knownAt == null ? FOREVER : knownAt.toString());
    return list(client, HISTORY, values);
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
        row.getBoolean("voided"));
  }
}
