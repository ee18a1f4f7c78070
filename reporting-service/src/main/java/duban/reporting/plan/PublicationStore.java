package duban.reporting.plan;

import duban.contracts.plan.Plan;
import duban.contracts.plan.Plan.WorkItem;
import duban.ledger.chain.LedgerEvent;
import duban.reporting.store.Cells;
import duban.reporting.store.Columns;
import duban.reporting.store.Document;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
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

/** The SQL of taking over a published revision: its words, and the outline it leaves in force. */
@ApplicationScoped
public class PublicationStore {

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

  /** Takes over a published or amended revision; the ids of all the targets it may have touched. */
  public Uni<List<String>> publish(
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

  public Uni<Void> close(SqlConnection transaction, String plan, Instant at) {
    return transaction
        .preparedQuery(CLOSE)
        .execute(Tuple.of(plan, Columns.atUtc(at)))
        .replaceWithVoid();
  }
}
