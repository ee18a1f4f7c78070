package duban.reporting.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import duban.contracts.Json;
import duban.reporting.store.Document;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/**
 * A message before it is sent.
 *
 * @param id the same for the same happening, so that it is kept once
 */
record Message(String id, WebhookEvent event, String payload) {

  static Message of(String webhook, WebhookEvent event, String same, JsonNode data, Instant at) {
    String name = webhook + "/" + event.word() + "/" + same;
    String id = "msg_" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    JsonNode payload =
        Json.lenient()
            .createObjectNode()
            .put("type", event.word())
            .put("timestamp", at.toString())
            .set("data", data);
    return new Message(id, event, Document.write(payload));
  }
}
