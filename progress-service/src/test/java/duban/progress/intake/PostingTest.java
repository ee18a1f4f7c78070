package duban.progress.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import duban.contracts.Json;
import duban.progress.District;
import duban.progress.OnRealInfrastructure;
import duban.progress.Service;
import duban.testkit.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PostingTest extends OnRealInfrastructure {

  @Test
  void oneEventIsAppended() {
    District district = District.withPlan();
    Service.post(district, Service.reported(district, "a-1", 3200))
        .then()
        .statusCode(201)
        .contentType("application/json")
        .body("ledger", equalTo("progress/" + district.code()))
        .body("seq", equalTo(1))
        .body("hash", matchesPattern("[0-9a-f]{64}"))
        .body("recordedAt", matchesPattern("20.*Z"));
  }

  @Test
  void aRepeatIsAnsweredAsTheFirstTime() {
    District district = District.withPlan();
    ObjectNode event = Service.reported(district, "a-1", 3200);
    String first = Service.post(district, event).asString();
    Response again = Service.post(district, event);
    again.then().statusCode(200);
    assertThat(again.asString()).isEqualTo(first);
    assertThat(Service.seq(district)).isEqualTo(1);
  }

  @Test
  void aColleagueMayRepeatWhatAnotherBegan() {
    District district = District.withPlan();
    String event = Service.reported(district, "a-1", 3200).toString();
    Service.post(district, event(district, "first"), "application/json", event)
        .then()
        .statusCode(201);
    Service.post(district, event(district, "second"), "application/json", event)
        .then()
        .statusCode(200);
  }

  @Test
  void theSameNumberWrittenOtherwiseIsTheSameContent() {
    District district = District.withPlan();
    String event = Service.reported(district, "a-1", 3200).toString();
    Service.post(district, district.reporter(), "application/json", event).then().statusCode(201);
    Service.post(
            district, district.reporter(), "application/json", event.replace("3200", "3200.00"))
        .then()
        .statusCode(200);
  }

  @Test
  void otherContentUnderTheSameIdIsAConflict() {
    District district = District.withPlan();
    Service.post(district, Service.reported(district, "a-1", 3200)).then().statusCode(201);
    Service.post(district, Service.reported(district, "a-1", 3300))
        .then()
        .statusCode(409)
        .contentType("application/problem+json")
        .body("type", equalTo("https://duban.cn/problems/event-id-conflict"))
        .body("errors[0].pointer", equalTo("/id"));
    assertThat(Service.seq(district)).isEqualTo(1);
  }

  @Test
  void whoNamesThePositionAppendsThereOrNowhere() {
    District district = District.withPlan();
    Service.post(district, Service.reported(district, "a-1", 3200)).then().statusCode(201);
    postAt(district, "0", Service.reported(district, "a-2", 3300))
        .then()
        .statusCode(409)
        .body("type", equalTo("https://duban.cn/problems/unexpected-position"))
        .body("detail", containsString(" 1"));
    assertThat(Service.seq(district)).isEqualTo(1);

    postAt(district, "1", Service.reported(district, "a-2", 3300)).then().statusCode(201);
    // A repeat finds its own event behind the position, which is no reason to refuse it.
    postAt(district, "1", Service.reported(district, "a-2", 3300)).then().statusCode(200);
    postAt(district, "1", correction(district, "a-2", "a-3", "a-4")).then().statusCode(409);
    postAt(district, "2", correction(district, "a-2", "a-3", "a-4")).then().statusCode(201);
  }

  @Test
  void aPositionThatIsNoneIsRefused() {
    District district = District.withPlan();
    for (String position : new String[] {"", "-1", "one", "9999999999999999999"}) {
      postAt(district, position, Service.reported(district, "a-1", 1)).then().statusCode(400);
    }
    given()
        .auth()
        .oauth2(district.reporter())
        .header("Duban-Expected-Seq", "0")
        .contentType("application/x-ndjson")
        .body(Service.reported(district, "a-1", 1).toString().getBytes(StandardCharsets.UTF_8))
        .post("/api/v1/districts/{code}/events", district.code())
        .then()
        .statusCode(400);
    assertThat(Service.seq(district)).isZero();
  }

  private static Response postAt(District district, String seq, JsonNode body) {
    return given()
        .auth()
        .oauth2(district.reporter())
        .header("Accept-Language", "en")
        .header("Duban-Expected-Seq", seq)
        .contentType("application/json")
        .body(body.toString())
        .post("/api/v1/districts/{code}/events", district.code());
  }

  @Test
  void aCorrectionIsKeptWhole() {
    District district = District.withPlan();
    Service.post(district, Service.reported(district, "a-1", 3200)).then().statusCode(201);
    Service.post(district, correction(district, "a-1", "a-2", "a-3"))
        .then()
        .statusCode(201)
        .body("events", hasSize(2))
        .body("events[0].seq", equalTo(2))
        .body("events[1].seq", equalTo(3));
    Service.post(district, correction(district, "a-1", "a-2", "a-3"))
        .then()
        .statusCode(200)
        .body("events[1].seq", equalTo(3));
  }

  @Test
  void anArrayOfWhichOneIsRefusedLeavesNothing() {
    District district = District.withPlan();
    Service.post(district, Service.reported(district, "a-1", 3200)).then().statusCode(201);
    Service.post(district, correction(district, "a-1", "a-2", "a-3")).then().statusCode(201);
    // a-1 is voided by now: the ledger itself refuses the first, so the second is not kept either.
    Service.post(district, correction(district, "a-1", "a-4", "a-5"))
        .then()
        .statusCode(422)
        .body("type", equalTo("https://duban.cn/problems/already-voided"))
        .body("errors[0].pointer", equalTo("/0/event"));
    assertThat(Service.seq(district)).isEqualTo(3);
  }

  @Test
  void anArrayMayVoidWhatItAdds() {
    District district = District.withPlan();
    ArrayNode array = Json.lenient().createArrayNode();
    array.add(Service.reported(district, "a-1", 1));
    array.add(Service.event("a-2", "event.voided").put("event", "a-1").put("reason", "x"));
    Service.post(district, array).then().statusCode(201);
    ArrayNode early = Json.lenient().createArrayNode();
    early.add(Service.event("b-2", "event.voided").put("event", "b-1").put("reason", "x"));
    early.add(Service.reported(district, "b-1", 1));
    Service.post(district, early)
        .then()
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/0/event"));
  }

  @Test
  void aRepeatIsAnsweredAlikeAfterThePlanWasClosed() {
    District district = District.withPlan();
    ObjectNode event = Service.reported(district, "a-1", 3200);
    String first = Service.post(district, event).asString();
    district.send(district.closes());
    org.awaitility.Awaitility.await()
        .untilAsserted(() ->
            Service.post(district, Service.reported(district, Service.newId(), 1))
                .then()
                .statusCode(422)
                .body("type", equalTo("https://duban.cn/problems/plan-closed")));
    Response again = Service.post(district, event);
    again.then().statusCode(200);
    assertThat(again.asString()).isEqualTo(first);
    Service.post(district, Service.reported(district, "a-1", 1)).then().statusCode(409);
  }

  @Test
  void everyTypeIsTaken() {
    District district = District.withPlan();
    String item = district.plan() + ".3";
    String admin = Service.cityAdmin();
    for (ObjectNode event :
        List.of(
            Service.reported(district, "e-1", 1),
            Service.event("e-2", "progress.added")
                .put("target", district.target("6.1"))
                .put("on", "2022-07-01")
                .put("amount", 12.5),
            Service.event("e-3", "milestone.reached")
                .put("target", district.target("6.2"))
                .put("milestone", "topped-out")
                .put("on", "2022-07-01"),
            Service.event("e-4", "item.noted").put("item", item).put("stage", "推进中"),
            Service.event("e-5", "problem.opened")
                .put("item", item)
                .put("problem", "p-1")
                .put("due", "2022-09-01")
                .put("text", "进度滞后"),
            Service.event("e-6", "problem.rectified").put("item", item).put("problem", "p-1"),
            Service.event("e-7", "problem.verified").put("item", item).put("problem", "p-1"),
            Service.event("e-8", "problem.reopened").put("item", item).put("problem", "p-1"),
            Service.event("e-9", "report.verified").put("event", "e-1"),
            Service.event("e-10", "report.disputed").put("event", "e-2").put("reason", "无佐证"),
            Service.event("e-11", "event.voided").put("event", "e-2").put("reason", "误报"))) {
      Service.post(district, admin, "application/json", event.toString()).then().statusCode(201);
    }
    assertThat(Service.seq(district)).isEqualTo(11);
  }

  @Test
  void theBureausWordIsNotTheDistrictsToSay() {
    District district = District.withPlan();
    Service.post(district, Service.reported(district, "a-1", 1)).then().statusCode(201);
    for (String type : List.of("report.verified", "report.disputed")) {
      Service.post(district, Service.event("v", type).put("event", "a-1").put("reason", "x"))
          .then()
          .statusCode(403)
          .body("errors[0].pointer", equalTo("/type"));
    }
    Service.post(
            district,
            Service.event("v", "problem.verified")
                .put("item", district.plan() + ".3")
                .put("problem", "p"))
        .then()
        .statusCode(403);
  }

  private static String event(District district, String who) {
    return Tokens.mint(who, List.of("district-reporter"), List.of(district.code()));
  }

  private static ArrayNode correction(District district, String of, String voiding, String anew) {
    ArrayNode array = Json.lenient().createArrayNode();
    array.add(Service.event(voiding, "event.voided").put("event", of).put("reason", "重复计算"));
    array.add(Service.reported(district, anew, 2900));
    return array;
  }
}
