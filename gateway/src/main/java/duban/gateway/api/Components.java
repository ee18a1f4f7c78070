package duban.gateway.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import duban.gateway.route.Upstream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Keeps two services' schemas of one name apart when they say different things. */
final class Components {

  private static final String REFERENCE = "#/components/schemas/";

  private Components() {}

  /** The document, with each schema renamed that means something else in the whole already. */
  static JsonNode withoutClashes(JsonNode document, JsonNode whole, Upstream upstream) {
    JsonNode present = whole.path("components").path("schemas");
    Map<String, String> renamed = new HashMap<>();
    for (Map.Entry<String, JsonNode> schema :
        document.path("components").path("schemas").properties()) {
      JsonNode other = present.path(schema.getKey());
      if (!other.isMissingNode() && !other.equals(schema.getValue())) {
        renamed.put(schema.getKey(), qualified(schema.getKey(), upstream));
      }
    }
    return renamed.isEmpty() ? document : rename(document, renamed);
  }

  private static String qualified(String name, Upstream upstream) {
    return upstream.name().toLowerCase(Locale.ROOT) + "." + name;
  }

  private static JsonNode rename(JsonNode document, Map<String, String> renamed) {
    JsonNode copy = document.deepCopy();
    redirect(copy, renamed);
    ObjectNode schemas = (ObjectNode) copy.path("components").path("schemas");
    renamed.forEach((from, to) -> schemas.set(to, schemas.remove(from)));
    return copy;
  }

  private static void redirect(JsonNode node, Map<String, String> renamed) {
    if (node instanceof ObjectNode object) {
      String reference = object.path("$ref").asText("");
      if (reference.startsWith(REFERENCE)) {
        String name = reference.substring(REFERENCE.length());
        object.put("$ref", REFERENCE + renamed.getOrDefault(name, name));
      }
      object.forEach(child -> redirect(child, renamed));
    } else if (node instanceof ArrayNode array) {
      array.forEach(child -> redirect(child, renamed));
    }
  }
}
