package duban.reporting.webhook;

import duban.reporting.feed.FeedRow;
import duban.reporting.store.Cells;
import duban.reporting.store.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The SQL of messages: taken from the feed, sent, and logged. */
@ApplicationScoped
class OutboxStore {

  /** One replica at a time reads the feed for a webhook; the others pass it by. */
  private static final String NEXT =
      """
      select *, (select no from feed_head) as head from webhook
       where enabled and cursor < (select no from feed_head)
       order by cursor limit 1 for update skip locked
      """;

  /** An event's row has no word of a problem; what its step says is put beside it. */
  private static final String FEED =
      """
      select f.no, f.kind, f.key, f.scopes, f.year,
             case when s.seq is null then f.row
                  else (f.row::jsonb || jsonb_strip_nulls(jsonb_build_object(
                         'problem', s.problem, 'due', s.due, 'severity', s.severity)))::text end as row
        from change_feed f
        left join problem_step s
          on f.kind = 'event' and s.ledger = substring(f.key from '^(.*)/[0-9]+$')
         and s.seq = case when f.kind = 'event' then substring(f.key from '/([0-9]+)$')::bigint end
       where f.no > $1 and f.no <= $2 order by f.no limit $3
      """;

  private static final String MOVE = "update webhook set cursor = $2 where id = $1";

  private static final String KEEP =
      """
      insert into webhook_delivery (webhook, id, type, payload)
      select $1, m.id, m.type, m.payload
        from unnest($2::text[], $3::text[], $4::text[]) as m(id, type, payload)
      on conflict (webhook, id) do nothing
      """;

  private static final String LIGHTS =
      """
      insert into webhook_light (webhook, target, light)
      select $1, l.target, l.light from unnest($2::text[], $3::text[]) as l(target, light)
      on conflict (webhook, target) do update set light = excluded.light
       where webhook_light.light <> excluded.light
      returning target
      """;

  /** What a receiver knows that reads the report again. */
  private static final String LIGHTS_NOW =
      """
      insert into webhook_light (webhook, target, light)
      select $1, t.target, t.light from target t
       where t.counted_scopes @> array[$2::text] and t.light is not null
      on conflict (webhook, target) do update set light = excluded.light
      """;

  /** A lease and no lock, so that a replica that dies gives its messages back by itself. */
  private static final String TAKE =
      """
      update webhook_delivery d
         set attempts = attempts + 1, next_at = clock_timestamp() + interval '1 minute'
        from webhook w
       where w.id = d.webhook and (d.webhook, d.id) in (
             select p.webhook, p.id from webhook_delivery p join webhook e on e.id = p.webhook
              where p.state = 'pending' and p.next_at <= clock_timestamp() and e.enabled
              order by p.next_at limit $1 for update of p skip locked)
      returning d.webhook, d.id, d.type, d.payload, d.attempts, w.url, w.secret
      """;

  private static final String ENDED =
      """
      update webhook_delivery
         set state = $3::text, status = $4, latency_millis = $5, answer = $6,
             next_at = clock_timestamp() + $7::bigint * interval '1 millisecond',
             delivered_at = case when $3::text = 'delivered' then clock_timestamp() end
       where webhook = $1 and id = $2
      """;

  private static final String LOG =
      """
      select * from webhook_delivery
       where webhook = $1 and ($2::text is null or (created_at, id) < (
             select created_at, id from webhook_delivery where webhook = $1 and id = $2))
       order by created_at desc, id desc limit $3
      """;

  private static final String AGAIN =
      """
      update webhook_delivery set state = 'pending', attempts = 0, next_at = clock_timestamp()
       where webhook = $1 and id = $2
      """;

  private static final String TRIM =
      """
      delete from webhook_delivery
       where state <> 'pending' and created_at < clock_timestamp() - $1::bigint * interval '1 second'
      """;

  private static final String WITH_REPORT_DUE =
      "select * from webhook where enabled and events @> array['report.due']";

  /** A webhook whose feed is to be read, and up to where. */
  record Reading(Webhook webhook, long cursor, long head) {}

  /** A message under way. */
  record Taken(
      String webhook,
      String id,
      String type,
      String payload,
      int attempts,
      String url,
      String secret) {

    @Override
    public String toString() {
      return webhook + "/" + id;
    }
  }

  /** How an attempt ended. */
  record Ended(
      String state,
      @Nullable Integer status,
      int latencyMillis,
      @Nullable String answer,
      Duration retryIn) {}

  Uni<@Nullable Reading> next(SqlConnection transaction) {
    return transaction
        .preparedQuery(NEXT)
        .execute()
        .map(rows -> rows.rowCount() == 0 ? null : reading(rows.iterator().next()));
  }

