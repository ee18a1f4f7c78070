package duban.plans;

import static duban.plans.Story.as;
import static duban.plans.Story.bureau;
import static duban.plans.Story.draft;
import static duban.plans.Story.newPlan;
import static duban.plans.Story.plan;
import static duban.plans.Story.problem;
import static duban.plans.Story.publish;
import static duban.plans.Story.wujin;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import duban.testkit.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may ask for what, and what wrong requests get. */
@QuarkusTest
class PlanAccessTest {

  private static final String PLANS = "/api/v1/plans";

  @BeforeEach
  void theCatalogueKnowsNewSeats() {
    Story.defineNewSeats();
  }

  @Test
  void everyFaultIsNamedWithItsPlace() {
    ObjectNode wrong = Story.tree(plan(newPlan(), 1));
    ObjectNode target = (ObjectNode) wrong.at("/sections/0/items/0/targets/0");
    target.remove("unit");
    target.put("value", -1).put("due", "1999-01-01").put("period", "month");

    wujin()
        .body(wrong.toString())
        .post(PLANS)
        .then()
        .statusCode(422)
        .body("type", endsWith("/invalid-plan"))
        .body(
            "errors.pointer",
            hasItems(
                "/sections/0/items/0/targets/0/unit",
                "/sections/0/items/0/targets/0/value",
                "/sections/0/items/0/targets/0/due",
                "/sections/0/items/0/targets/0/period"));
  }

  @Test
  void anUnknownFieldIsNamedWithItsPlace() {
    ObjectNode wrong = Story.tree(plan(newPlan(), 1));
    ((ObjectNode) wrong.at("/sections/0/items/0/targets/0")).put("valeu", 7);

    wujin()
        .body(wrong.toString())
        .post(PLANS)
        .then()
        .statusCode(400)
        .body("type", endsWith("/invalid-request"))
        .body("errors.pointer", equalTo(List.of("/sections/0/items/0/targets/0/valeu")));
  }

  @Test
  void badBodiesGetTheirProblemAndChangeNothing() {
    problem(wujin().body("{\"district\":").post(PLANS).then(), 400, "malformed-json");
    problem(wujin().body("").post(PLANS).then(), 400, "malformed-json");
    problem(wujin().body("x".repeat(2_000_000)).post(PLANS).then(), 413, "too-large");
    problem(
        wujin().contentType("text/plain").body("{}").post(PLANS).then(),
        415,
        "unsupported-media-type");
    problem(
        as("city-admin", "320000").body(plan("329999-2022", 1)).post(PLANS).then(),
        422,
        "invalid-plan");
  }

  @Test
  void aTargetMustFitTheCatalogueToBePublished() {
    String plan = newPlan();
    ObjectNode wrong = Story.tree(plan(plan, 1));
    ((ObjectNode) wrong.at("/sections/0/items/0/targets/0")).put("unit", "所");
    wujin().body(wrong.toString()).post(PLANS).then().statusCode(201);

    publish(plan)
        .then()
        .statusCode(422)
        .body("errors.pointer", equalTo(List.of("/sections/0/items/0/targets/0/unit")))
        .body("errors[0].detail", containsString("个"));
  }

  @Test
  void rolesAndDistrictsBound() {
    String plan = newPlan();
    draft(plan, 1);
    String path = PLANS + "/" + plan;

    given().get(path).then().statusCode(401).contentType("application/problem+json");
    given()
        .auth()
        .oauth2(Tokens.forged("city-admin", "320400"))
        .get(path)
        .then()
        .statusCode(401)
        .header("WWW-Authenticate", containsString("Bearer"))
        .body("type", endsWith("/unauthenticated"));
    problem(wujin().post(path + "/publish").then(), 403, "forbidden");
    problem(as("district-viewer", "320412").body("{}").post(PLANS).then(), 403, "forbidden");
    problem(as("district-planner", "320481").get(path).then(), 403, "forbidden");
    problem(
        as("district-planner", "320481").body(plan(newPlan(), 1)).post(PLANS).then(),
        403,
        "forbidden");
    problem(as("city-admin", "320500").post(path + "/publish").then(), 403, "forbidden");
    as("district-viewer", "320412").get(path).then().statusCode(200);
    as("city-viewer", "320000").get(path).then().statusCode(200);
  }

  @Test
  void listsPageWithinTheCallersDistricts() {
    String first = newPlan();
    String second = newPlan();
    draft(first, 1);
    draft(second, 1);
    publish(first).then().statusCode(201);

    wujin()
        .get(PLANS + "?district=320412&year=" + first.substring(7))
        .then()
        .statusCode(200)
        .body("plans.plan", equalTo(List.of(first)))
        .body("plans[0].state", equalTo("published"))
        .body("plans[0].revision", equalTo(1))
        .body("next", nullValue());
    bureau()
        .get(PLANS + "?after=" + first + "&limit=1")
        .then()
        .body("plans", hasSize(1))
        .body("plans.plan", not(hasItem(first)));
    as("city-viewer", "320000")
        .get(PLANS + "?limit=200")
        .then()
        .body("plans.plan", hasItems(first, second));
    as("district-viewer", "320481").get(PLANS).then().body("plans", hasSize(0));
    as("city-admin", "320500").get(PLANS).then().body("plans", hasSize(0));
    problem(wujin().get(PLANS + "?district=320481").then(), 403, "forbidden");
  }

  @Test
  void unknownPlansAreNotFound() {
    for (String plan : new String[] {"320412-1999", "320412", "plan", "320412-2022x"}) {
      problem(bureau().get(PLANS + "/" + plan).then(), 404, "not-found");
      problem(bureau().get(PLANS + "/" + plan + "/revisions").then(), 404, "not-found");
      problem(publish(plan).then(), 404, "not-found");
    }
  }
}
