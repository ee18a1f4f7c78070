package duban.progress.workbook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import duban.ledger.chain.Hash;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeMap;

/**
 * The id of an event that a row says. It follows from the fact alone: the same row again is the
 * same event, whoever hands it in, and a figure put right is another one.
 */
final class FactId {

  private static final String PREFIX = "x-";
  private static final int DIGITS = 32;

  /** What was added on a day is added once, also when its amount or its note was changed since. */
  private static final Set<String> OF_ADDED = Set.of("type", "target", "part", "on");

  private FactId() {}

  static String of(ObjectNode event) {
    boolean added = event.path("type").asText().equals("progress.added");
    TreeMap<String, JsonNode> fact = new TreeMap<>();
    event
        .properties()
        .forEach(field -> {
          if (!added || OF_ADDED.contains(field.getKey())) {
            fact.put(field.getKey(), field.getValue());
          }
        });
    return PREFIX
        + Hash.sha256(fact.toString().getBytes(StandardCharsets.UTF_8)).hex().substring(0, DIGITS);
  }
}
