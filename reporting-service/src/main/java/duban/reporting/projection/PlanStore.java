package duban.reporting.projection;

import duban.contracts.plan.Plan;
import duban.contracts.plan.Plan.WorkItem;
import duban.ledger.chain.LedgerEvent;
import duban.reporting.rollup.ItemRow;
import duban.reporting.rollup.PlanRow;
import duban.reporting.standing.LightCounts;
import duban.reporting.store.Cells;
import duban.reporting.store.Columns;
import duban.reporting.store.Document;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The SQL of plans: every revision as published, and the latest one's outline. */
@ApplicationScoped
public class PlanStore {

  private static final String KEEP_REVISION =
      """
      insert into plan_revision (plan, revision, seq, content, recorded_at, body_digest, reason)
      values ($1, $2, $3, ($4::text)::jsonb, $5, $6, $7)
      on conflict (plan, revision) do nothing
      """;

  private static final String KEEP_PLAN =
      """
      insert into plan (plan, district, year, title, title_en, revision)
      values ($1, $2, $3, $4, $5, $6)
      on conflict (plan) do update
         set title = excluded.title, title_en = excluded.title_en, revision = excluded.revision
      """;

  private static final String DROP_ITEMS = "delete from item where plan = $1 and item <> all($2)";

  private static final String KEEP_ITEMS =
      """
      insert into item (item, plan, no, title, title_en)
      select i.item, $2, i.no, i.title, i.title_en
        from unnest($1::text[], $3::text[], $4::text[], $5::text[]) as i(item, no, title, title_en)
      on conflict (item) do update
         set no = excluded.no, title = excluded.title, title_en = excluded.title_en
      """;

  private static final String DROP_TARGETS =
      """
      update target set dropped = true, day = null
       where plan = $1 and target <> all($2) and not dropped
      """;

  private static final String KEEP_TARGETS =
      """
      insert into target (target, plan, item, district, year, revision, indicator, definition,
                          plan_starts, plan_ends, interval_days)
      select t.target, $4, t.item, $5, $6, $7, t.indicator, t.definition::jsonb, $8, $9, $10
        from unnest($1::text[], $2::text[], $3::text[], $11::text[])
             as t(target, item, indicator, definition)
      on conflict (target) do update
         set item = excluded.item, revision = excluded.revision, indicator = excluded.indicator,
             definition = excluded.definition, plan_starts = excluded.plan_starts,
             plan_ends = excluded.plan_ends, interval_days = excluded.interval_days,
             dropped = false, day = null
      """;

  private static final String TARGETS = "select target from target where plan = $1";

  private static final String CLOSE =
      "update plan set closed_at = $2 where plan = $1 and closed_at is null";

  private static final String PLANS =
      """
      select plan, district, year, title, title_en, revision, closed_at
        from plan
      """;

  private static final String SOME_PLANS = PLANS + " where plan = any($1)";

  private static final String PLANS_OF =
      PLANS + " where district = any($1) and year = $2 order by plan";

  private static final String SOME_ITEMS =
      "select item, plan, no, title, title_en from item where item = any($1)";

  /**
   * Of each plan the latest revision that was known at $2, and when the plan was closed, if that
   * was known by then too.
   */
  private static final String KNOWN =
      """
      select p.plan, r.revision, r.content::text, r.recorded_at,
             case when p.closed_at <= ($2::text)::timestamptz then p.closed_at end as closed_at
        from unnest($1::text[]) as w(plan)
        join plan p on p.plan = w.plan
       cross join lateral (
             select one.revision, one.content, one.recorded_at from plan_revision one
              where one.plan = w.plan and one.recorded_at <= ($2::text)::timestamptz
              order by one.revision desc limit 1) r
       order by p.plan
      """;

  /** The revision that last promised the target, and the number of the last one of all. */
  private static final String DEFINING =
      """
      select r.plan, r.revision, r.content::text, r.recorded_at, null::timestamptz as closed_at,
             max(r.revision) over () as latest,
             jsonb_path_exists(r.content, '$.sections[*].items[*].targets[*] ? (@.id == $id)',
                               jsonb_build_object('id', $2::text)) as promises
        from plan_revision r
       where r.plan = $1 and r.recorded_at <= ($3::text)::timestamptz
       order by promises desc, r.revision desc
       limit 1
      """;

