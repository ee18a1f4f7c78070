package duban.reporting.issue;

import static duban.reporting.Service.number;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import duban.contracts.Json;
import duban.contracts.plan.Target.Kind;
import duban.ledger.chain.LedgerEvent;
import duban.reporting.DistrictLedgers;
import duban.reporting.Service;
import duban.reporting.standing.Targets;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.time.Instant;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;

/** What a month's bulletin says. */
@QuarkusTest
class BulletinsTest extends PapersOfAYear {

  @Test
  void aBulletinSaysWhatWasReachedWhatFellBehindAndWhoIsSilent() {
    aYear();
    JsonNode answer = get(bulletin("2022-06"));
    JsonNode content = answer.path("content");
    assertThat(answer.path("state").textValue()).isEqualTo("draft");
    assertThat(content.path("heading").path("asOf").textValue()).isEqualTo("2022-06-30");
    assertThat(targets(content.path("reached"))).containsExactly(wujin.target("6.1"));
    assertThat(targets(content.path("madeUp"))).containsExactly(wujin.target("6.3"));
    assertThat(targets(content.path("behind")))
        .containsExactly(liyang.target("6.1"), wujin.target("6.2"));
    assertThat(targets(content.path("unreported"))).containsExactly(liyang.target("6.1"));
    JsonNode behind = content.path("behind").path(1);
    assertThat(behind.path("since").textValue()).isEqualTo("2022-01-02");
    assertThat(Service.target(city, wujin, "6.2").path("since").textValue())
        .isEqualTo("2022-01-02");
    assertThat(Service.target(city, wujin, "6.1").has("since")).isFalse();
    assertThat(behind.path("reason").path("zh").textValue()).contains("不足其 70%");
    JsonNode total = content.path("overview").path(0);
    assertThat(total.path("now").path("lights").path("achieved").intValue()).isEqualTo(1);
    assertThat(total.path("lastMonth").path("lights").path("behind").intValue()).isEqualTo(3);
    assertThat(total.path("lastYear").isMissingNode()).isTrue();
    JsonNode indicator = content.path("indicators").path(0);
    assertThat(number(indicator.path("total"), "reached")).isEqualByComparingTo("6325");
    assertThat(number(indicator.path("districts").path(0), "lastMonth"))
        .isEqualByComparingTo("0.3162");
    assertThat(indicator.path("districts").path(1).path("targets").path(0).textValue())
        .isEqualTo(liyang.target("6.1"));
    assertThat(content.path("problems").path("open").intValue()).isZero();
    assertThat(content.path("reporting")).hasSize(2);
  }

  @Test
  void aPlanThatCameAfterTheMonthIsNamed() throws IOException {
    wujin.recordsAt("2022-03-01T04:00:00Z");
    liyang.recordsAt("2022-06-30T04:00:00Z");
    wujin.publishes(Targets.of(Kind.QUANTITY).value("35"));
    liyang.publishes(Targets.of(Kind.QUANTITY).value("4700"));
    Service.after(city.viewer(), "/rollups?year=2022&scope=" + city.code(), wujin, liyang);
    JsonNode later = get(bulletin("2022-05")).path("content").path("publishedLater");
    assertThat(later.findValuesAsText("plan")).containsExactly(liyang.plan());
    assertThat(later.findValuesAsText("published")).containsExactly("2022-06-30");
    assertThat(get(bulletin("2022-06")).path("content").path("publishedLater")).isEmpty();
    try (XWPFDocument letter = new XWPFDocument(file(bulletin("2022-05") + "?format=docx"))) {
      assertThat(letter.getParagraphs().stream().map(paragraph -> paragraph.getText()))
          .anyMatch(text -> text.contains("于2022年6月30日发布，截至2022年5月31日尚未发布"));
    }
  }

