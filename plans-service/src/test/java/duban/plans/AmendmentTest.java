package duban.plans;

import static duban.plans.Story.bureau;
import static duban.plans.Story.newPlan;
import static duban.plans.Story.plan;
import static duban.plans.Story.problem;
import static duban.plans.Story.publish;
import static duban.plans.Story.wujin;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AmendmentTest {

  private static final String PLANS = "/api/v1/plans/";

  @BeforeEach
  void theCatalogueKnowsNewSeats() {
    Story.defineNewSeats();
  }

  private static void amend(String plan, String content) {
    wujin().header("If-Match", "*").body(content).put(PLANS + plan).then().statusCode(200);
    bureau().body("{\"reason\":\"年中调整\"}").post(PLANS + plan + "/publish").then().statusCode(201);
  }

  @Test
  void everyFieldShowsWhatItSaidBeforeAndAfter() {
    String plan = newPlan();
    wujin().body(plan(plan, 6325)).post("/api/v1/plans").then().statusCode(201);
    publish(plan).then().statusCode(201);
    ObjectNode changed = Story.tree(plan(plan, 7000));
    changed.put("title", "调整后");
    ((ObjectNode) changed.at("/sections/0/items/0/targets/0"))
        .put("operator", "=")
        .put("due", plan.substring(7) + "-09-30");
    changed
        .withArray("/sections/0/items")
        .add(Story.tree("{\"key\":\"7\",\"title\":\"教师\",\"targets\":[]}"));
    amend(plan, changed.toString());
    String told = PLANS + plan + "/revisions/2/changes";

    wujin()
        .get(told)
        .then()
        .statusCode(200)
        .body("against", equalTo(1))
        .body("reason", equalTo("年中调整"))
        .body("changes.fields.field", equalTo(List.of("title")))
        .body("changes.fields[0].after", equalTo("调整后"))
        .body("changes.items.added.item", equalTo(List.of("7")))
        .body("changes.items.changed", empty())
        .body("changes.targets.added", empty())
        .body("changes.targets.changed.target", equalTo(List.of(plan + ".6.1")))
        .body(
            "changes.targets.changed[0].fields.collect { [it.field, it.before, it.after] }",
            equalTo(
                List.of(
                    List.of("operator", ">=", "="),
                    List.of("value", 6325, 7000),
                    java.util.Arrays.asList("due", null, plan.substring(7) + "-09-30"))));
    wujin().get(told + "?against=2").then().body("changes.targets.changed", empty());
    wujin()
        .get(PLANS + plan + "/revisions/1/changes")
        .then()
        .body("against", equalTo(0))
        .body("changes.targets.added.target", equalTo(List.of(plan + ".6.1")));
    problem(wujin().get(told + "?against=9").then(), 404, "not-found");
    problem(wujin().get(PLANS + plan + "/revisions/3/changes").then(), 404, "not-found");
  }

  @Test
  void droppedAndAddedTargetsAreShownAsSuch() {
    String plan = newPlan();
    wujin().body(plan(plan, 1)).post("/api/v1/plans").then().statusCode(201);
    publish(plan).then().statusCode(201);
    amend(plan, plan(plan, 1).replace(".6.1\"", ".6.2\""));

    wujin()
        .get(PLANS + plan + "/revisions/2/changes")
        .then()
        .body("changes.targets.added.target", equalTo(List.of(plan + ".6.2")))
        .body("changes.targets.dropped.target", equalTo(List.of(plan + ".6.1")));
  }

  /** Reports were made for what it promised. */
  @Test
  void aDroppedTargetsIdIsNotGivenToAnotherPromise() {
    String plan = newPlan();
    wujin().body(plan(plan, 1)).post("/api/v1/plans").then().statusCode(201);
    publish(plan).then().statusCode(201);
    amend(plan, plan(plan, 1).replace(".6.1\"", ".6.2\""));
    ObjectNode other = Story.tree(plan(plan, 1));
    ((ObjectNode) other.at("/sections/0/items/0/targets/0")).put("unit", "间").remove("indicator");
    wujin().header("If-Match", "*").body(other.toString()).put(PLANS + plan).then().statusCode(200);

    problem(
            bureau().body("{\"reason\":\"新增\"}").post(PLANS + plan + "/publish").then(),
            422,
            "invalid-plan")
        .body("errors.pointer", equalTo(List.of("/sections/0/items/0/targets/0/unit")));
    amend(plan, plan(plan, 2));
  }

  @Test
  void aClosedPlanSaysWhoClosedItAndWhy() {
    String plan = newPlan();
    wujin().body(plan(plan, 1)).post("/api/v1/plans").then().statusCode(201);
    publish(plan).then().statusCode(201);
    bureau()
        .body("{\"reason\":\"年度结束\"}")
        .post(PLANS + plan + "/close")
        .then()
        .statusCode(200)
        .body("state", equalTo("closed"))
        .body("closed.reason", equalTo("年度结束"))
        .body("closed.by", equalTo("test-city-admin"))
        .body("closed.at", notNullValue());

    bureau().post(PLANS + plan + "/close").then().statusCode(200);
    problem(
            wujin().header("If-Match", "\"d0-r0\"").body(plan(plan, 3)).put(PLANS + plan).then(),
            422,
            "plan-closed")
        .body("detail", containsString("test-city-admin"));
  }
}