  private static Reading reading(Row row) {
    return new Reading(WebhookStore.webhook(row), row.getLong("cursor"), row.getLong("head"));
  }

  Uni<List<FeedRow>> feed(SqlConnection transaction, Reading reading, int limit) {
    return transaction
        .preparedQuery(FEED)
        .execute(Tuple.of(reading.cursor(), reading.head(), limit))
        .map(rows ->
            Cells.list(
                rows,
                row ->
                    new FeedRow(
                        row.getLong("no"),
                        row.getString("kind"),
                        row.getString("key"),
                        Cells.texts(row, "scopes"),
                        row.getInteger("year"),
                        row.getString("row"))));
  }

  Uni<Void> move(SqlConnection transaction, String webhook, long cursor) {
    return transaction.preparedQuery(MOVE).execute(Tuple.of(webhook, cursor)).replaceWithVoid();
  }

  Uni<Void> keep(SqlClient client, String webhook, List<Message> messages) {
    Tuple values =
        Tuple.of(
            webhook,
            messages.stream().map(Message::id).toArray(String[]::new),
            messages.stream().map(message -> message.event().word()).toArray(String[]::new),
            messages.stream().map(Message::payload).toArray(String[]::new));
    return messages.isEmpty()
        ? Uni.createFrom().voidItem()
        : client.preparedQuery(KEEP).execute(values).replaceWithVoid();
  }

  /** Which of the targets have another light than the receiver knows. */
  Uni<Set<String>> changed(SqlConnection transaction, String webhook, Map<String, String> lights) {
    if (lights.isEmpty()) {
      return Uni.createFrom().item(Set.of());
    }
    Columns<Map.Entry<String, String>> columns = Columns.of(lights.entrySet());
    Tuple values = columns.and(webhook).text(Map.Entry::getKey).text(Map.Entry::getValue).tuple();
    return transaction
        .preparedQuery(LIGHTS)
        .execute(values)
        .map(rows -> new HashSet<>(Cells.list(rows, row -> row.getString("target"))));
  }

  Uni<Void> lightsNow(SqlConnection transaction, Webhook webhook) {
    return transaction
        .preparedQuery(LIGHTS_NOW)
        .execute(Tuple.of(webhook.id(), webhook.scope()))
        .replaceWithVoid();
  }

  Uni<List<Taken>> take(SqlClient client, int limit) {
    return client
        .preparedQuery(TAKE)
        .execute(Tuple.of(limit))
        .map(rows ->
            Cells.list(
                rows,
                row ->
                    new Taken(
                        row.getString("webhook"),
                        row.getString("id"),
                        row.getString("type"),
                        row.getString("payload"),
                        row.getInteger("attempts"),
                        row.getString("url"),
                        row.getString("secret"))));
  }

  Uni<Void> ended(SqlClient client, Taken taken, Ended ended) {
    Tuple values =
        Tuple.tuple()
            .addValue(taken.webhook())
            .addValue(taken.id())
            .addValue(ended.state())
            .addValue(ended.status())
            .addValue(ended.latencyMillis())
            .addValue(ended.answer())
            .addValue(ended.retryIn().toMillis());
    return client.preparedQuery(ENDED).execute(values).replaceWithVoid();
  }

  /** The newest first; {@code after} is the id that the page before ended with. */
  Uni<List<DeliveryRow>> log(SqlClient client, String webhook, @Nullable String after, int limit) {
    return client
        .preparedQuery(LOG)
        .execute(Tuple.of(webhook, after, limit))
        .map(rows -> Cells.list(rows, OutboxStore::delivery));
  }

  private static DeliveryRow delivery(Row row) {
    boolean pending = row.getString("state").equals("pending");
    return new DeliveryRow(
        row.getString("id"),
        row.getString("type"),
        row.getString("state"),
        row.getInteger("attempts"),
        row.getInteger("status"),
        row.getInteger("latency_millis"),
        row.getString("answer"),
        Objects.requireNonNull(Cells.moment(row, "created_at")),
        Cells.moment(row, "delivered_at"),
        pending ? Cells.moment(row, "next_at") : null,
        row.getString("payload"));
  }

  /** False when there is no such message. */
  Uni<Boolean> again(SqlClient client, String webhook, String id) {
    return client
        .preparedQuery(AGAIN)
        .execute(Tuple.of(webhook, id))
        .map(rows -> rows.rowCount() == 1);
  }

  Uni<Void> trim(SqlClient client, Duration keep) {
    return client.preparedQuery(TRIM).execute(Tuple.of(keep.toSeconds())).replaceWithVoid();
  }

  Uni<List<Webhook>> withReportDue(SqlClient client) {
    return client
        .preparedQuery(WITH_REPORT_DUE)
        .execute()
        .map(rows -> Cells.list(rows, WebhookStore::webhook));
  }
}
