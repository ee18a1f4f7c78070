package duban.reporting.webhook;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;

/** The SQL of what the webhooks come to. */
@ApplicationScoped
public class WebhookCountStore {

  /** A message that was answered and is still pending is being repeated. */
  private static final String COUNT =
      """
      select count(*) as webhooks,
             count(*) filter (where not enabled and disabled_why is not null) as turned_off,
             count(*) filter (where enabled and exists (
               select 1 from webhook_delivery d
                where d.webhook = w.id and d.state = 'pending' and d.attempts > 0
                  and d.answer is not null)) as failing,
             (select count(*) from webhook_delivery where state = 'pending') as waiting,
             (select count(*) from webhook_delivery
               where state = 'failed'
                 and created_at > clock_timestamp() - interval '1 day') as given_up
        from webhook w
      """;

  /**
   * @param turnedOff by their receivers' answer, not by a person
   * @param failing webhooks that are on and of which a message is being repeated
   * @param waiting messages that are to be sent or sent again
   * @param givenUp messages of the last day that were tried as often as they are
   */
  public record Counts(long webhooks, long turnedOff, long failing, long waiting, long givenUp) {}

  public Uni<Counts> count(SqlClient client) {
    return client.preparedQuery(COUNT).execute().map(rows -> counts(rows.iterator().next()));
  }

  private static Counts counts(Row row) {
    return new Counts(
        row.getLong("webhooks"),
        row.getLong("turned_off"),
        row.getLong("failing"),
        row.getLong("waiting"),
        row.getLong("given_up"));
  }
}