  /** Every revision that was in force at one of the moments $2, without those in between. */
  private static final String IN_FORCE =
      """
      select r.plan, r.revision, r.content::text, r.recorded_at, null::timestamptz as closed_at
        from plan_revision r
       where (r.plan, r.revision) in (
             select one.plan, max(one.revision)
               from unnest($2::text[]) as m(at)
               join plan_revision one
                 on one.plan = $1 and one.recorded_at <= m.at::timestamptz
              group by one.plan, m.at)
       order by r.revision
      """;

  private static final String FOREVER = "infinity";

  /**
   * A revision as it was published.
   *
   * @param closedAt when the plan was closed; null while it is open, or was not known to be closed
   */
  public record Revision(int number, Plan content, Instant recordedAt, @Nullable Instant closedAt) {

    /** The plan's row, not counted. */
    public PlanRow row() {
      return PlanRow.uncounted(
          content.id(),
          content.district(),
          content.year(),
          content.title(),
          content.titleEn(),
          number,
          closedAt);
    }
  }

  /**
   * @param dropped whether a later revision promises the target no more
   */
  public record Defining(Revision revision, boolean dropped) {}

  /** Takes over a published or amended revision; the ids of all the targets it may have touched. */
  Uni<List<String>> publish(
      SqlConnection transaction,
      LedgerEvent link,
      int revision,
      @Nullable String reason,
      Plan content) {
    return keepRevision(transaction, link, revision, reason, content)
        .chain(() -> keepPlan(transaction, revision, content))
        .chain(() -> keepItems(transaction, content))
        .chain(() -> keepTargets(transaction, revision, content))
        .chain(() -> transaction.preparedQuery(TARGETS).execute(Tuple.of(content.id())))
        .map(rows -> Cells.list(rows, row -> row.getString("target")));
  }

  private Uni<Void> keepRevision(
      SqlConnection transaction,
      LedgerEvent link,
      int revision,
      @Nullable String reason,
      Plan content) {
    Tuple values =
        Tuple.tuple()
            .addValue(content.id())
            .addValue(revision)
            .addValue(link.seq())
            .addValue(Document.write(content))
            .addValue(Columns.atUtc(link.recordedAt()))
            .addValue(Buffer.buffer(link.bodyDigest().bytes()))
            .addValue(reason);
    return transaction.preparedQuery(KEEP_REVISION).execute(values).replaceWithVoid();
  }

  private Uni<Void> keepPlan(SqlConnection transaction, int revision, Plan content) {
    Tuple values =
        Tuple.tuple()
            .addValue(content.id())
            .addValue(content.district())
            .addValue(content.year())
            .addValue(content.title())
            .addValue(content.titleEn())
            .addValue(revision);
    return transaction.preparedQuery(KEEP_PLAN).execute(values).replaceWithVoid();
  }

  private Uni<Void> keepItems(SqlConnection transaction, Plan content) {
    Collection<WorkItem> items = once(content.items(), WorkItem::key);
    String[] ids = items.stream().map(content::itemId).toArray(String[]::new);
    Tuple columns =
        Columns.of(items)
            .text(content::itemId)
            .and(content.id())
            .text(WorkItem::no)
            .text(WorkItem::title)
            .text(WorkItem::titleEn)
            .tuple();
    return transaction
        .preparedQuery(DROP_ITEMS)
        .execute(Tuple.of(content.id(), ids))
        .chain(() -> transaction.preparedQuery(KEEP_ITEMS).execute(columns))
        .replaceWithVoid();
  }

  private Uni<Void> keepTargets(SqlConnection transaction, int revision, Plan content) {
    Collection<Placed> targets = Placed.of(content);
    String[] ids = targets.stream().map(placed -> placed.target().id()).toArray(String[]::new);
    Tuple columns =
        Columns.of(targets)
            .text(placed -> placed.target().id())
            .text(placed -> content.itemId(placed.item()))
            .text(placed -> placed.target().indicator())
            .and(content.id())
            .and(content.district())
            .and(content.year())
            .and(revision)
            .and(content.firstDay())
            .and(content.lastDay())
            .and(content.reportingInterval())
            .text(placed -> Document.write(placed.target()))
            .tuple();
    return transaction
        .preparedQuery(DROP_TARGETS)
        .execute(Tuple.of(content.id(), ids))
        .chain(() -> transaction.preparedQuery(KEEP_TARGETS).execute(columns))
        .replaceWithVoid();
  }

