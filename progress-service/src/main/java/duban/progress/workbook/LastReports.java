package duban.progress.workbook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import duban.contracts.EventTypes;
import duban.contracts.Json;
import duban.contracts.Ledgers;
import duban.ledger.chain.LedgerEvent;
import duban.ledger.read.LedgerReader;
import duban.progress.ledger.Database;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the report that is spoken of where a row explains and says no figure: its last one. */
final class LastReports {

  private static final int PAGE = 200;

  /** A target with more reports in a year than this is explained by an event of its own. */
  private static final int MOST_PAGES = 25;

  private final LedgerReader reader;
  private final String ledger;

  LastReports(LedgerReader reader, String district) {
    this.reader = reader;
    this.ledger = Ledgers.progress(district);
  }

  /**
   * The id of the report of the latest day; of two for one day the one recorded later.
   *
   * @throws duban.door.ProblemException TRY_LATER when the database does not answer
   */
  Optional<String> find(String target, @Nullable String part) {
    Map<String, String> days = new LinkedHashMap<>();
    long after = 0;
    for (int page = 0; page < MOST_PAGES; page++) {
      List<LedgerEvent> events = Database.await(reader.bySubject(ledger, target, after, PAGE));
      events.forEach(event -> note(event, part, days));
      if (events.size() < PAGE) {
        break;
      }
      after = events.getLast().seq();
    }
    return days.entrySet().stream()
        .reduce((best, next) -> next.getValue().compareTo(best.getValue()) < 0 ? best : next)
        .map(Map.Entry::getKey);
  }

  private static void note(LedgerEvent event, @Nullable String part, Map<String, String> days) {
    if (event.body() == null) {
      return;
    }
    JsonNode body = read(event.body());
    switch (EventTypes.brief(event.type())) {
      case "progress.reported" -> keep(event, body, body.path("asOf"), part, days);
      case "progress.added" -> keep(event, body, body.path("on"), part, days);
      case "event.voided" -> days.remove(body.path("event").asText());
      default -> {}
    }
  }

  private static void keep(
      LedgerEvent event,
      JsonNode body,
      JsonNode day,
      @Nullable String part,
      Map<String, String> days) {
    if (body.path("part").asText("").equals(part == null ? "" : part)) {
      days.put(event.id(), day.asText());
    }
  }

  private static JsonNode read(String body) {
    try {
      return Json.lenient().readTree(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a body that is not JSON", e);
    }
  }
}
