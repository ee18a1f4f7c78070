package duban.reporting.problem;

import duban.contracts.Ledgers;
import duban.contracts.catalogue.Settings;
import duban.contracts.plan.Plan;
import duban.reporting.calendar.Recorded;
import duban.reporting.problem.ProblemRow.Titles;
import duban.reporting.store.Cells;
import duban.reporting.store.Columns;
import duban.reporting.store.EventTable;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The SQL of problems. */
@ApplicationScoped
class ProblemStore {

  static final EventTable KEPT =
      new EventTable(
          "problem_step",
          "problem text",
          "item text",
          "plan text",
          "year int",
          "state text",
          "due date",
          "severity text",
          "text text",
          "said_by text",
          "recorded_at timestamptz");

  /**
   * The day a step sets: an opening that names none gets the days that the settings gave when it
   * was recorded, so that a later setting moves no deadline.
   */
  private static final String DUE =
      """
      coalesce(s.due,
               case when s.state = 'opened' then
                    (s.recorded_at at time zone 'Asia/Shanghai')::date + coalesce(
                      (select (d.content ->> 'rectifyDays')::int from definition d
                        where d.kind = 'SETTINGS' and d.recorded_at <= s.recorded_at
                        order by d.seq desc limit 1), %d)
               end)
      """
          .formatted(Settings.DEFAULT.rectifyDays());

  /** $1: the moment up to which steps count; $2: the day; the rest by what is asked. */
  private static final String TOLD =
      """
      with told as (
        select s.ledger, s.problem, (array_agg(s.item order by s.seq))[1] as item,
               (array_agg(s.state order by s.seq desc))[1] in ('opened', 'reopened') as open,
               (array_agg(s.state order by s.seq desc))[1] as state,
               count(*) filter (where s.state = 'reopened') as reopened,
               coalesce((array_agg(s.sets order by s.seq desc) filter (where s.sets is not null))[1],
                        (min(s.recorded_at) at time zone 'Asia/Shanghai')::date) as due
          from (select s.*, %s as sets
                  from problem_step s
                 where s.recorded_at <= ($1::text)::timestamptz and %s) s
         group by s.ledger, s.problem
      )
      """;

  private static final String FILTERED =
      TOLD.formatted(
          DUE,
          "s.ledger = any($3::text[]) and ($4::int = 0 or s.year = $4)"
              + " and ($5::text is null or s.item = $5)");

  private static final String PAGE =
      """
      , page as (
        select ledger, problem, due from told
         where case $6::text when 'open' then open
                             when 'overdue' then open and due < $2::date
                             when 'rectified' then state = 'rectified'
                             when 'closed' then state = 'verified'
                             else true end
           and (due, ledger, problem) > ($7::date, $8::text, $9::text)
         order by due, ledger, problem
         limit $10
      )
      """;

  private static final String SOME =
      """
      with page as (
        select k.ledger, k.problem, null::date as due
          from unnest($2::text[], $3::text[]) as k(ledger, problem)
      )
      """;

  /**
   * The steps of a page, by problem. An item's words are those of the last revision that has it, of
   * those known by the moment in the parameter to be filled in; without one, as they stand.
   */
  private static final String STEPS =
      """
      , named as (
        select n.item, coalesce(i.title, r.item ->> 'title') as title,
               coalesce(i.title_en, r.item ->> 'titleEn') as title_en
          from (select distinct s.item, s.plan
                  from page p
                  join problem_step s on s.ledger = p.ledger and s.problem = p.problem) n
          left join item i on i.item = n.item and $%1$d::text is null
          left join lateral (
               select jsonb_path_query_first(c.content, '$.sections[*].items[*] ? (@.key == $key)', k.key)
                        as item
                 from plan_revision c,
                      (select jsonb_build_object('key', substr(n.item, length(n.plan) + 2)) as key) k
                where i.item is null and c.plan = n.plan
                  and c.recorded_at <= coalesce($%1$d::text, 'infinity')::timestamptz
                  and jsonb_path_exists(c.content, '$.sections[*].items[*] ? (@.key == $key)', k.key)
                order by c.revision desc limit 1) r on true
      )
      select p.ledger, p.problem, s.seq, s.state, s.item, %2$s as sets, s.severity, s.text, s.said_by,
             s.recorded_at, n.title, n.title_en
        from page p
        join problem_step s on s.ledger = p.ledger and s.problem = p.problem
                           and s.recorded_at <= ($1::text)::timestamptz
        join named n on n.item = s.item
       order by p.due, p.ledger, p.problem, s.seq
      """;

  private static final String PAGE_STEPS = FILTERED + PAGE + STEPS.formatted(11, DUE);

  private static final String SOME_STEPS = SOME + STEPS.formatted(4, DUE);

  private static final String COUNTS =
      FILTERED
          + """
          select count(*) filter (where open)::int as open,
                 count(*) filter (where state = 'rectified')::int as rectified,
                 count(*) filter (where state = 'verified')::int as closed,
                 count(*) filter (where open and due < $2::date)::int as overdue,
                 count(*) filter (where reopened > 0)::int as reopened
            from told
          """;

  private static final String BESIDE =
      TOLD.formatted(DUE, "s.item = any($3::text[])")
          + """
          select item, count(*)::int as open, count(*) filter (where due < $2::date)::int as overdue
            from told where open group by item
          """;

  /**
   * Those of a district that stand otherwise on two days: one turned overdue, or no more, or a step
   * of it was recorded in between. The moments $6 and $7 are the ends of the two days.
   */
  private static final String TURNED =
      TOLD.formatted(DUE, "s.ledger = $3")
          + """
          select ledger, problem from told
           where (open and due >= least($2::date, $4::date) and due < greatest($2::date, $4::date))
              or exists (select from problem_step s
                          where s.ledger = told.ledger and s.problem = told.problem
                            and s.recorded_at > ($6::text)::timestamptz
                            and s.recorded_at <= ($7::text)::timestamptz)
           order by due, problem limit $5
          """;