  /** A key that comes twice would fail the statement, and with it every batch behind it. */
  private static <T> Collection<T> once(Stream<T> all, Function<T, String> key) {
    Map<String, T> first = new LinkedHashMap<>();
    all.forEach(one -> first.putIfAbsent(key.apply(one), one));
    return first.values();
  }

  Uni<Void> close(SqlConnection transaction, String plan, Instant at) {
    return transaction
        .preparedQuery(CLOSE)
        .execute(Tuple.of(plan, Columns.atUtc(at)))
        .replaceWithVoid();
  }

  /** Plans by their ids, not counted. */
  public Uni<List<PlanRow>> plans(SqlClient client, Collection<String> ids) {
    return client
        .preparedQuery(SOME_PLANS)
        .execute(Tuple.tuple().addArrayOfString(ids.toArray(String[]::new)))
        .map(rows -> Cells.list(rows, PlanStore::plan));
  }

  /** The plans of these districts for a year, not counted. */
  public Uni<List<PlanRow>> plansOf(SqlClient client, Collection<String> districts, int year) {
    return client
        .preparedQuery(PLANS_OF)
        .execute(Tuple.of(districts.toArray(String[]::new), year))
        .map(rows -> Cells.list(rows, PlanStore::plan));
  }

  /** Items by their ids, not counted. */
  public Uni<List<ItemRow>> items(SqlClient client, Collection<String> ids) {
    return client
        .preparedQuery(SOME_ITEMS)
        .execute(Tuple.tuple().addArrayOfString(ids.toArray(String[]::new)))
        .map(rows -> Cells.list(rows, PlanStore::item));
  }

  /**
   * The revisions of these plans that were in force at a moment, by plan; a plan that was not
   * published by then is left out.
   *
   * @param knownAt null: all that is known now
   */
  public Uni<List<Revision>> known(
      SqlClient client, Collection<String> ids, @Nullable Instant knownAt) {
    return client
        .preparedQuery(KNOWN)
        .execute(Tuple.of(ids.toArray(String[]::new), moment(knownAt)))
        .map(rows -> Cells.list(rows, PlanStore::revision));
  }

  /** The revision that says what a target promised; null when none did by then. */
  public Uni<@Nullable Defining> defining(
      SqlClient client, String plan, String target, @Nullable Instant knownAt) {
    return client
        .preparedQuery(DEFINING)
        .execute(Tuple.of(plan, target, moment(knownAt)))
        .map(rows -> {
          Row row = rows.rowCount() == 0 ? null : rows.iterator().next();
          return row == null || !row.getBoolean("promises")
              ? null
              : new Defining(revision(row), row.getInteger("latest") > row.getInteger("revision"));
        });
  }

  /** The revisions of one plan that were in force at any of these moments, the earliest first. */
  public Uni<List<Revision>> inForce(SqlClient client, String plan, Collection<Instant> moments) {
    String[] texts = moments.stream().map(Instant::toString).toArray(String[]::new);
    return client
        .preparedQuery(IN_FORCE)
        .execute(Tuple.of(plan, texts))
        .map(rows -> Cells.list(rows, PlanStore::revision));
  }

  private static String moment(@Nullable Instant knownAt) {
    return knownAt == null ? FOREVER : knownAt.toString();
  }

  private static Revision revision(Row row) {
    return new Revision(
        row.getInteger("revision"),
        Document.read(row.getString("content"), Plan.class),
        row.getOffsetDateTime("recorded_at").toInstant(),
        Cells.moment(row, "closed_at"));
  }

  private static PlanRow plan(Row row) {
    return PlanRow.uncounted(
        row.getString("plan"),
        row.getString("district"),
        row.getInteger("year"),
        row.getString("title"),
        row.getString("title_en"),
        row.getInteger("revision"),
        Cells.moment(row, "closed_at"));
  }

  private static ItemRow item(Row row) {
    return ItemRow.of(
        row.getString("item"),
        row.getString("plan"),
        row.getString("no"),
        row.getString("title"),
        row.getString("title_en"),
        LightCounts.ZERO);
  }
}
