package duban.reporting.plan;

import duban.contracts.plan.Plan;
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
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The SQL of reading what revisions said, and which was in force when. */
@ApplicationScoped
public class RevisionStore {

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

  private static final String FIRST =
      "select min(recorded_at) as recorded_at from plan_revision where plan = $1";

  private static final String FOREVER = "infinity";

  /**
   * @param dropped whether a later revision promises the target no more
   */
  public record Defining(Revision revision, boolean dropped) {}

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
        .map(rows -> Cells.list(rows, RevisionStore::revision));
  }

  /** When a plan that is known was published for the first time. */
  public Uni<Instant> firstPublished(SqlClient client, String plan) {
    return client
        .preparedQuery(FIRST)
        .execute(Tuple.of(plan))
        .map(rows -> rows.iterator().next().getOffsetDateTime("recorded_at").toInstant());
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
        .map(rows -> Cells.list(rows, RevisionStore::revision));
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

  /** One for each revision that was known, the earliest first. */
  public Uni<List<Promise>> promises(
      SqlClient client, String plan, String target, @Nullable Instant knownAt) {
    return client
        .preparedQuery(PROMISES)
        .execute(Tuple.of(plan, target, moment(knownAt)))
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
