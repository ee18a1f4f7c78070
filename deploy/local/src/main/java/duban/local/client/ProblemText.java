package duban.local.client;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import duban.contracts.Json;
import java.util.ArrayList;
import java.util.List;

/** A problem document as one line for a person. */
final class ProblemText {

  private ProblemText() {}

  static String of(String body) {
    try {
      return of(Json.lenient().readTree(body));
    } catch (JacksonException notJson) {
      return body.strip();
    }
  }

  static String of(JsonNode problem) {
    List<String> words = new ArrayList<>();
    add(words, problem.path("title").asText());
    add(words, problem.path("detail").asText());
    for (JsonNode field : problem.path("errors")) {
      add(words, (field.path("pointer").asText() + " " + field.path("detail").asText()).strip());
    }
    return words.isEmpty() ? problem.toString() : String.join("; ", words);
  }

  private static void add(List<String> words, String word) {
    if (!word.isBlank() && !words.contains(word)) {
      words.add(word);
    }
  }
}
