package duban.reporting.supervision;

import duban.contracts.plan.Plan.Responsibility;
import duban.reporting.store.Cells;
import duban.reporting.store.Columns;
import duban.reporting.store.Document;
import duban.reporting.store.EventTable;
import duban.reporting.supervision.SupervisedItem.Outlined;
import duban.reporting.supervision.SupervisedItem.Reports;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The SQL of the loop of supervision. */
@ApplicationScoped
class SupervisionStore {

  static final EventTable KEPT =
      new EventTable(
          "supervision_step",
          "kind text",
          "item text",
          "plan text",
          "year int",
          "target text",
          "day date",
          "due date",
          "score numeric",
          "grade text",
          "text text",
          "said_by text",
          "recorded_at timestamptz");

  /** Each revision is taken apart once; an item was assigned by the first that has it. */
  private static final String ITEMS =
      """
      with outlined as (
        select r.plan, p.district, p.year, r.revision, r.recorded_at, s.place as section,
               i.place as place, i.item, i.item ->> 'key' as key,
               max(r.revision) over (partition by r.plan) as latest,
               min(r.recorded_at) over (partition by r.plan, i.item ->> 'key') as assigned_at
          from plan p
          join plan_revision r on r.plan = p.plan
         cross join lateral jsonb_array_elements(r.content -> 'sections')
                    with ordinality as s(section, place)
         cross join lateral jsonb_array_elements(s.section -> 'items')
                    with ordinality as i(item, place)
         where p.district = any($1) and p.year = $2 and r.recorded_at <= ($3::text)::timestamptz
      )
      select plan || '.' || key as item, plan, district, year, item ->> 'no' as no,
             item ->> 'title' as title, item ->> 'titleEn' as title_en,
             (item -> 'responsibility')::text as responsibility, assigned_at,
             array(select t ->> 'id' from jsonb_array_elements(item -> 'targets') as t) as targets
        from outlined
       where revision = latest
       order by plan, section, place
      """;

  private static final String STEPS =
      """
      select item, plan, kind, seq, target, day, due, score, grade, text, said_by, recorded_at
        from supervision_step
       where plan = any($1) and recorded_at <= ($2::text)::timestamptz
         and (kind = 'appraised') = $3
       order by plan, seq
      """;

  /** What is observed has a day of its own, and counts from that day on. */
  private static final String REPORTS =
      """
      select e.subject, count(*)::int as count, max(e.recorded_at) as last
        from progress_event e
       where e.subject = any($1) and e.understood
         and e.type in ('progress.reported', 'progress.added', 'milestone.reached', 'item.noted')
         and e.day <= $3 and e.recorded_at <= ($2::text)::timestamptz
         and (e.voided_at is null or e.voided_at > ($2::text)::timestamptz)
       group by e.subject
      """;

  private static final String PUBLISHED =
      """
      select revision, recorded_at from plan_revision
       where plan = $1 and recorded_at <= ($2::text)::timestamptz order by revision
      """;

  private static final String PLANS =
      "select plan from plan where district = any($1) and year = $2 order by plan";

  /**
   * @param subject the item; null for what is about the whole plan
   */
  record Kept(String ledger, String plan, @Nullable String subject, LoopStep step) {}

  /** A plan's revision and when it was recorded. */
  public record Published(int revision, Instant recordedAt) {}

  static Columns<Kept> rows(List<Kept> steps) {
    return Columns.of(steps)
        .text(Kept::ledger)
        .position(kept -> kept.step().seq())
        .text(kept -> kept.step().kind().word())
        .text(Kept::subject)
        .text(Kept::plan)
        .count(kept -> Integer.parseInt(kept.plan().substring(kept.plan().length() - 4)))
        .text(kept -> kept.step().target())
        .day(kept -> kept.step().on())
        .day(kept -> kept.step().due())
        .number(kept -> kept.step().score())
        .text(kept -> kept.step().grade())
        .text(kept -> kept.step().text())
        .text(kept -> kept.step().by())
        .moment(kept -> kept.step().recordedAt());
  }

