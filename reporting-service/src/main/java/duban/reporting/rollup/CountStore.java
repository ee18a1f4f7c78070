package duban.reporting.rollup;

import duban.reporting.standing.LightCounts;
import duban.reporting.store.Cells;
import duban.reporting.store.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The SQL of the light counts. */
@ApplicationScoped
public class CountStore {

  /** A row as it is after a change. */
  public record Counted(CountKey key, LightCounts counts) {}

  private static final String MOVE =
      """
      insert into light_count as c (kind, key, year, targets, reported, unreported, past_due,
                                    achieved, overdue, on_track, at_risk, behind, not_due)
      select * from unnest($1::text[], $2::text[], $3::int[], $4::int[], $5::int[], $6::int[],
                           $7::int[], $8::int[], $9::int[], $10::int[], $11::int[], $12::int[],
                           $13::int[])
      on conflict (kind, key, year) do update set
             targets = c.targets + excluded.targets,
             reported = c.reported + excluded.reported,
             unreported = c.unreported + excluded.unreported,
             past_due = c.past_due + excluded.past_due,
             achieved = c.achieved + excluded.achieved,
             overdue = c.overdue + excluded.overdue,
             on_track = c.on_track + excluded.on_track,
             at_risk = c.at_risk + excluded.at_risk,
             behind = c.behind + excluded.behind,
             not_due = c.not_due + excluded.not_due
      returning kind, key, year, targets, reported, unreported, past_due, achieved, overdue,
                on_track, at_risk, behind, not_due
      """;

  private static final String OF =
      """
      select kind, key, year, targets, reported, unreported, past_due, achieved, overdue, on_track,
             at_risk, behind, not_due
        from light_count where kind = $1 and key = any($2) and year = $3
      """;

  /** Adds the differences, in the order of their keys; the rows after it. */
  public Uni<List<Counted>> move(
      SqlConnection transaction, Map<CountKey, LightCounts> differences) {
    if (differences.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    Tuple columns =
        Columns.of(differences.entrySet())
            .text(entry -> entry.getKey().kind().word())
            .text(entry -> entry.getKey().key())
            .count(entry -> entry.getKey().year())
            .count(entry -> entry.getValue().targets())
            .count(entry -> entry.getValue().reported())
            .count(entry -> entry.getValue().unreported())
            .count(entry -> entry.getValue().pastDue())
            .count(entry -> entry.getValue().achieved())
            .count(entry -> entry.getValue().overdue())
            .count(entry -> entry.getValue().onTrack())
            .count(entry -> entry.getValue().atRisk())
            .count(entry -> entry.getValue().behind())
            .count(entry -> entry.getValue().notDue())
            .tuple();
    return transaction
        .preparedQuery(MOVE)
        .execute(columns)
        .map(rows -> Cells.list(rows, CountStore::read));
  }

  /** The rows of one kind; a key without targets has none. */
  public Uni<List<Counted>> of(
      SqlClient client, CountKey.Kind kind, Collection<String> keys, int year) {
    return client
        .preparedQuery(OF)
        .execute(Tuple.of(kind.word(), keys.toArray(String[]::new), year))
        .map(rows -> Cells.list(rows, CountStore::read));
  }

  private static Counted read(Row row) {
    CountKey.Kind kind =
        switch (row.getString("kind")) {
          case "item" -> CountKey.Kind.ITEM;
          case "plan" -> CountKey.Kind.PLAN;
          default -> CountKey.Kind.SCOPE;
        };
    return new Counted(
        new CountKey(kind, row.getString("key"), row.getInteger("year")), counts(row));
  }

  static LightCounts counts(Row row) {
    return new LightCounts(
        row.getInteger("targets"),
        row.getInteger("reported"),
        row.getInteger("unreported"),
        row.getInteger("past_due"),
        row.getInteger("achieved"),
        row.getInteger("overdue"),
        row.getInteger("on_track"),
        row.getInteger("at_risk"),
        row.getInteger("behind"),
        row.getInteger("not_due"));
  }
}
