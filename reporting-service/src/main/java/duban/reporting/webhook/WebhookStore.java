package duban.reporting.webhook;

import duban.reporting.store.Cells;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The SQL of webhooks. */
@ApplicationScoped
class WebhookStore {

  /** It hears of what comes from now on; the lights as they are now are what it knows. */
  private static final String CREATE =
      """
      with made as (
        insert into webhook (scope, url, events, secret, cursor, created_by)
        select $1::text, $2::text, $3::text[], $4::text, (select no from feed_head), $5::text
         where (select count(*) from webhook where scope = $1::text) < $6::bigint
        returning *
      ), lights as (
        insert into webhook_light (webhook, target, light)
        select made.id, t.target, t.light from made, target t
         where t.counted_scopes @> array[made.scope] and t.light is not null
      )
      select * from made
      """;

  private static final String OF = "select * from webhook where scope = any($1) order by id";

  private static final String ONE = "select * from webhook where id = $1";

  /** One that was off hears nothing of what came meanwhile. */
  private static final String CHANGE =
      """
      update webhook
         set url = $2, events = $3, enabled = $4,
             disabled_why = case when $4 then null else disabled_why end,
             cursor = case when $4 and not enabled then (select no from feed_head) else cursor end
       where id = $1 returning *
      """;

  private static final String ROTATE = "update webhook set secret = $2 where id = $1 returning *";

  private static final String SECRETS = "select id, secret from webhook order by id";

  /**
   * Only what is still as it was read: another replica may have sealed it, or its owner rotated.
   */
  private static final String RESEAL =
      "update webhook set secret = $3 where id = $1 and secret = $2";

  private static final String DELETE = "delete from webhook where id = $1";

  private static final String DISABLE =
      "update webhook set enabled = false, disabled_why = $2 where id = $1";

  /** Null when the scope has as many as it may have. */
  Uni<@Nullable Webhook> create(
      SqlClient client,
      String scope,
      String url,
      List<String> events,
      String secret,
      String by,
      int most) {
    Tuple values =
        Tuple.tuple()
            .addValue(scope)
            .addValue(url)
            .addValue(events.toArray(String[]::new))
            .addValue(secret)
            .addValue(by)
            .addValue((long) most);
    return first(client, CREATE, values);
  }

  Uni<List<Webhook>> of(SqlClient client, Collection<String> scopes) {
    return client
        .preparedQuery(OF)
        .execute(Tuple.tuple().addArrayOfString(scopes.toArray(String[]::new)))
        .map(rows -> Cells.list(rows, WebhookStore::webhook));
  }

  Uni<@Nullable Webhook> one(SqlClient client, String id) {
    return first(client, ONE, Tuple.of(id));
  }

  Uni<@Nullable Webhook> change(
      SqlClient client, String id, String url, List<String> events, boolean enabled) {
    return first(client, CHANGE, Tuple.of(id, url, events.toArray(String[]::new), enabled));
  }

  Uni<@Nullable Webhook> rotate(SqlClient client, String id, String secret) {
    return first(client, ROTATE, Tuple.of(id, secret));
  }

  /** A secret as it lies in the database. */
  record Kept(String webhook, String secret) {

    @Override
    public String toString() {
      return webhook;
    }
  }

  Uni<List<Kept>> secrets(SqlClient client) {
    return client
        .preparedQuery(SECRETS)
        .execute()
        .map(rows ->
            Cells.list(rows, row -> new Kept(row.getString("id"), row.getString("secret"))));
  }

  Uni<Void> reseal(SqlClient client, Kept kept, String sealed) {
    return client
        .preparedQuery(RESEAL)
        .execute(Tuple.of(kept.webhook(), kept.secret(), sealed))
        .replaceWithVoid();
  }

  Uni<Void> delete(SqlClient client, String id) {
    return client.preparedQuery(DELETE).execute(Tuple.of(id)).replaceWithVoid();
  }

  Uni<Void> disable(SqlClient client, String id, String why) {
    return client.preparedQuery(DISABLE).execute(Tuple.of(id, why)).replaceWithVoid();
  }

  private static Uni<@Nullable Webhook> first(SqlClient client, String sql, Tuple values) {
    return client
        .preparedQuery(sql)
        .execute(values)
        .map(rows ->
            rows.rowCount() == 0 || !rows.iterator().hasNext()
                ? null
                : webhook(rows.iterator().next()));
  }

  static Webhook webhook(Row row) {
    return new Webhook(
        row.getString("id"),
        row.getString("scope"),
        row.getString("url"),
        Cells.texts(row, "events"),
        row.getBoolean("enabled"),
        row.getString("disabled_why"),
        row.getString("created_by"),
        Objects.requireNonNull(Cells.moment(row, "created_at")));
  }
}
