package duban.plans;

import static duban.plans.Story.bureau;
import static duban.plans.Story.problem;
import static duban.plans.Story.together;
import static duban.plans.Story.wujin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The municipality has one set of settings, so the tests follow upon one another. */
@QuarkusTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SettingsTest {

  private static final String SETTINGS = "/api/v1/settings";

  private static ObjectNode settings() {
    ObjectNode now = Story.tree(wujin().get(SETTINGS).asString());
    now.remove("revision");
    return now;
  }

  private static Response put(String seen, ObjectNode settings) {
    return bureau().header("If-Match", seen).body(settings.toString()).put(SETTINGS);
  }

  @Test
  @Order(1)
  void theDefaultsHoldWhileNothingIsSet() {
    wujin()
        .get(SETTINGS)
        .then()
        .statusCode(200)
        .header("ETag", "\"r0\"")
        .body("revision", equalTo(0))
        .body("onTrackFrom", equalTo(0.9f))
        .body("atRiskFrom", equalTo(0.7f))
        .body("termStarts", equalTo(List.of("01-01", "08-01")));
    bureau().body(settings().toString()).put(SETTINGS).then().body("revision", equalTo(0));
  }

  @Test
  @Order(2)
  void theBureauSetsThemAndSetsThemAgain() {
    ObjectNode first = settings().put("remindDays", 10);
    put("\"r0\"", first).then().statusCode(200).header("ETag", "\"r1\"");
    put("\"r0\"", first).then().statusCode(200).header("ETag", "\"r1\"");

    ObjectNode second = settings().put("remindDays", 14);
    problem(bureau().body(second.toString()).put(SETTINGS).then(), 428, "precondition-required");
    problem(put("\"r0\"", second).then(), 412, "precondition-failed");
    put("\"r1\"", second.deepCopy().put("revision", 1))
        .then()
        .statusCode(200)
        .body("revision", equalTo(2))
        .body("remindDays", equalTo(14));
    bureau()
        .get("/api/v1/ledgers/plans/catalogue/events?after=10")
        .then()
        .body("events.id", hasItem("settings-r2"));
  }

  @Test
  @Order(3)
  void ofManyWhoSetThemAtOnceOneWins() throws Exception {
    String seen = wujin().get(SETTINGS).header("ETag");
    ObjectNode now = settings();

    List<Integer> answers =
        together(
            8,
            () ->
                put(
                        seen,
                        now.deepCopy()
                            .put(
                                "rectifyDays",
                                40 + (int) (Thread.currentThread().threadId() % 300)))
                    .statusCode());

    assertThat(answers).containsOnlyOnce(200).containsOnly(200, 412);
  }

  @Test
  @Order(4)
  void whatIsWrongIsNamedAllAtOnce() {
    ObjectNode wrong =
        settings()
            .put("onTrackFrom", 1.1)
            .put("atRiskFrom", 1.2)
            .put("tolerance", 1)
            .put("explainBelow", -0.1)
            .put("explainAbove", 0.9)
            .put("reportDueDay", 29)
            .put("remindDays", 61)
            .put("rectifyDays", 0);
    wrong.putArray("termStarts").add("08-01").add("02-29").add("08-01");
    wrong.putArray("doneStages").add(" ").add("完成").add("完成");

    problem(put("*", wrong).then(), 400, "invalid-request")
        .body(
            "errors.pointer",
            equalTo(
                List.of(
                    "/atRiskFrom",
                    "/onTrackFrom",
                    "/tolerance",
                    "/explainBelow",
                    "/explainAbove",
                    "/reportDueDay",
                    "/remindDays",
                    "/rectifyDays",
                    "/termStarts/1",
                    "/termStarts/1",
                    "/doneStages/0",
                    "/doneStages/2")));
  }

  @Test
  @Order(5)
  void onlyTheBureauSets() {
    problem(wujin().body(settings().toString()).put(SETTINGS).then(), 403, "forbidden");
  }
}
