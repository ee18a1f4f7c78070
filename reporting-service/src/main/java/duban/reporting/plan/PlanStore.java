package duban.reporting.plan;

import duban.reporting.rollup.ItemRow;
import duban.reporting.rollup.PlanRow;
import duban.reporting.standing.LightCounts;
import duban.reporting.store.Cells;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;

/** The SQL of the rows of plans and items, as the latest revisions made them. */
@ApplicationScoped
public class PlanStore {

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
