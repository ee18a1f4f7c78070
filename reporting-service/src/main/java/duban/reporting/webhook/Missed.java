package duban.reporting.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import duban.contracts.Json;
import duban.reporting.feed.FeedRow;
import duban.reporting.webhook.OutboxStore.Reading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Changes that a webhook never hears of: the feed was trimmed before it was read for it, or began
 * anew. Where a stream gets a snapshot then, a receiver is told to take one.
 *
 * @param from the first of their numbers
 * @param to the last
 */
record Missed(long from, long to) {

  /** The feed's numbers have no holes but those. */
  static List<Missed> in(Reading reading, List<FeedRow> rows) {
    List<Missed> missed = new ArrayList<>();
    long next = reading.cursor() + 1;
    for (FeedRow row : rows) {
      if (row.no() > next) {
        missed.add(new Missed(next, row.no() - 1));
      }
      next = row.no() + 1;
    }
    if (rows.isEmpty() && reading.head() >= next) {
      missed.add(new Missed(next, reading.head()));
    }
    return missed;
  }

  Message message(Webhook webhook) {
    JsonNode data =
        Json.lenient()
            .createObjectNode()
            .put("scope", webhook.scope())
            .put("from", from)
            .put("to", to)
            .put("read", "/api/v1/scopes/" + webhook.scope() + "/standing")
            .set(
                "detail",
                Json.lenient()
                    .createObjectNode()
                    .put("zh", "第 %d 至 %d 号变更未能送达，请重新读取报告。".formatted(from, to))
                    .put(
                        "en",
                        "You missed the changes %d to %d; read the report again."
                            .formatted(from, to)));
    return Message.of(webhook.id(), WebhookEvent.SNAPSHOT, from + "-" + to, data, Instant.now());
  }
}
