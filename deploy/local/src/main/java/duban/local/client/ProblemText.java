package duban.local.client;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import duban.contracts.Json;
import java.util.ArrayList;
import java.util.List;

/** A problem document as one line for a person. */
public final class ProblemText {

  private ProblemText() {}

  public static String of(String body) {
    try {
      return body.isBlank() ? "no reason given" : of(Json.lenient().readTree(body));
    } catch (JacksonException notJson) {
      return body.strip();
    }
  }

  /** The title, and then the fields at fault; without any, what the document says itself. */
  public static String of(JsonNode problem) {
    List<String> words = new ArrayList<>();
    for (JsonNode field : problem.path("errors")) {
      words.add((field.path("pointer").asText() + " " + field.path("detail").asText()).strip());
    }
    if (words.isEmpty() && problem.hasNonNull("detail")) {
      words.add(problem.path("detail").asText());
    }
    String details = String.join("; ", words);
    String title = problem.path("title").asText();
    if (title.isBlank()) {
      return details.isBlank() ? problem.toString() : details;
    }
    return details.isBlank() ? title : title + ": " + details;
  }
}
