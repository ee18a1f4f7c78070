package duban.gateway.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import duban.contracts.problem.ProblemType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the door adds to the services' descriptions, out of the folder {@code api}: the ids of the
 * operations, what parameters mean, examples, and refusals.
 */
final class Guide {

  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final Guide OF_THE_API = new Guide();

  private final Map<String, Entry> operations = new HashMap<>();
  private final JsonNode parameters = yaml("parameters.yaml");
  private final JsonNode schemas = yaml("schemas.yaml");
  private final String about = text("about.md").orElseThrow();

  /**
   * One operation.
   *
   * @param with parameters by name, as the example has them
   * @param body the example's body, instead of the service's own
   * @param then what of the answer other operations take as parameters: their ids to names to
   *     pointers into the answer
   */
  record Entry(
      String id,
      @Nullable String summary,
      JsonNode with,
      @Nullable JsonNode body,
      List<ProblemType> refuses,
      JsonNode then) {}

  private Guide() {
    yaml("operations.yaml")
        .properties()
        .forEach(entry -> operations.put(entry.getKey(), entry(entry.getValue())));
  }

  static Guide ofTheApi() {
    return OF_THE_API;
  }

  /** The entry of an operation, by its method and its path as its description writes it. */
  Optional<Entry> of(String method, String path) {
    String below = path.startsWith("/api/v1/") ? path.substring("/api/v1".length()) : path;
    return Optional.ofNullable(operations.get(method.toUpperCase(Locale.ROOT) + " " + below));
  }

  /** What {@code parameters.yaml} says of a name; a missing node if nothing. */
  JsonNode parameter(String name) {
    return parameters.path(name);
  }

  /** Corrects the schemas that a service's framework has read otherwise than they are written. */
  void correct(ObjectNode described) {
    for (Map.Entry<String, JsonNode> schema : schemas.properties()) {
      if (described.path(schema.getKey()) instanceof ObjectNode found) {
        JsonNode properties = schema.getValue().path("properties");
        if (properties instanceof ObjectNode known) {
          found.withObjectProperty("properties").setAll(known.deepCopy());
        } else {
          described.set(schema.getKey(), schema.getValue().deepCopy());
        }
      }
    }
  }

  String about() {
    return about;
  }

  /** An operation's answer as it was recorded, in whatever the ending says: json, csv, txt. */
  static Optional<String> answer(String id, String ending) {
    return text("examples/" + id + "." + ending);
  }

  private static Entry entry(JsonNode written) {
    List<ProblemType> refuses = new ArrayList<>();
    written.path("refuses").forEach(word -> refuses.add(type(word.asText())));
    return new Entry(
        written.required("id").asText(),
        written.path("summary").textValue(),
        written.path("with"),
        written.get("body"),
        List.copyOf(refuses),
        written.path("then"));
  }

  private static ProblemType type(String word) {
    return ProblemType.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  private static JsonNode yaml(String name) {
    try {
      return YAML.readTree(text(name).orElseThrow());
    } catch (IOException broken) {
      throw new UncheckedIOException(name, broken);
    }
  }

  private static Optional<String> text(String name) {
    try (InputStream in = Guide.class.getResourceAsStream("/api/" + name)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(name, unreadable);
    }
  }
}
