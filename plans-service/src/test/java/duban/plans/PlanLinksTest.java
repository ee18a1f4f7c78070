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
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What a plan's targets say beside their figures: parts, responsibility, earlier years, programmes.
 */
@QuarkusTest
class PlanLinksTest {

  private static final String PLANS = "/api/v1/plans";
  private static final String TARGET = "/sections/0/items/0/targets/0";

  @BeforeEach
  void theCatalogueKnowsNewSeats() {
    Story.defineNewSeats();
  }

  private static String with(String id, String target, String item) {
    ObjectNode plan = Story.tree(plan(id, 6325));
    ((ObjectNode) plan.at(TARGET)).setAll(Story.tree("{" + target + "}"));
    ((ObjectNode) plan.at("/sections/0/items/0")).setAll(Story.tree("{" + item + "}"));
    return plan.toString();
  }

  @Test
  void partsAndResponsibilityAreKept() {
    String plan = newPlan();
    String parts =
        "\"parts\":[{\"key\":\"a\",\"title\":\"甲\",\"value\":6000},{\"key\":\"b\",\"title\":\"乙\",\"value\":%d}]";
    String office =
        "\"responsibility\":{\"lead\":[{\"unit\":\"基建科\",\"phone\":\"0519-86310001\"}]}";
    wujin()
        .body(with(plan, parts.formatted(300), office))
        .post(PLANS)
        .then()
        .statusCode(201)
        .body("warnings.pointer", equalTo(List.of(TARGET + "/parts")))
        .body("warnings[0].detail.en", containsString("6300, the target says 6325"));
    wujin()
        .header("If-Match", "*")
        .body(with(plan, parts.formatted(325), office))
        .put(PLANS + "/" + plan)
        .then()
        .statusCode(200)
        .body("warnings", empty());
    publish(plan)
        .then()
        .statusCode(201)
        .body("content.sections[0].items[0].targets[0].parts", hasSize(2))
        .body("content.sections[0].items[0].responsibility.lead[0].unit", equalTo("基建科"));
  }

  @Test
  void aTargetGoesOnFromOneThatWasPublished() {
    String before = newPlan();
    String plan = newPlan();
    wujin().body(plan(before, 100)).post(PLANS).then().statusCode(201);
    String continuing = "\"continues\":\"" + before + ".6.1\"";
    wujin()
        .body(with(plan, continuing, ""))
        .post(PLANS)
        .then()
        .statusCode(201)
        .body("warnings.pointer", equalTo(List.of(TARGET + "/continues")));

    publish(before).then().statusCode(201);
    wujin().get(PLANS + "/" + plan).then().body("warnings", empty());
    publish(plan).then().statusCode(201);

    String other = with(plan, continuing.replace(".6.1", ".6.9"), "");
    wujin().header("If-Match", "*").body(other).put(PLANS + "/" + plan).then().statusCode(200);
    problem(publish(plan).then(), 422, "invalid-plan")
        .body("errors.pointer", equalTo(List.of(TARGET + "/continues")));
  }

  @Test
  void aSliceBelongsToAProgrammeOfItsYear() {
    String plan = newPlan();
    int year = Integer.parseInt(plan.substring(7));
    String key = "of-" + year;
    String programme =
        "{\"key\":\"%s\",\"name\":\"三年行动\",\"from\":%d,\"to\":%d,\"indicator\":\"new-seats\"}";
    wujin()
        .body(with(plan, "\"programme\":\"" + key + "\"", ""))
        .post(PLANS)
        .then()
        .statusCode(201);
    problem(publish(plan).then(), 422, "invalid-plan")
        .body("errors.pointer", equalTo(List.of(TARGET + "/programme")));

    String path = "/api/v1/programmes/" + key;
    bureau().body(programme.formatted(key, year - 3, year - 1)).put(path).then().statusCode(201);
    problem(publish(plan).then(), 422, "invalid-plan")
        .body("errors.pointer", equalTo(List.of(TARGET + "/programme")));

    bureau()
        .header("If-Match", "\"r1\"")
        .body(programme.formatted(key, year - 1, year + 1))
        .put(path)
        .then()
        .statusCode(200);
    publish(plan).then().statusCode(201);
  }
}
