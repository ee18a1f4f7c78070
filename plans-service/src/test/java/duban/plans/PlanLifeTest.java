package duban.plans;

import static duban.plans.Story.bureau;
import static duban.plans.Story.draft;
import static duban.plans.Story.edit;
import static duban.plans.Story.newPlan;
import static duban.plans.Story.plan;
import static duban.plans.Story.problem;
import static duban.plans.Story.publish;
import static duban.plans.Story.together;
import static duban.plans.Story.wujin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From draft to closing, by one and by many at once. */
@QuarkusTest
class PlanLifeTest {

  private static final String PLANS = "/api/v1/plans";

  @BeforeEach
  void theCatalogueKnowsNewSeats() {
    Story.defineNewSeats();
  }

  @Test
  void aPlanIsDraftedPublishedAmendedAndClosed() {
    String plan = newPlan();
    wujin()
        .body(plan(plan, 6325))
        .post(PLANS)
        .then()
        .statusCode(201)
        .header("Location", endsWith(PLANS + "/" + plan))
        .header("ETag", "\"d0-r0\"")
        .body("state", equalTo("draft"))
        .body("revision", nullValue())
        .body("draft.sections[0].items[0].targets[0].value", equalTo(6325))
        .body("content", nullValue());

    publish(plan)
        .then()
        .statusCode(201)
        .header("Location", endsWith("/revisions/1"))
        .body("state", equalTo("published"))
        .body("revision", equalTo(1))
        .body("content.sections[0].items[0].targets[0].value", equalTo(6325))
        .body("draft", nullValue());

    edit(plan, 7000);
    wujin()
        .get(PLANS + "/" + plan)
        .then()
        .body("state", equalTo("published"))
        .body("content.sections[0].items[0].targets[0].value", equalTo(6325))
        .body("draft.sections[0].items[0].targets[0].value", equalTo(7000));

    bureau()
        .body("{\"reason\":\"年中调整\"}")
        .post(PLANS + "/" + plan + "/publish")
        .then()
        .statusCode(201)
        .body("revision", equalTo(2));

    bureau()
        .body("{\"reason\":\"年度结束\"}")
        .post(PLANS + "/" + plan + "/close")
        .then()
        .statusCode(200)
        .body("state", equalTo("closed"));

    wujin()
        .get(PLANS + "/" + plan + "/revisions")
        .then()
        .statusCode(200)
        .body("revisions.revision", equalTo(List.of(1, 2)))
        .body("revisions[1].reason", equalTo("年中调整"))
        .body("revisions[0].by", equalTo("test-city-admin"))
        .body("revisions[0].content", nullValue());
    wujin()
        .get(PLANS + "/" + plan + "/revisions/1")
        .then()
        .statusCode(200)
        .body("content.sections[0].items[0].targets[0].value", equalTo(6325))
        .body("hash", notNullValue());
    problem(wujin().get(PLANS + "/" + plan + "/revisions/3").then(), 404, "not-found");
  }

  @Test
  void aClosedPlanTakesNothingMore() {
    String plan = newPlan();
    draft(plan, 1);
    problem(bureau().post(PLANS + "/" + plan + "/close").then(), 409, "conflict");
    publish(plan).then().statusCode(201);
    edit(plan, 2);
    for (int twice = 0; twice < 2; twice++) {
      bureau().post(PLANS + "/" + plan + "/close").then().statusCode(200);
    }
    problem(
            bureau().body("{\"reason\":\"other\"}").post(PLANS + "/" + plan + "/close").then(),
            409,
            "conflict")
        .body("detail", startsWith("The plan is closed already, for no reason"));

    problem(publish(plan).then(), 422, "plan-closed");
    problem(
        wujin().header("If-Match", "*").body(plan(plan, 3)).put(PLANS + "/" + plan).then(),
        422,
        "plan-closed");
    problem(wujin().body(plan(plan, 3)).post(PLANS).then(), 422, "plan-closed");
  }

  @Test
  void publishingTwiceMakesOneRevision() {
    String plan = newPlan();
    draft(plan, 1);

    publish(plan).then().statusCode(201).body("revision", equalTo(1));
    publish(plan).then().statusCode(200).body("revision", equalTo(1));
  }

  @Test
  void ofManyWhoPublishOneMakesTheRevision() throws Exception {
    String plan = newPlan();
    draft(plan, 1);
    for (int revision = 1; revision <= 3; revision++) {
      edit(plan, 100 * revision);
      List<Integer> answers = together(8, () -> publish(plan).then().extract().statusCode());
      assertThat(answers).as("revision %d", revision).containsOnlyOnce(201);
      assertThat(answers).containsOnly(200, 201);
    }
    wujin()
        .get(PLANS + "/" + plan + "/revisions")
        .then()
        .body("revisions.revision", equalTo(List.of(1, 2, 3)));
  }

  @Test
  void editorsAndPublishersMeetAndNoRevisionIsLostOrDoubled() throws Exception {
    String plan = newPlan();
    draft(plan, 1);
    List<Integer> answers =
        together(
            12,
            () -> {
              String seen = wujin().get(PLANS + "/" + plan).header("ETag");
              int seats = 1 + Math.floorMod(Thread.currentThread().threadId() * 7919, 9999);
              wujin().header("If-Match", seen).body(plan(plan, seats)).put(PLANS + "/" + plan);
              return publish(plan).statusCode();
            });

    int made = (int) answers.stream().filter(status -> status == 201).count();
    assertThat(answers).contains(201).containsAnyOf(200, 201, 409).doesNotContain(500);
    wujin()
        .get(PLANS + "/" + plan + "/revisions")
        .then()
        .body("revisions.revision", equalTo(IntStream.rangeClosed(1, made).boxed().toList()));
  }

  @Test
  void ofManyWhoEditTheSameVersionOneWins() throws Exception {
    String plan = newPlan();
    String seen = draft(plan, 1);

    List<Integer> answers =
        together(
            8,
            () ->
                wujin()
                    .header("If-Match", seen)
                    .body(plan(plan, (int) Thread.currentThread().threadId() + 10))
                    .put(PLANS + "/" + plan)
                    .statusCode());

    assertThat(answers).containsOnlyOnce(200).containsOnly(200, 412);
  }

  @Test
  void whoEditsMustHaveSeenTheLatest() {
    String plan = newPlan();
    String first = draft(plan, 1);
    String path = PLANS + "/" + plan;

    problem(wujin().body(plan(plan, 2)).put(path).then(), 428, "precondition-required");
    edit(plan, 2);
    problem(
        wujin().header("If-Match", first).body(plan(plan, 3)).put(path).then(),
        412,
        "precondition-failed");
    problem(
        bureau().header("If-Match", first).post(path + "/publish").then(),
        412,
        "precondition-failed");
    wujin().get(path).then().body("draft.sections[0].items[0].targets[0].value", equalTo(2));
  }

  @Test
  void thereIsOnePlanForADistrictAndYear() {
    String plan = newPlan();
    draft(plan, 1);

    problem(wujin().body(plan(plan, 2)).post(PLANS).then(), 409, "conflict");
    problem(
        wujin().header("If-Match", "*").body(plan("320412-2049", 2)).put(PLANS + "/" + plan).then(),
        422,
        "invalid-plan");
  }
}
