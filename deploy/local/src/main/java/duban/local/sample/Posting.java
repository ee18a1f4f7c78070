package duban.local.sample;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;

/**
 * What is handed in together on a day: one event, or several that count only as a whole.
 *
 * @param events as {@code POST /api/v1/districts/{code}/events} takes them
 */
public record Posting(LocalDate day, String district, Voice voice, List<JsonNode> events) {

  boolean isWhole() {
    return events.size() > 1;
  }
}