  /** A step with the problem it is of. */
  record Kept(ProblemKey key, ProblemStep step) {}

  /** The day and the moment of a question. */
  record At(LocalDate day, @Nullable Instant knownAt) {

    /** The last moment of which a step counts. */
    private String moment() {
      return Recorded.by(day, knownAt).toString();
    }

    private @Nullable String known() {
      return knownAt == null ? null : knownAt.toString();
    }

    private Tuple tuple() {
      return Tuple.of(moment(), day);
    }
  }

  static Columns<Kept> rows(List<Kept> steps) {
    return Columns.of(steps)
        .text(kept -> kept.key().ledger())
        .position(kept -> kept.step().seq())
        .text(kept -> kept.key().problem())
        .text(kept -> kept.step().item())
        .text(kept -> Plan.idOf(kept.step().item()))
        .count(kept -> ProblemRow.yearOf(Plan.idOf(kept.step().item())))
        .text(kept -> kept.step().state().word())
        .day(kept -> kept.step().due())
        .text(kept -> kept.step().severity())
        .text(kept -> kept.step().text())
        .text(kept -> kept.step().by())
        .moment(kept -> kept.step().recordedAt());
  }

  Uni<List<ProblemRow>> page(
      SqlClient client, ProblemFilter filter, At at, ProblemPlace after, int limit) {
    Tuple values =
        filtered(filter, at)
            .addValue(filter.stand() == null ? null : filter.stand().word())
            .addValue(after.due())
            .addValue(Ledgers.progress(after.district()))
            .addValue(after.problem())
            .addValue(limit)
            .addValue(at.known());
    return client.preparedQuery(PAGE_STEPS).execute(values).map(rows -> folded(rows, at.day()));
  }

  Uni<ProblemCounts> counts(SqlClient client, ProblemFilter filter, At at) {
    return client
        .preparedQuery(COUNTS)
        .execute(filtered(filter, at))
        .map(rows -> rows.iterator().next())
        .map(row ->
            new ProblemCounts(
                row.getInteger("open"),
                row.getInteger("rectified"),
                row.getInteger("closed"),
                row.getInteger("overdue"),
                row.getInteger("reopened")));
  }

  private static Tuple filtered(ProblemFilter filter, At at) {
    return at.tuple()
        .addValue(filter.districts().stream().map(Ledgers::progress).toArray(String[]::new))
        .addValue(filter.year())
        .addValue(filter.item());
  }

  /** Problems by their names; one that there was not by then is left out. */
  Uni<List<ProblemRow>> some(SqlClient client, Collection<ProblemKey> keys, At at) {
    if (keys.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    Tuple values =
        Tuple.tuple()
            .addValue(at.moment())
            .addValue(keys.stream().map(ProblemKey::ledger).toArray(String[]::new))
            .addValue(keys.stream().map(ProblemKey::problem).toArray(String[]::new))
            .addValue(at.known());
    return client.preparedQuery(SOME_STEPS).execute(values).map(rows -> folded(rows, at.day()));
  }

  Uni<Map<String, ItemProblems>> beside(SqlClient client, Collection<String> items, At at) {
    return client
        .preparedQuery(BESIDE)
        .execute(at.tuple().addValue(items.toArray(String[]::new)))
        .map(rows -> {
          Map<String, ItemProblems> beside = new LinkedHashMap<>();
          for (Row row : rows) {
            beside.put(
                row.getString("item"),
                new ItemProblems(row.getInteger("open"), row.getInteger("overdue")));
          }
          return beside;
        });
  }

  Uni<List<ProblemKey>> turned(
      SqlConnection transaction, String district, LocalDate before, LocalDate day, int limit) {
    boolean forward = before.isBefore(day);
    Tuple values =
        new At(day, null)
            .tuple()
            .addValue(Ledgers.progress(district))
            .addValue(before)
            .addValue(limit)
            .addValue(Recorded.by(forward ? before : day, null).toString())
            .addValue(Recorded.by(forward ? day : before, null).toString());
    return transaction
        .preparedQuery(TURNED)
        .execute(values)
        .map(rows -> Cells.list(rows, ProblemStore::key));
  }

  private static ProblemKey key(Row row) {
    return new ProblemKey(Ledgers.key(row.getString("ledger")), row.getString("problem"));
  }

  private static List<ProblemRow> folded(RowSet<Row> rows, LocalDate day) {
    Map<ProblemKey, List<ProblemStep>> steps = new LinkedHashMap<>();
    Map<ProblemKey, Titles> titles = new LinkedHashMap<>();
    for (Row row : rows) {
      ProblemKey key = key(row);
      steps.computeIfAbsent(key, fresh -> new ArrayList<>()).add(step(row));
      titles.putIfAbsent(key, new Titles(row.getString("title"), row.getString("title_en")));
    }
    List<ProblemRow> folded = new ArrayList<>(steps.size());
    steps.forEach((key, of) ->
        folded.add(
            ProblemRow.of(
                key.district(), key.problem(), Objects.requireNonNull(titles.get(key)), of, day)));
    return folded;
  }

  private static ProblemStep step(Row row) {
    return new ProblemStep(
        row.getLong("seq"),
        ProblemStep.Kind.ofWord(row.getString("state")),
        row.getString("item"),
        row.getLocalDate("sets"),
        row.getString("severity"),
        row.getString("text"),
        row.getString("said_by"),
        Objects.requireNonNull(Cells.moment(row, "recorded_at")));
  }
}
