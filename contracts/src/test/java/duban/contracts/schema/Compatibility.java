package duban.contracts.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a newer schema may not do to a published one: whatever was valid stays valid, so no more is
 * asked, nothing changes its type, and no limit becomes narrower.
 */
final class Compatibility {

  private static final List<String> NARROWING =
      List.of(
          "type",
          "format",
          "pattern",
          "const",
          "$ref",
          "oneOf",
          "anyOf",
          "allOf",
          "not",
          "minimum",
          "maximum",
          "exclusiveMinimum",
          "exclusiveMaximum",
          "minLength",
          "maxLength",
          "minItems",
          "maxItems",
          "additionalProperties");

  private Compatibility() {}

  /** Each break as a sentence that begins with its place; empty when there is none. */
  static List<String> breaks(JsonNode published, JsonNode current) {
    List<String> breaks = new ArrayList<>();
    compare("#", published, current, breaks);
    return breaks;
  }

  private static void compare(
      String at, JsonNode published, @Nullable JsonNode current, List<String> breaks) {
    if (current == null) {
      breaks.add(at + " is gone");
      return;
    }
    for (String keyword : NARROWING) {
      JsonNode now = current.get(keyword);
      // A limit may be lifted; it may neither change nor come.
      boolean lifted = now == null && !Set.of("type", "$ref").contains(keyword);
      if (!lifted && (now == null ? published.has(keyword) : !now.equals(published.get(keyword)))) {
        breaks.add(at + "/" + keyword + " changed");
      }
    }
    newlyRequired(published, current)
        .forEach(name -> breaks.add(at + "/required asks for " + name));
    lostWords(published, current).forEach(word -> breaks.add(at + "/enum lost " + word));
    compareEach(at + "/properties", published.get("properties"), current.get("properties"), breaks);
    compareEach(at + "/$defs", published.get("$defs"), current.get("$defs"), breaks);
    if (published.has("items")) {
      compare(at + "/items", published.get("items"), current.get("items"), breaks);
    }
  }

  private static void compareEach(
      String at, @Nullable JsonNode published, @Nullable JsonNode current, List<String> breaks) {
    if (published == null) {
      return;
    }
    for (Map.Entry<String, JsonNode> part : published.properties()) {
      JsonNode now = current == null ? null : current.get(part.getKey());
      compare(at + "/" + part.getKey(), part.getValue(), now, breaks);
    }
  }

  private static Set<String> newlyRequired(JsonNode published, JsonNode current) {
    Set<String> required = words(current.get("required"));
    required.removeAll(words(published.get("required")));
    return required;
  }

  private static Set<String> lostWords(JsonNode published, JsonNode current) {
    if (!current.has("enum")) {
      return Set.of();
    }
    if (!published.has("enum")) {
      return Set.of("all but " + current.get("enum"));
    }
    Set<String> lost = words(published.get("enum"));
    lost.removeAll(words(current.get("enum")));
    return lost;
  }

  private static Set<String> words(@Nullable JsonNode array) {
    Set<String> words = new HashSet<>();
    if (array != null) {
      array.forEach(word -> words.add(word.asText()));
    }
    return words;
  }
}
