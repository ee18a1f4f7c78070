package duban.reporting.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import duban.contracts.Json;
import duban.contracts.plan.Target.Kind;
import duban.ledger.chain.LedgerEvent;
import duban.reporting.City;
import duban.reporting.DistrictLedgers;
import duban.reporting.OnRealInfrastructure;
import duban.reporting.Owners;
import duban.reporting.Service;
import duban.reporting.standing.Targets;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The loop of supervision; today is 30 June 2022. */
@QuarkusTest
class SupervisionTest extends OnRealInfrastructure {

  @Inject Reminders reminders;

  private final City city = City.fresh();
  private final DistrictLedgers wujin = city.district();

  @BeforeEach
  void publish() {
    wujin.recordsOn("2022-06-29");
    wujin.publishes(
        Targets.of(Kind.QUANTITY).value("10").due("2022-07-04"),
        Targets.of(Kind.QUANTITY).value("10").due("2022-06-28"),
        Targets.of(Kind.QUANTITY).value("10").due("2022-06-01"),
        Targets.of(Kind.QUANTITY).value("10").due("2022-07-05"),
        Targets.of(Kind.QUANTITY).value("10").due("2022-07-08"));
  }

  @AfterEach
  void back() {
    Owners.answer(201);
  }

  private ObjectNode body() {
    return Json.lenient().createObjectNode().put("item", wujin.target("6"));
  }

  private LedgerEvent says(String type, ObjectNode body) {
    String id = "s-" + wujin.code() + "-" + (wujin.progress().seq() + 1);
    String subject = body.path("item").asText(wujin.plan());
    return wujin.progress().say(id, type, subject, null, body);
  }

  private JsonNode get(String path) {
    return Service.after(city.viewer(), path, wujin);
  }

  @Test
  void anItemGoesRoundItsLoopWithWhoAndWhen() {
    assertThat(item("").path("state").textValue()).isEqualTo("assigned");
    assertThat(item("").path("acceptanceOverdue").booleanValue()).isFalse();
    String late = item("").path("acceptanceDue").textValue().replaceFirst("-[0-9]+$", "-31");
    assertThat(
            get("/supervision?year=2022&scope=" + city.code() + "&asOf=2099-01-01")
                .path("acceptanceOverdue")
                .intValue())
        .as("nobody accepted by %s", late)
        .isEqualTo(1);
    LedgerEvent accepted = says("item.accepted", body().put("on", "2022-02-01"));
    wujin.reports("6.1", "2022-06-30", "3");
    wujin.notes("2022-06-30", 30);
    says("item.urged", body().put("on", "2022-06-29").put("target", wujin.target("6.2")));
    says("item.completed", body());
    LedgerEvent returned = says("item.returned", body().put("text", "材料不全"));
    JsonNode now = item("");
    assertThat(now.path("state").textValue()).isEqualTo("returned");
    assertThat(now.path("reports").intValue()).isEqualTo(2);
    assertThat(now.path("calls").intValue()).isEqualTo(1);
    assertThat(now.path("accepted").path("by").textValue()).isEqualTo("tester");
    assertThat(now.path("accepted").path("recordedAt").textValue())
        .isEqualTo(accepted.recordedAt().toString());
    assertThat(now.path("returned").path("text").textValue()).isEqualTo("材料不全");
    String then = "&knownAt=" + returned.recordedAt().minusMillis(1);
    assertThat(item(then).path("state").textValue()).isEqualTo("completed");
    JsonNode trail = get("/items/" + wujin.target("6"));
    assertThat(trail.path("steps").findValuesAsText("kind"))
        .containsExactly("accepted", "urged", "completed", "returned");
    assertThat(trail.path("published").path(0).path("revision").intValue()).isEqualTo(1);
    assertThat(trail.path("history").findValuesAsText("type"))
        .containsExactly(
            "item.returned",
            "item.completed",
            "item.urged",
            "item.noted",
            "progress.reported",
            "item.accepted");
    assertThat(get("/supervision?year=2022&state=accepted&scope=" + city.code()).path("items"))
        .isEmpty();
    assertThat(get("/supervision?year=2022&scope=" + city.code()).path("counts").toString())
        .isEqualTo("{\"returned\":1}");
  }

