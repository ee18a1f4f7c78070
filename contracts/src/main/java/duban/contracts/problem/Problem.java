package duban.contracts.problem;

import duban.contracts.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A refusal as a value; {@link #document} writes it as RFC 9457 says. */
public record Problem(ProblemType type, Text detail, List<FieldProblem> errors) {

  public static Problem of(ProblemType type, String zh, String en) {
    return new Problem(type, new Text(zh, en), List.of());
  }

  public static Problem at(ProblemType type, String pointer, String zh, String en) {
    return new Problem(type, new Text(zh, en), List.of(FieldProblem.at(pointer, zh, en)));
  }

  /** The document in the caller's language ("zh" or "en"), ready to be written as JSON. */
  public Map<String, Object> document(String language) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("type", type.uri());
    document.put("title", type.title().in(language));
    document.put("status", type.status());
    document.put("detail", detail.in(language));
    if (!errors.isEmpty()) {
      document.put(
          "errors",
          errors.stream()
              .map(e -> Map.of("pointer", e.pointer(), "detail", e.detail().in(language)))
              .toList());
    }
    return document;
  }
}
