package duban.reporting.bulletin;

import duban.reporting.store.Cells;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The SQL of what plans' revisions promised, and which plans were closed. */
@ApplicationScoped
class RevisionStore {

  /** That a revision promised a target. */
  record Promised(String plan, int revision, String target, String title) {}

  private static final String PROMISED =
      """
      select r.plan, r.revision, t ->> 'id' as target, t ->> 'title' as title
        from plan_revision r
       cross join lateral
             jsonb_path_query(r.content, '$.sections[*].items[*].targets[*]') as t
       where r.plan = any($1) and r.recorded_at <= ($2::text)::timestamptz
       order by r.plan, r.revision
      """;

  private static final String PUBLISHED =
      """
      select plan, min(recorded_at) as published
        from plan_revision
       where plan = any($1) and recorded_at <= ($2::text)::timestamptz
       group by plan
      """;

  private static final String CLOSED =
      "select plan from plan where plan = any($1) and closed_at <= ($2::text)::timestamptz";

  /** When each plan was first published, by plan. */
  Uni<Map<String, Instant>> published(SqlClient client, Collection<String> plans, Instant knownAt) {
    return client
        .preparedQuery(PUBLISHED)
        .execute(Tuple.of(plans.toArray(String[]::new), knownAt.toString()))
        .map(rows -> {
          Map<String, Instant> published = new TreeMap<>();
          rows.forEach(row ->
              published.put(row.getString("plan"), row.getOffsetDateTime("published").toInstant()));
          return published;
        });
  }

  /** In the order of the revisions. */
  Uni<List<Promised>> promised(SqlClient client, Collection<String> plans, Instant knownAt) {
    return client
        .preparedQuery(PROMISED)
        .execute(Tuple.of(plans.toArray(String[]::new), knownAt.toString()))
        .map(rows ->
            Cells.list(
                rows,
                row ->
                    new Promised(
                        row.getString("plan"),
                        row.getInteger("revision"),
                        row.getString("target"),
                        row.getString("title"))));
  }

  Uni<Set<String>> closed(SqlClient client, Collection<String> plans, Instant knownAt) {
    return client
        .preparedQuery(CLOSED)
        .execute(Tuple.of(plans.toArray(String[]::new), knownAt.toString()))
        .map(rows -> Set.copyOf(Cells.list(rows, row -> row.getString("plan"))));
  }
}
