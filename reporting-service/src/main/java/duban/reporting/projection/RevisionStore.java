package duban.reporting.projection;

import duban.contracts.plan.Target;
import duban.reporting.store.Cells;
import duban.reporting.store.Document;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The SQL of what revisions said of one target. */
@ApplicationScoped
public class RevisionStore {

  private static final String PROMISES =
      """
      select r.revision, r.recorded_at, r.reason,
             jsonb_path_query_first(r.content,
                                    '$.sections[*].items[*].targets[*] ? (@.id == $id)',
                                    jsonb_build_object('id', $2::text))::text as target,
             coalesce((r.content ->> 'starts')::date,
                      make_date((r.content ->> 'year')::int, 1, 1)) as starts,
             coalesce((r.content ->> 'ends')::date,
                      make_date((r.content ->> 'year')::int, 12, 31)) as ends
        from plan_revision r
       where r.plan = $1 and r.recorded_at <= ($3::text)::timestamptz
       order by r.revision
      """;

  /**
   * What a revision said of a target.
   *
   * @param target null where it does not promise it
   */
  public record Promise(
      int revision,
      Instant recordedAt,
      @Nullable String reason,
      @Nullable Target target,
      LocalDate planStarts,
      LocalDate planEnds) {}

  /** One for each revision that was known, the earliest first. */
  public Uni<List<Promise>> promises(
      SqlClient client, String plan, String target, @Nullable Instant knownAt) {
    String moment = knownAt == null ? "infinity" : knownAt.toString();
    return client
        .preparedQuery(PROMISES)
        .execute(Tuple.of(plan, target, moment))
        .map(rows -> Cells.list(rows, RevisionStore::promise));
  }

  private static Promise promise(Row row) {
    String target = row.getString("target");
    return new Promise(
        row.getInteger("revision"),
        row.getOffsetDateTime("recorded_at").toInstant(),
        row.getString("reason"),
        target == null ? null : Document.read(target, Target.class),
        row.getLocalDate("starts"),
        row.getLocalDate("ends"));
  }
}
