package duban.reporting.verification;

import duban.reporting.store.Cells;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Compares the outline that standings are told by with the latest revision of each plan. */
@ApplicationScoped
class OutlineStore {

  private static final String TARGETS =
      """
      with latest as (
        select distinct on (plan) plan, revision, content from plan_revision
         order by plan, revision desc
      ), promised as (
        select l.plan, l.revision, l.plan || '.' || (i.item ->> 'key') as item,
               t.target ->> 'id' as target, t.target as definition
          from latest l
         cross join lateral jsonb_array_elements(l.content -> 'sections') as s(section)
         cross join lateral jsonb_array_elements(s.section -> 'items') as i(item)
         cross join lateral jsonb_array_elements(i.item -> 'targets') as t(target)
      )
      select coalesce(p.target, t.target) as key,
             row(t.item, t.revision, t.definition)::text as stored,
             row(p.item, p.revision, p.definition)::text as expected
        from promised p
        full join (select * from target where not dropped) t on t.target = p.target
       where (t.item, t.revision, t.definition)
             is distinct from (p.item, p.revision, p.definition)
       order by 1
       limit 101
      """;

  private static final String PLANS =
      """
      with latest as (
        select plan, max(revision) as revision from plan_revision group by plan
      )
      select coalesce(l.plan, p.plan) as key, p.revision::text as stored,
             l.revision::text as expected
        from latest l full join plan p on p.plan = l.plan
       where p.revision is distinct from l.revision
       order by 1
       limit 101
      """;

  Uni<List<Difference>> targets(SqlClient client) {
    return differences(client, TARGETS, "target", "definition");
  }

  Uni<List<Difference>> plans(SqlClient client) {
    return differences(client, PLANS, "plan", "revision");
  }

  private static Uni<List<Difference>> differences(
      SqlClient client, String query, String kind, String field) {
    return client
        .preparedQuery(query)
        .execute()
        .map(rows ->
            Cells.list(
                rows,
                row ->
                    new Difference(
                        kind,
                        row.getString("key"),
                        field,
                        row.getString("stored"),
                        row.getString("expected"))));
  }
}
