package duban.reporting.calendar;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The SQL of the one calendar row. */
@ApplicationScoped
public class CalendarStore {

  /** A day of one's own is kept over restarts, until the system is started with another. */
  private static final String OPEN =
      """
      insert into calendar (today, set_from) values (coalesce($1, $2), $1)
      on conflict (only_row) do update
         set today = excluded.today, set_from = excluded.set_from
       where excluded.set_from is null or calendar.set_from is distinct from excluded.set_from
      """;

  /**
   * The catalogue's version is the position of its last definition, so that it means the same
   * definitions in whichever tables they are read.
   */
  private static final String TODAY =
      """
      select today, set_from is not null as fixed,
             (select coalesce(max(seq), 0) from definition) as catalogue_version
        from calendar
      """;

  private static final String MOVE = "update calendar set today = $1 where set_from is not null";

  private static final String TURN =
      "update calendar set today = $1 where set_from is null and today <> $1";

  /**
   * @param own the day the system was started with; null: it goes by the real day
   */
  public Uni<Void> open(SqlClient client, @Nullable LocalDate own, LocalDate real) {
    return client.preparedQuery(OPEN).execute(Tuple.of(own, real)).replaceWithVoid();
  }

  public Uni<Today> today(SqlClient client) {
    return client
        .preparedQuery(TODAY)
        .execute()
        .map(rows -> rows.iterator().next())
        .map(row ->
            new Today(
                row.getLocalDate("today"),
                row.getBoolean("fixed"),
                row.getLong("catalogue_version")));
  }

  /** Moves a day of one's own; false when the system goes by the real day. */
  public Uni<Boolean> move(SqlClient client, LocalDate day) {
    return client.preparedQuery(MOVE).execute(Tuple.of(day)).map(rows -> rows.rowCount() == 1);
  }

  /** Takes over the real day, unless the system has a day of its own. */
  public Uni<Boolean> turn(SqlClient client, LocalDate real) {
    return client.preparedQuery(TURN).execute(Tuple.of(real)).map(rows -> rows.rowCount() == 1);
  }
}
