package duban.reporting.line;

import duban.reporting.store.Cells;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;

/** Finds the targets of a line. */
@ApplicationScoped
class LineStore {

  /** Both ways along the links; UNION walks no target twice, so a ring ends. */
  private static final String LINE =
      """
      with recursive line (target) as (
        select $1::text collate "C"
        union
        select n.target
          from line l
         cross join lateral (
               select (t.definition ->> 'continues') collate "C" as target from target t
                where t.target = l.target and t.definition ->> 'continues' is not null
               union all
               select t.target from target t where (t.definition ->> 'continues') collate "C" = l.target) n
      )
      select target from line limit $2
      """;

  private static final String SLICES =
      """
      select target from target
       where definition ->> 'programme' = $1 and district = any($2) and not dropped
       order by target limit $3
      """;

  Uni<List<String>> line(SqlClient client, String target, int most) {
    return client
        .preparedQuery(LINE)
        .execute(Tuple.of(target, most))
        .map(rows -> Cells.list(rows, row -> row.getString("target")));
  }

  Uni<List<String>> slices(
      SqlClient client, String programme, Collection<String> districts, int most) {
    return client
        .preparedQuery(SLICES)
        .execute(Tuple.of(programme, districts.toArray(String[]::new), most))
        .map(rows -> Cells.list(rows, row -> row.getString("target")));
  }
}
