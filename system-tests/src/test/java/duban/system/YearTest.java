package duban.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import duban.system.Client.Reply;
import java.math.BigDecimal;
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
      JsonNode content = read.body().path("content");
      for (JsonNode target : content.path("targets")) {
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

  /** They were issued on the year's last day, on which December's reports were not due yet. */
  @Test
  @Order(3)
  void noBulletinWaitsForReportsThatWereDueBeforeItWasIssued() {
    for (String paper : papers().subList(0, 11)) {
      JsonNode content = bureau.get("/api/v1" + paper).body().path("content");
      assertThat(content.path("heading").path("reportingAsOf").asText())
          .as(paper)
          .isEqualTo("2022-12-31");
      for (JsonNode district : content.path("reporting")) {
        assertThat(district.path("pending").asInt()).as("%s: %s", paper, district).isZero();
      }
    }
  }

  @Test
  @Order(3)
  void theSummaryTellsBothAppraisalsAndSinceWhenWhatLags() {
    JsonNode content = bureau.get("/api/v1/summaries/320400/2022").body().path("content");
    assertThat(content.path("appraisals").findValuesAsText("grade"))
        .containsExactlyInAnyOrder("优秀", "良好");
    assertThat(content.path("appraisals").findValuesAsText("on"))
        .containsExactly("2022-12-30", "2022-12-30");
    for (JsonNode target : content.path("targets")) {
      boolean red = List.of("behind", "overdue").contains(target.path("light").asText());
      assertThat(target.has("since")).as("%s", target).isEqualTo(red);
    }
  }

  @Test
  @Order(3)
  void aProgrammeIsSeenOverItsYearsAndATargetByItsParts() {
    JsonNode line = bureau.get("/api/v1/programmes/wujin-smart-classrooms/line").body();
    assertThat(line.path("years").findValuesAsText("year")).startsWith("2021").contains("2022");
    JsonNode parts = bureau.get("/api/v1/targets/320412-2022.11.3").body().path("parts");
    assertThat(parts.findValuesAsText("key")).containsExactly("primary", "junior", "senior");
    for (JsonNode part : parts) {
      assertThat(part.path("light").asText()).as("%s", part).isEqualTo("achieved");
    }
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

  /** Whether the places a figure names are events of that target, which come to that figure. */
  private boolean isIn(Map<String, Map<Long, JsonNode>> ledgers, JsonNode target) {
    Map<Long, JsonNode> ledger =
        ledgers.computeIfAbsent(target.path("trace").path("ledger").asText(), this::events);
    String id = target.path("target").asText();
    Map<String, BigDecimal> byPart = new HashMap<>();
    for (JsonNode place : target.path("basis")) {
      JsonNode event = ledger.get(place.asLong());
      if (event == null || !id.startsWith(event.path("subject").asText())) {
        return false;
      }
      JsonNode body = event.path("body");
      String part = body.path("part").asText();
      switch (event.path("type").asText()) {
        case "progress.reported" -> byPart.put(part, figure(body));
        case "progress.added" ->
            byPart.merge(part, body.path("amount").decimalValue(), BigDecimal::add);
        default -> {
          // A step or words: their place alone is looked at.
          return true;
        }
      }
    }
    BigDecimal sum = byPart.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    String said = target.has("numerator") ? "numerator" : "reached";
    return !byPart.isEmpty() && sum.compareTo(target.path(said).decimalValue()) == 0;
  }

  private static BigDecimal figure(JsonNode report) {
    return report.path(report.has("numerator") ? "numerator" : "value").decimalValue();
  }
}
