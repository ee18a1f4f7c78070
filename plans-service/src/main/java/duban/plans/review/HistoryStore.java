package duban.plans.review;

import duban.plans.review.HistoryPage.Entry;
import duban.plans.review.HistoryPage.Import;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads how a plan's reviews came to stand as they do. */
@ApplicationScoped
public class HistoryStore {

  private static final String IMPORTS =
      """
      select r.id, r.file_name, r.format, r.sha256, r.started_by, r.started_at,
             r.id is not distinct from d.review as current
        from plan_review r
        join plan_draft d on d.plan = r.plan
       where r.plan = $1
       order by r.id desc
       limit 100
      """;

  private static final String LINES =
      """
      select h.seq, h.no, h.action, h.before, h.after, h.reason, h.by, h.at
        from review_history h
        join plan_review r on r.id = h.review
        join plan_draft d on d.plan = r.plan
       where r.plan = $1 and r.id = coalesce($2::bigint, d.review) and h.seq > $3
       order by h.seq
       limit $4
      """;

  @Inject Pool pool;

  /** The newest first. */
  Uni<List<Import>> imports(String plan) {
    return pool.preparedQuery(IMPORTS)
        .execute(Tuple.of(plan))
        .map(rows ->
            StreamSupport.stream(rows.spliterator(), false).map(HistoryStore::imported).toList());
  }

  /**
   * @param review one of the plan's; null for the current one
   */
  Uni<List<Entry>> lines(String plan, @Nullable Long review, int after, int limit) {
    return pool.preparedQuery(LINES)
        .execute(Tuple.of(plan, review, after, limit))
        .map(rows ->
            StreamSupport.stream(rows.spliterator(), false).map(HistoryStore::entry).toList());
  }

  private static Import imported(Row row) {
    return new Import(
        row.getLong("id"),
        row.getString("file_name"),
        row.getString("format"),
        HexFormat.of().formatHex(row.getBuffer("sha256").getBytes()),
        row.getString("started_by"),
        row.getOffsetDateTime("started_at").toInstant(),
        row.getBoolean("current"));
  }

  private static Entry entry(Row row) {
    return new Entry(
        row.getInteger("seq"),
        row.getInteger("no"),
        row.getString("action"),
        row.getString("before"),
        row.getString("after"),
        row.getString("reason"),
        row.getString("by"),
        row.getOffsetDateTime("at").toInstant());
  }
}