  /** Whoever did not report for June by 5 July is not still waited for later on. */
  @Test
  void whoReportedIsToldAsItStandsWhenTheBulletinIsMade() throws IOException {
    wujin.recordsAt("2022-06-01T04:00:00Z");
    liyang.recordsAt("2022-06-01T04:00:00Z");
    wujin.publishes(Targets.of(Kind.QUANTITY).value("35"), Targets.of(Kind.QUANTITY).value("10"));
    liyang.publishes(Targets.of(Kind.QUANTITY).value("4700"));
    wujin.recordsAt("2022-07-05T04:00:00Z");
    wujin.reports("6.1", "2022-06-30", "3");
    wujin.recordsAt("2022-07-06T04:00:00Z");
    wujin.reports("6.2", "2022-06-30", "3");
    Service.after(city.viewer(), "/rollups?year=2022&scope=" + city.code(), wujin, liyang);
    assertThat(issue(bulletin("2022-06")).statusCode()).isEqualTo(201);
    JsonNode content = get(bulletin("2022-06")).path("content");
    assertThat(content.path("heading").path("asOf").textValue()).isEqualTo("2022-06-30");
    assertThat(content.path("heading").path("reportingAsOf").textValue())
        .isGreaterThan("2022-07-05");
    assertThat(reported(content, wujin)).isEqualTo("onTime 1, late 1, missing 0, pending 0");
    assertThat(reported(content, liyang)).isEqualTo("onTime 0, late 0, missing 1, pending 0");
    JsonNode proof = get(bulletin("2022-06") + "/proof");
    assertThat(proof.path("sameToday").booleanValue()).as("%s", proof).isTrue();
    String knownAt = content.path("heading").path("knownAt").textValue();
    String again = bulletin("2022-06") + "?draft=true&knownAt=" + knownAt;
    byte[] first = given().auth().oauth2(city.viewer()).get(again).asByteArray();
    wujin.recordsAt(Instant.now().toString());
    wujin.reports("6.2", "2022-06-30", "9");
    Service.after(city.viewer(), "/rollups?year=2022&scope=" + city.code(), wujin);
    assertThat(given().auth().oauth2(city.viewer()).get(again).asByteArray()).isEqualTo(first);
  }

  private static String reported(JsonNode content, DistrictLedgers district) {
    for (JsonNode line : content.path("reporting")) {
      if (line.path("district").textValue().equals(district.code())) {
        return "onTime %d, late %d, missing %d, pending %d"
            .formatted(
                line.path("onTime").intValue(),
                line.path("late").intValue(),
                line.path("missing").intValue(),
                line.path("pending").intValue());
      }
    }
    return "none";
  }

  @Test
  void everyFigureCanBeTracedToItsEvent() {
    aYear();
    JsonNode content = get(bulletin("2022-06")).path("content");
    assertThat(targets(content.path("targets"))).hasSize(4);
    int traced = 0;
    for (JsonNode line : content.path("targets")) {
      if (line.has("reached")) {
        LedgerEvent event = wujin.progress().at(line.path("trace").path("seq").asLong());
        assertThat(event.subject()).isEqualTo(line.path("target").textValue());
        assertThat(number(Service.parse(event.body()), "value"))
            .isEqualByComparingTo(number(line, "reached"));
        traced++;
      }
    }
    assertThat(traced).isEqualTo(3);
    JsonNode reached = content.path("reached").path(0).path("trace");
    assertThat(reached.path("seq").asLong()).isEqualTo(seatsReached.seq());
    assertThat(reached.path("events").intValue()).isEqualTo(2);
    JsonNode place = content.path("positions").path("progress/" + wujin.code());
    assertThat(place.path("seq").asLong()).isEqualTo(5);
    assertThat(place.path("hash").textValue()).isEqualTo(wujin.progress().last().hash().hex());
  }

  private void problem(String step, String recordedOn) {
    wujin.recordsOn(recordedOn);
    ObjectNode body =
        Json.lenient()
            .createObjectNode()
            .put("item", wujin.target("6"))
            .put("problem", "P")
            .put("due", "2022-05-20")
            .put("text", "围墙开裂");
    String id = "p-" + wujin.code() + "-" + (wujin.progress().seq() + 1);
    wujin.progress().say(id, "problem." + step, wujin.target("6"), "P", body);
  }

  /** Made at the end of June for April and May, when the problem had long been opened again. */
  @Test
  void aBulletinMadeLaterTellsTheProblemsAsTheyStoodAtItsMonthsEnd() {
    aYear();
    problem("opened", "2022-04-10");
    problem("rectified", "2022-05-10");
    problem("verified", "2022-05-12");
    problem("reopened", "2022-06-10");
    Service.after(city.viewer(), "/rollups?year=2022&scope=" + city.code(), wujin);
    JsonNode april = get(bulletin("2022-04")).path("content").path("problems");
    assertThat(april.path("open").intValue()).isOne();
    assertThat(april.path("opened")).hasSize(1);
    assertThat(april.path("overdue")).isEmpty();
    JsonNode may = get(bulletin("2022-05")).path("content").path("problems");
    assertThat(may.path("closed").intValue()).isOne();
    assertThat(may.path("verified").findValuesAsText("problem")).containsExactly("P");
    JsonNode june = get(bulletin("2022-06")).path("content").path("problems");
    assertThat(june.path("open").intValue()).isOne();
    assertThat(june.path("overdue")).hasSize(1);
  }
}