  /** The items of the last revisions recorded by then, in the order of their documents. */
  Uni<List<Outlined>> items(SqlClient client, Collection<String> districts, int year, Instant by) {
    return client
        .preparedQuery(ITEMS)
        .execute(Tuple.of(districts.toArray(String[]::new), year, by.toString()))
        .map(rows -> Cells.list(rows, SupervisionStore::outlined));
  }

  private static Outlined outlined(Row row) {
    String responsibility = row.getString("responsibility");
    return new Outlined(
        row.getString("item"),
        row.getString("plan"),
        row.getString("district"),
        row.getInteger("year"),
        row.getString("no"),
        row.getString("title"),
        row.getString("title_en"),
        responsibility == null || responsibility.equals("null")
            ? null
            : Document.read(responsibility, Responsibility.class),
        Cells.texts(row, "targets"),
        Objects.requireNonNull(Cells.moment(row, "assigned_at")));
  }

  /** The items' steps recorded by then, by item, in the ledgers' order. */
  Uni<Map<String, List<LoopStep>>> steps(SqlClient client, Collection<String> plans, Instant by) {
    return client
        .preparedQuery(STEPS)
        .execute(Tuple.of(plans.toArray(String[]::new), by.toString(), false))
        .map(rows -> by(rows, "item"));
  }

  /** Appraisals recorded by then, by plan, in the ledgers' order. */
  Uni<Map<String, List<LoopStep>>> appraisals(
      SqlClient client, Collection<String> districts, int year, Instant by) {
    return client
        .preparedQuery(PLANS)
        .execute(Tuple.of(districts.toArray(String[]::new), year))
        .map(rows -> Cells.list(rows, row -> row.getString("plan")))
        .chain(plans ->
            client
                .preparedQuery(STEPS)
                .execute(Tuple.of(plans.toArray(String[]::new), by.toString(), true)))
        .map(rows -> by(rows, "plan"));
  }

  private static Map<String, List<LoopStep>> by(RowSet<Row> rows, String column) {
    Map<String, List<LoopStep>> by = new TreeMap<>();
    for (Row row : rows) {
      by.computeIfAbsent(row.getString(column), fresh -> new ArrayList<>()).add(step(row));
    }
    return by;
  }

  /** By target or item. */
  Uni<Map<String, Reports>> reports(
      SqlClient client, Collection<String> subjects, LocalDate day, @Nullable Instant knownAt) {
    return client
        .preparedQuery(REPORTS)
        .execute(Tuple.of(subjects.toArray(String[]::new), moment(knownAt), day))
        .map(rows -> {
          Map<String, Reports> reports = new HashMap<>();
          for (Row row : rows) {
            reports.put(
                row.getString("subject"),
                new Reports(row.getInteger("count"), Cells.moment(row, "last")));
          }
          return reports;
        });
  }

  Uni<List<Published>> published(SqlClient client, String plan, Instant by) {
    return client
        .preparedQuery(PUBLISHED)
        .execute(Tuple.of(plan, by.toString()))
        .map(rows ->
            Cells.list(
                rows,
                row ->
                    new Published(
                        row.getInteger("revision"),
                        Objects.requireNonNull(Cells.moment(row, "recorded_at")))));
  }

  private static LoopStep step(Row row) {
    return new LoopStep(
        row.getLong("seq"),
        LoopStep.Kind.ofWord(row.getString("kind")),
        row.getString("target"),
        row.getLocalDate("day"),
        row.getLocalDate("due"),
        row.getBigDecimal("score"),
        row.getString("grade"),
        row.getString("text"),
        row.getString("said_by"),
        Objects.requireNonNull(Cells.moment(row, "recorded_at")));
  }

  private static String moment(@Nullable Instant knownAt) {
    return knownAt == null ? "infinity" : knownAt.toString();
  }
}
