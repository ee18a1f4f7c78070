package duban.gateway.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import duban.contracts.EventTypes;
import duban.contracts.Json;
import duban.contracts.progress.ProgressEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * The events that may be posted, as the published JSON Schemas of the ledger say; less {@code by},
 * which the door fills in, and with the id and the type, which the ledger keeps beside the body.
 */
final class EventSchemas {

  private static final String REFERENCE = "#/components/schemas/";
  private static final String ONE = "PostedEvent";
  private static final String ONE_OR_MORE = "PostedEvents";
  private static final int MOST_AT_ONCE = 100;

  /** What a body refers to. */
  static final String BODY = REFERENCE + ONE_OR_MORE;

  private EventSchemas() {}

  /** The schemas of each type, of any one event, and of one or more, by name. */
  static Map<String, ObjectNode> all() {
    Map<String, ObjectNode> schemas = new TreeMap<>();
    ObjectNode any = Json.lenient().createObjectNode().put("type", "object");
    ArrayNode oneOf = any.putArray("oneOf");
    ObjectNode discriminator = any.putObject("discriminator").put("propertyName", "type");
    ObjectNode mapping = discriminator.putObject("mapping");
    for (String type : ProgressEvent.TYPES.keySet().stream().sorted().toList()) {
      String name = name(type);
      schemas.put(name, posted(type));
      oneOf.addObject().put("$ref", REFERENCE + name);
      mapping.put(type, REFERENCE + name);
    }
    schemas.put(ONE, any);
    schemas.put(ONE_OR_MORE, oneOrMore());
    return schemas;
  }

  private static ObjectNode oneOrMore() {
    ObjectNode body = Json.lenient().createObjectNode();
    ArrayNode oneOf = body.putArray("oneOf");
    oneOf.addObject().put("$ref", REFERENCE + ONE);
    ObjectNode several = oneOf.addObject().put("type", "array").put("maxItems", MOST_AT_ONCE);
    several.putObject("items").put("$ref", REFERENCE + ONE);
    return body;
  }

  /** {@code progress.reported} is {@code ProgressReported}. */
  private static String name(String type) {
    StringBuilder name = new StringBuilder();
    for (String word : type.split("\\.", -1)) {
      name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
    }
    return name.toString();
  }

  private static ObjectNode posted(String type) {
    ObjectNode kept = read("/schemas/" + EventTypes.full(type) + ".json");
    ObjectNode posted = Json.lenient().createObjectNode().put("type", "object");
    posted.set("description", kept.path("description"));
    ObjectNode properties = posted.putObject("properties");
    properties
        .putObject("id")
        .put("type", "string")
        .put("description", "Yours, once in a district's ledger for ever")
        .put("pattern", "^[A-Za-z0-9._:-]{1,100}$");
    properties.putObject("type").put("type", "string").putArray("enum").add(type);
    properties.setAll((ObjectNode) kept.path("properties"));
    properties.remove("by");
    ArrayNode required = posted.putArray("required").add("id").add("type");
    for (JsonNode name : kept.path("required")) {
      if (!name.asText().equals("by")) {
        required.add(name);
      }
    }
    return posted;
  }

  private static ObjectNode read(String resource) {
    try (InputStream in = EventSchemas.class.getResourceAsStream(resource)) {
      return (ObjectNode) Json.lenient().readTree(in);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(resource, unreadable);
    }
  }
}
