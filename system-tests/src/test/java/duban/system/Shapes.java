package duban.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;

/**
 * Holds answers against the description's schemas, and lets no field pass that they do not name.
 */
final class Shapes {

  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private final JsonNode components;

  Shapes(JsonNode description) {
    this.components = description.path("components").deepCopy();
    components.path("schemas").forEach(Shapes::close);
  }

  /** What does not fit; empty if all does. */
  List<String> faults(JsonNode shape, JsonNode answer) {
    ObjectNode schema = shape.deepCopy();
    schema.set("components", components);
    return REGISTRY
        .getSchema(schema.toString(), InputFormat.JSON)
        .validate(answer.toString(), InputFormat.JSON)
        .stream()
        .map(Object::toString)
        .limit(10)
        .toList();
  }

  private static void close(JsonNode schema) {
    if (schema instanceof ObjectNode object
        && object.path("properties").isObject()
        && !object.has("additionalProperties")) {
      object.put("additionalProperties", false);
    }
    schema.forEach(Shapes::close);
  }
}
