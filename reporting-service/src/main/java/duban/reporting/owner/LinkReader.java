package duban.reporting.owner;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import duban.contracts.Json;
import duban.ledger.chain.CanonicalBody;
import duban.ledger.chain.CanonicalJson;
import duban.ledger.chain.Hash;
import duban.ledger.chain.LedgerEvent;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Links and heads out of an owner's JSON. */
final class LinkReader {

  private LinkReader() {}

  /**
   * @throws OwnerUnavailable when it is no page of links, or a body is not the one its digest names
   */
  static List<LedgerEvent> page(String ledger, byte[] answer) {
    List<LedgerEvent> links = new ArrayList<>();
    for (JsonNode event : read(answer).path("events")) {
      links.add(link(ledger, event));
    }
    return links;
  }

  /** Where each ledger of the owner stands. */
  static Map<String, Long> heads(byte[] answer) {
    Map<String, Long> heads = new TreeMap<>();
    for (JsonNode head : read(answer).path("ledgers")) {
      heads.put(head.path("ledger").asText(), head.path("seq").asLong());
    }
    return heads;
  }

  private static LedgerEvent link(String ledger, JsonNode event) {
    try {
      Hash digest = Hash.ofHex(event.path("bodyDigest").asText());
      return new LedgerEvent(
          ledger,
          event.path("seq").asLong(),
          event.path("id").asText(),
          event.path("fullType").asText(),
          event.path("subject").asText(),
          event.path("refers").isTextual() ? event.path("refers").textValue() : null,
          Instant.parse(event.path("recordedAt").asText()),
          body(event.path("body"), digest),
          digest,
          Hash.ofHex(event.path("hash").asText()));
    } catch (RuntimeException e) {
      throw new OwnerUnavailable("not a link of " + ledger + ": " + e.getMessage());
    }
  }

  private static @Nullable String body(JsonNode json, Hash digest) {
    if (!json.isObject()) {
      return null;
    }
    CanonicalBody body = CanonicalJson.canonical(json);
    if (!body.digest().equals(digest)) {
      throw new OwnerUnavailable("the body is not the one that was appended");
    }
    return body.json();
  }

  private static JsonNode read(byte[] answer) {
    try {
      return Json.lenient().readTree(answer);
    } catch (JsonProcessingException e) {
      throw new OwnerUnavailable("not JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new OwnerUnavailable("not JSON: " + e.getMessage());
    }
  }
}