  @Test
  void anItemSaysWhichOfItsTargetsOweAnExplanationInTheWordsOfTheirStanding() {
    String list = "/supervision?year=2022&scope=" + wujin.code();
    wujin.reports("6.4", "2022-06-29", "9");
    assertThat(get(list).path("explanationDue").intValue()).isZero();
    LedgerEvent low = wujin.reports("6.1", "2022-06-29", "1");
    JsonNode owed = item("").path("explanationsDue");
    assertThat(owed.findValuesAsText("target")).containsExactly(wujin.target("6.1"));
    assertThat(owed.path(0).path("explanationDue"))
        .isEqualTo(get("/targets/" + wujin.target("6.1")).path("explanationDue"))
        .isNotEmpty();
    assertThat(get("/items/" + wujin.target("6")).path("item").path("explanationsDue"))
        .isEqualTo(owed);
    assertThat(get(list).path("explanationDue").intValue()).isOne();
    assertThat(get(list + "&explanationDue=true").path("items")).hasSize(1);
    assertThat(get(list + "&explanationDue=false").path("items")).isEmpty();
    assertThat(get(list + "&explanationDue=true&asOf=2022-06-28").path("items")).isEmpty();
    LedgerEvent explained = wujin.answers("report.explained", low);
    assertThat(get(list + "&explanationDue=true").path("items")).isEmpty();
    String before = "&knownAt=" + explained.recordedAt().minusMillis(1);
    assertThat(get(list + "&explanationDue=true" + before).path("items")).hasSize(1);
    assertThat(Service.get(city.viewer(), list + "&explanationDue=maybe").statusCode())
        .isEqualTo(400);
  }

  /**
   * Of the district alone: the catalogue came later than a moment of 2022, and with it the city.
   */
  private JsonNode item(String more) {
    return get("/supervision?year=2022&scope=" + wujin.code() + more).path("items").path(0);
  }

  @Test
  void aPlanIsAppraised() {
    ObjectNode first = Json.lenient().createObjectNode().put("plan", wujin.plan());
    says("appraisal.given", first.deepCopy().put("score", 87.5));
    says("appraisal.given", first.deepCopy().put("score", 90).put("grade", "优秀"));
    JsonNode appraisals = get("/appraisals?year=2022&scope=" + city.code()).path("appraisals");
    assertThat(appraisals).hasSize(2);
    assertThat(appraisals.path(0).path("grade").textValue()).isEqualTo("优秀");
    assertThat(appraisals.path(0).path("current").booleanValue()).isTrue();
    assertThat(appraisals.path(1).path("current").booleanValue()).isFalse();
  }

  /** Those of this test's district, that came since a count. */
  private List<String> posted(int since) {
    List<String> ids = new ArrayList<>();
    JsonNode all = Owners.posted();
    for (int i = since; i < all.size(); i++) {
      if (all.path(i).path("id").textValue().contains(wujin.code())) {
        ids.add(all.path(i).path("id").textValue());
      }
    }
    return ids;
  }

  @Test
  void theCalendarRemindsAndCallsOnceForEachTargetAndStage() {
    wujin.reports("6.4", "2022-06-30", "10");
    get("/targets/" + wujin.target("6.1"));
    int before = Owners.posted().size();
    reminders.remind().await().atMost(Duration.ofSeconds(20));
    assertThat(posted(before))
        .containsExactly(
            "urged-" + wujin.target("6.2") + "-2022-06-28",
            "reminded-" + wujin.target("6.1") + "-2022-07-04");
    says(
        "item.urged",
        body().put("on", "2022-06-30").put("due", "2022-06-28").put("target", wujin.target("6.2")));
    says(
        "item.reminded",
        body().put("on", "2022-06-30").put("due", "2022-07-04").put("target", wujin.target("6.1")));
    get("/targets/" + wujin.target("6.1"));
    int again = Owners.posted().size();
    reminders.remind().await().atMost(Duration.ofSeconds(20));
    assertThat(posted(again)).isEmpty();
  }

  @Test
  void whatIsRefusedForGoodIsNotPostedForEver() {
    get("/targets/" + wujin.target("6.1"));
    Owners.answer(422);
    int before = Owners.posted().size();
    reminders.remind().await().atMost(Duration.ofSeconds(20));
    assertThat(posted(before)).hasSize(3);
    Owners.answer(201);
    int again = Owners.posted().size();
    reminders.remind().await().atMost(Duration.ofSeconds(20));
    assertThat(posted(again)).isEmpty();
  }
}
