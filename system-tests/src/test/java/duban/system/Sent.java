package duban.system;

import com.fasterxml.jackson.databind.JsonNode;
import duban.system.Described.Operation;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One example of a body, ready to be sent; or the sending of none. */
record Sent(String name, Optional<String> type, BodyPublisher publisher) {

  private static final String BOUNDARY = "an-example-of-duban";

  static List<Sent> of(Operation operation) {
    List<Sent> all = new ArrayList<>();
    for (Map.Entry<String, JsonNode> media :
        operation.described().at("/requestBody/content").properties()) {
      JsonNode said = media.getValue();
      if (said.has("example")) {
        all.add(of("the example", media.getKey(), said.get("example")));
      }
      said.path("examples")
          .properties()
          .forEach(one -> all.add(of(one.getKey(), media.getKey(), one.getValue().get("value"))));
    }
    return all.isEmpty()
        ? List.of(new Sent("no body", Optional.empty(), BodyPublishers.noBody()))
        : all;
  }

  private static Sent of(String name, String type, JsonNode value) {
    String text = value.isTextual() ? value.asText() : value.toString();
    return switch (type) {
      case "multipart/form-data" ->
          new Sent(
              name,
              Optional.of(type + "; boundary=" + BOUNDARY),
              BodyPublishers.ofString(form(value)));
      case "*/*" ->
          new Sent(name, Optional.of("application/octet-stream"), BodyPublishers.ofString(text));
      default -> new Sent(name, Optional.of(type), BodyPublishers.ofString(text));
    };
  }

  private static String form(JsonNode fields) {
    StringBuilder form = new StringBuilder();
    for (Map.Entry<String, JsonNode> field : fields.properties()) {
      String file = field.getKey().equals("file") ? "; filename=\"plan.txt\"" : "";
      form.append("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"")
          .append(field.getKey() + "\"" + file + "\r\n\r\n" + field.getValue().asText() + "\r\n");
    }
    return form.append("--" + BOUNDARY + "--\r\n").toString();
  }
}
