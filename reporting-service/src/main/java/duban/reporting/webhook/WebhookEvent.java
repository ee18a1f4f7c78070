package duban.reporting.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a webhook may ask for. */
enum WebhookEvent {
  ITEM_REMINDED("item.reminded"),
  ITEM_URGED("item.urged"),
  PROBLEM_OPENED("problem.opened"),
  PROBLEM_OVERDUE("problem.overdue"),
  REPORT_DUE("report.due"),
  TARGET_LIGHT("target.light"),

  /** Changes were missed; told to every webhook, whatever it asked for. */
  SNAPSHOT("snapshot");

  private final String word;

  WebhookEvent(String word) {
    this.word = word;
  }

  String word() {
    return word;
  }

  static List<String> words() {
    return Stream.of(values()).filter(event -> event != SNAPSHOT).map(WebhookEvent::word).toList();
  }

  static Optional<WebhookEvent> ofWord(String word) {
    return Stream.of(values()).filter(event -> event.word.equals(word)).findFirst();
  }

  /** What a change of the feed may be told as; empty for what is nobody's business. */
  static Optional<WebhookEvent> of(String kind, JsonNode row) {
    return switch (kind) {
      case "event" ->
          ofWord(row.path("type").asText())
              .filter(event ->
                  event == ITEM_REMINDED || event == ITEM_URGED || event == PROBLEM_OPENED);
      case "problem" ->
          row.path("overdue").asBoolean() ? Optional.of(PROBLEM_OVERDUE) : Optional.empty();
      case "target" -> Optional.of(TARGET_LIGHT);
      default -> Optional.empty();
    };
  }

  /**
   * What makes two changes the same message: a problem turns overdue once for each due day, however
   * often its row comes by.
   */
  String sameAs(String key, JsonNode row, long no) {
    return switch (this) {
      case PROBLEM_OVERDUE -> key + "/" + row.path("due").asText();
      case ITEM_REMINDED, ITEM_URGED, PROBLEM_OPENED, REPORT_DUE, SNAPSHOT -> key;
      case TARGET_LIGHT -> key + "/" + no;
    };
  }
}
