package duban.reporting.supervision;

import duban.reporting.store.Cells;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;

/** The SQL of what the calendar still has to say. */
@ApplicationScoped
class ReminderStore {

  /**
   * Only what stands for this very day: a light of yesterday may be one of a target achieved since.
   * $1 is the day, $2 how many days ahead to remind, $3 how many days back to call.
   */
  private static final String DUE =
      """
      select d.* from (
        select t.district, t.item, t.target, t.definition ->> 'title' as title,
               coalesce((t.definition ->> 'due')::date, t.plan_ends) as due
          from target t
          join plan p on p.plan = t.plan
         where t.day = $1 and not t.dropped and t.light <> 'achieved' and p.closed_at is null
           and coalesce((t.definition ->> 'start')::date, t.plan_starts) <= $1
           and coalesce((t.definition ->> 'due')::date, t.plan_ends) between $1 - $3::int and $1 + $2::int
      ) d
       where not exists (
             select from supervision_step s
              where s.target = d.target and s.due = d.due
                and s.kind = case when d.due < $1 then 'urged' else 'reminded' end)
         and not exists (
             select from reminder_refused r
              where r.id = case when d.due < $1 then 'urged-' else 'reminded-' end
                           || d.target || '-' || d.due)
       order by d.due, d.target
       limit $4
      """;

  private static final String REFUSED =
      "insert into reminder_refused (id, status) values ($1, $2) on conflict (id) do nothing";

  /** The first due first. */
  Uni<List<Reminder>> due(
      SqlClient client, LocalDate today, int daysAhead, int daysBack, int limit) {
    return client
        .preparedQuery(DUE)
        .execute(Tuple.of(today, daysAhead, daysBack, limit))
        .map(rows ->
            Cells.list(
                rows,
                row ->
                    new Reminder(
                        row.getString("district"),
                        row.getString("item"),
                        row.getString("target"),
                        row.getString("title"),
                        row.getLocalDate("due"),
                        today)));
  }

  Uni<Void> refused(SqlClient client, String id, int status) {
    return client.preparedQuery(REFUSED).execute(Tuple.of(id, status)).replaceWithVoid();
  }
}
