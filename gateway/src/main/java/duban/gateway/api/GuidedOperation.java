package duban.gateway.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import duban.contracts.Json;
import duban.gateway.api.Guide.Entry;
import java.io.UncheckedIOException;
import java.util.Map;

/** One operation's description, made complete by what the guide says of it. */
final class GuidedOperation {

  private static final Map<String, String> ENDINGS =
      Map.of(
          "application/json", "json",
          "application/x-ndjson", "ndjson",
          "text/csv", "csv",
          "text/event-stream", "txt");

  private final ObjectNode operation;
  private final Entry entry;
  private final Guide guide;

  GuidedOperation(ObjectNode operation, Entry entry, Guide guide) {
    this.operation = operation;
    this.entry = entry;
    this.guide = guide;
  }

  void complete() {
    operation.put("operationId", entry.id());
    if (entry.summary() != null) {
      operation.put("summary", entry.summary());
      operation.remove("description");
    }
    operation.path("parameters").forEach(parameter -> explain((ObjectNode) parameter));
    JsonNode body = entry.body();
    if (body != null) {
      operation
          .path("requestBody")
          .path("content")
          .forEach(media -> example((ObjectNode) media, body));
    }
    repeatIsTheSame();
    written(operation.path("requestBody"));
    operation.path("responses").forEach(GuidedOperation::written);
    operation
        .path("responses")
        .properties()
        .forEach(response -> answer(response.getKey(), response.getValue()));
  }

  private void explain(ObjectNode parameter) {
    String name = parameter.path("name").asText();
    JsonNode known = guide.parameter(name);
    if (!parameter.has("description") && known.has("description")) {
      parameter.set("description", known.get("description"));
    }
    if (parameter.path("schema").equals(string()) && known.has("schema")) {
      parameter.set("schema", known.get("schema").deepCopy());
    }
    parameter.remove("example");
    parameter.remove("examples");
    if (entry.with().has(name)) {
      parameter.set("example", fitting(entry.with().get(name), parameter.path("schema")));
    }
  }

  /** The framework reads an example as JSON where it begins with a brace, whatever it is of. */
  private static void written(JsonNode body) {
    for (Map.Entry<String, JsonNode> media : body.path("content").properties()) {
      boolean json = media.getKey().equals("application/json");
      boolean text = isText(media.getValue());
      for (JsonNode example : media.getValue().path("examples")) {
        JsonNode value = example.path("value");
        if (json && value.isTextual()) {
          ((ObjectNode) example).set("value", json(value.asText()));
        } else if (text && !value.isTextual()) {
          ((ObjectNode) example).put("value", value + "\n");
        }
      }
    }
  }

  /** What looks like a number in the guide is a text where the parameter is one. */
  private static JsonNode fitting(JsonNode example, JsonNode schema) {
    return schema.path("type").asText().equals("string") && !example.isTextual()
        ? TextNode.valueOf(example.asText())
        : example;
  }

  /** A writing operation answers 200 to a repeat with what it answered 201 to the first time. */
  private void repeatIsTheSame() {
    JsonNode first = operation.path("responses").path("201").path("content");
    for (Map.Entry<String, JsonNode> again :
        operation.path("responses").path("200").path("content").properties()) {
      JsonNode shape = first.path(again.getKey()).path("schema");
      if (again.getValue().path("schema").isEmpty() && !shape.isMissingNode()) {
        ((ObjectNode) again.getValue()).set("schema", shape.deepCopy());
      }
    }
  }

  private void answer(String status, JsonNode response) {
    if (!status.startsWith("2")) {
      return;
    }
    response
        .path("content")
        .properties()
        .forEach(media -> recorded(media.getKey(), (ObjectNode) media.getValue()));
    entry
        .then()
        .properties()
        .forEach(next -> lead((ObjectNode) response, next.getKey(), next.getValue()));
  }

  private void recorded(String type, ObjectNode media) {
    String ending = ENDINGS.get(type);
    boolean lineByLine = "ndjson".equals(ending) && !isText(media);
    if (ending == null || lineByLine) {
      return;
    }
    Guide.answer(entry.id(), ending)
        .ifPresent(
            text -> example(media, ending.equals("json") ? json(text) : TextNode.valueOf(text)));
  }

  private static void lead(ObjectNode response, String operationId, JsonNode parameters) {
    ObjectNode link = response.withObjectProperty("links").putObject(operationId);
    link.put("operationId", operationId);
    ObjectNode taken = link.putObject("parameters");
    parameters
        .properties()
        .forEach(one -> taken.put(one.getKey(), "$response.body#" + one.getValue().asText()));
  }

  private static void example(ObjectNode media, JsonNode value) {
    media.remove("examples");
    media.set("example", value.deepCopy());
  }

  private static boolean isText(JsonNode media) {
    return media.at("/schema/type").asText().equals("string");
  }

  private static JsonNode string() {
    return Json.lenient().createObjectNode().put("type", "string");
  }

  private static JsonNode json(String text) {
    try {
      return Json.lenient().readTree(text);
    } catch (JsonProcessingException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
