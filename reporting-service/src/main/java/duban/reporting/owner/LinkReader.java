package duban.reporting.owner;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import duban.contracts.Json;
import duban.ledger.chain.LedgerEvent;
import duban.ledger.read.LinkJson;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Links and heads out of an owner's JSON. */
final class LinkReader {

  private LinkReader() {}

  /**
   * @throws OwnerUnavailable when it is no page of links, or a body is not the one its digest names
   */
  static List<LedgerEvent> page(String ledger, byte[] answer) {
    try {
      return LinkJson.page(ledger, answer);
    } catch (IOException | RuntimeException e) {
      throw new OwnerUnavailable("no page of " + ledger + ": " + e.getMessage());
    }
  }

  /** Where each ledger of the owner stands. */
  static Map<String, Long> heads(byte[] answer) {
    Map<String, Long> heads = new TreeMap<>();
    for (JsonNode head : read(answer).path("ledgers")) {
      heads.put(head.path("ledger").asText(), head.path("seq").asLong());
    }
    return heads;
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
