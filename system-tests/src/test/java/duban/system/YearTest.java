package duban.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import duban.system.Client.Reply;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The sample's year to its end: a bulletin for each month and the year's summary, every figure of
 * which is found in a ledger. It moves the system's day, so its class is the last to run.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class YearTest {

  private final RunningSystem system = RunningSystem.shared();
  private final Client bureau = new Client(system, system.token("city-admin"));

  @Test
  @Order(1)
  void theYearIsPlayedToItsEnd() {
    var ended = system.run(List.of("play", "--to", "2022-12-31", "--speed", "1ms"));

    assertThat(ended.code()).as(ended.output()).isZero();
    assertThat(ended.output()).contains("2022-12-31");
  }

  @Test
  @Order(2)
  void eachMonthHasItsBulletinAndTheYearItsSummaryAndEveryFigureIsInALedger() {
    Map<String, Map<Long, JsonNode>> ledgers = new HashMap<>();
    List<String> untrue = new ArrayList<>();
    int figures = 0;
    for (String paper : papers()) {
      Reply issued = bureau.post("/api/v1" + paper + "/issue", "application/json", "{}");
      assertThat(issued.status()).as("%s: %s", paper, issued.body()).isIn(200, 201);
      Reply read = bureau.get("/api/v1" + paper);
      assertThat(read.body().path("state").asText()).as(paper).isEqualTo("issued");
      for (JsonNode target : read.body().path("content").path("targets")) {
        if (target.has("reached")) {
          figures++;
          if (!isIn(ledgers, target)) {
            untrue.add(paper + " " + target.path("target").asText());
          }
        }
      }
    }
    assertThat(figures).isGreaterThan(900);
    assertThat(untrue).isEmpty();
  }

  @Test
  @Order(3)
  void whatWasIssuedIsProved() {
    JsonNode proof = bureau.get("/api/v1/bulletins/320400/2022-06/proof").body();

    assertThat(proof.path("proved").booleanValue()).as("%s", proof).isTrue();
  }

  @Test
  @Order(4)
  void aRebuildLeavesWhatWasThere() {
    var ended = system.run(List.of("rebuild", "--json"));

    assertThat(ended.code()).as(ended.output()).isZero();
    assertThat(ended.output()).contains("\"identical\"").doesNotContain("\"identical\":false");
  }

  private static List<String> papers() {
    List<String> papers = new ArrayList<>();
    for (int month = 1; month <= 12; month++) {
      papers.add("/bulletins/320400/2022-%02d".formatted(month));
    }
    papers.add("/summaries/320400/2022");
    return papers;
  }

  /** Every event of a ledger by its place. */
  private Map<Long, JsonNode> events(String ledger) {
    Map<Long, JsonNode> events = new HashMap<>();
    long after = 0;
    JsonNode page;
    do {
      page =
          bureau
              .get("/api/v1/ledgers/" + ledger + "/events?limit=500&after=" + after)
              .body()
              .path("events");
      for (JsonNode event : page) {
        after = event.path("seq").asLong();
        events.put(after, event);
      }
    } while (!page.isEmpty());
    return events;
  }

  /** Whether the place a figure names is an event of that target, which says that figure. */
  private boolean isIn(Map<String, Map<Long, JsonNode>> ledgers, JsonNode target) {
    JsonNode trace = target.path("trace");
    JsonNode event =
        ledgers
            .computeIfAbsent(trace.path("ledger").asText(), this::events)
            .get(trace.path("seq").asLong());
    String id = target.path("target").asText();
    if (event == null || !id.startsWith(event.path("subject").asText())) {
      return false;
    }
    JsonNode value = event.path("body").path("value");
    return !event.path("type").asText().equals("progress.reported")
        || value.isMissingNode()
        || value.decimalValue().compareTo(target.path("reached").decimalValue()) == 0;
  }
}
