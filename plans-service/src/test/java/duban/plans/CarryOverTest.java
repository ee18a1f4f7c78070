package duban.plans;

import static duban.plans.Story.as;
import static duban.plans.Story.bureau;
import static duban.plans.Story.problem;
import static duban.plans.Story.publish;
import static duban.plans.Story.wujin;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each test carries over between two years of Wujin that no other test has. */
@QuarkusTest
class CarryOverTest {

  private static final String PLANS = "/api/v1/plans/";

  @BeforeEach
  void theCatalogueKnowsNewSeats() {
    Story.defineNewSeats();
  }

  /** Two targets in item 6; the second is due in June. */
  private static String twoTargets(String id) {
    ObjectNode plan = Story.tree(Story.plan(id, 100));
    ArrayNode targets = (ArrayNode) plan.at("/sections/0/items/0/targets");
    ObjectNode second = targets.get(0).deepCopy();
    second.put("id", id + ".6.2").put("title", "新建教室").put("due", id.substring(7) + "-06-30");
    targets.add(second);
    return plan.put("title", "武进 " + id.substring(7)).toString();
  }

  private static void published(String id) {
    wujin().body(twoTargets(id)).post("/api/v1/plans").then().statusCode(201);
    publish(id).then().statusCode(201);
  }

  private static Response carry(String id, String wish) {
    return wujin().body(wish).post(PLANS + id + "/carry-over");
  }

  @Test
  void whatIsLeftGoesIntoNextYearsDraft() {
    published("320412-2030");
    bureau().post(PLANS + "320412-2030/close").then().statusCode(200);

    carry(
            "320412-2030",
            "{\"targets\":[\"320412-2030.6.2\"],\"remaining\":{\"320412-2030.6.2\":40}}")
        .then()
        .statusCode(201)
        .header("Location", endsWith("/plans/320412-2031"))
        .header("ETag", "\"d0-r0\"")
        .body(
            "carried",
            equalTo(List.of(java.util.Map.of("from", "320412-2030.6.2", "to", "320412-2031.6.1"))))
        .body("draft.draft.title", equalTo("武进 2031"))
        .body("draft.draft.sections[0].items[0].targets.size()", equalTo(1))
        .body("draft.draft.sections[0].items[0].targets[0].continues", equalTo("320412-2030.6.2"))
        .body("draft.draft.sections[0].items[0].targets[0].value", equalTo(40))
        .body("draft.draft.sections[0].items[0].targets[0].due", equalTo("2031-06-30"))
        .body("draft.warnings", empty());

    carry("320412-2030", "{\"all\":true}")
        .then()
        .statusCode(200)
        .header("ETag", "\"d1-r0\"")
        .body("carried.to", equalTo(List.of("320412-2031.6.2")))
        .body("skipped.to", equalTo(List.of("320412-2031.6.1")))
        .body("draft.draft.sections[0].items[0].targets[1].value", equalTo(100));
    carry("320412-2030", "{\"all\":true}")
        .then()
        .statusCode(200)
        .header("ETag", "\"d1-r0\"")
        .body("carried", empty());
    publish("320412-2031").then().statusCode(201);
  }

  @Test
  void aPublishedNextYearGetsADraftBesideIt() {
    published("320412-2032");
    wujin().body(Story.plan("320412-2033", 7)).post("/api/v1/plans").then().statusCode(201);
    publish("320412-2033").then().statusCode(201);

    carry("320412-2032", "{\"targets\":[\"320412-2032.6.1\"]}")
        .then()
        .statusCode(200)
        .header("ETag", "\"d1-r1\"")
        .body("carried.to", equalTo(List.of("320412-2033.6.2")))
        .body("draft.content.sections[0].items[0].targets.size()", equalTo(1))
        .body("draft.draft.sections[0].items[0].targets.size()", equalTo(2));
  }

  @Test
  void itemsAreTheSameByTheirWords() {
    published("320412-2034");
    String other = Story.plan("320412-2035", 7).replace("加快学校建设", "教师队伍");
    wujin().body(other).post("/api/v1/plans").then().statusCode(201);

    carry("320412-2034", "{\"targets\":[\"320412-2034.6.1\"]}")
        .then()
        .statusCode(200)
        .body("carried.to", equalTo(List.of("320412-2035.1.1")))
        .body("draft.draft.sections[0].items.title", equalTo(List.of("教师队伍", "加快学校建设")))
        .body("draft.draft.sections.size()", equalTo(1));
  }

  @Test
  void whatCannotBeCarriedIsRefused() {
    wujin().body(twoTargets("320412-2036")).post("/api/v1/plans").then().statusCode(201);
    problem(carry("320412-2036", "{\"all\":true}").then(), 409, "conflict");
    publish("320412-2036").then().statusCode(201);

    problem(
            carry("320412-2036", "{\"targets\":[\"320412-2036.9.9\"]}").then(),
            422,
            "unknown-target")
        .body("errors.pointer", equalTo(List.of("/targets/0")));
    problem(carry("320412-2036", "{}").then(), 400, "invalid-request")
        .body("errors.pointer", equalTo(List.of("/targets")));
    problem(
            carry("320412-2036", "{\"all\":true,\"remaining\":{\"320412-2036.6.1\":0,\"x\":1}}")
                .then(),
            400,
            "invalid-request")
        .body("errors.size()", equalTo(2));
    problem(
        as("district-planner", "320481")
            .body("{\"all\":true}")
            .post(PLANS + "320412-2036/carry-over")
            .then(),
        403,
        "forbidden");
    wujin().get(PLANS + "320412-2037").then().statusCode(404).body("plan", nullValue());
  }
}
