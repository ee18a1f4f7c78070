package duban.plans;

import static duban.plans.Documents.PLAN;
import static duban.plans.Documents.acceptAll;
import static duban.plans.Documents.decide;
import static duban.plans.Documents.handIn;
import static duban.plans.Documents.path;
import static duban.plans.Documents.review;
import static duban.plans.Story.as;
import static duban.plans.Story.bureau;
import static duban.plans.Story.newPlan;
import static duban.plans.Story.plan;
import static duban.plans.Story.problem;
import static duban.plans.Story.publish;
import static duban.plans.Story.together;
import static duban.plans.Story.wujin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** People check what was read, and the draft is what they decided. */
@QuarkusTest
class ReviewTest {

  private String plan = "";

  @BeforeEach
  void aDocumentWaits() {
    Story.defineNewSeats();
    plan = newPlan();
    handIn(plan, PLAN).then().statusCode(201);
  }

  @Test
  void nothingIsPublishedUnseen() {
    int undecided = review(plan).path("tally").path("undecided").asInt();

    problem(publish(plan).then(), 409, "undecided-proposals")
        .body("detail", containsString(Integer.toString(undecided)));

    acceptAll(plan);
    publish(plan).then().statusCode(201);
  }

  @Test
  void theDraftIsWhatWasDecided() {
    JsonNode first = seats();
    decide(plan, one(first, "accept", "\"suggested\":true")).then().statusCode(200);

    wujin()
        .get("/api/v1/plans/" + plan)
        .then()
        .body("draft.sections[0].items[0].targets", hasSize(1))
        .body("draft.sections[0].items[0].targets[0].value", equalTo(1200))
        .body("draft.sections[0].items[0].targets[0].indicator", equalTo("new-seats"));

    decide(plan, one(first, "reject", "\"reason\":\"重复\"")).then().statusCode(200);
    wujin()
        .get("/api/v1/plans/" + plan)
        .then()
        .body("draft.sections[0].items[0].targets", hasSize(0));
  }

  @Test
  void everyDecisionIsInTheHistory() {
    JsonNode first = seats();
    decide(plan, one(first, "accept", null));
    decide(plan, one(first, "reject", "\"reason\":\"重复\""));
    decide(plan, one(first, "reopen", null));

    wujin()
        .get(path(plan) + "/history")
        .then()
        .statusCode(200)
        .body("entries.seq", equalTo(List.of(1, 2, 3, 4)))
        .body("entries.action", equalTo(List.of("started", "accepted", "rejected", "reopened")))
        .body("entries[2].reason", equalTo("重复"))
        .body("entries[2].by", equalTo("test-district-planner"))
        .body("entries[1].before.state", equalTo("proposed"))
        .body("entries[1].after.state", equalTo("accepted"));
    wujin()
        .get(path(plan) + "/history?limit=2&after=1")
        .then()
        .body("entries.seq", equalTo(List.of(2, 3)))
        .body("next", equalTo(3));
  }

  @Test
  void theHistoryIsNeverChanged() throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      assertThat(catchThrowable(() -> statement.execute("update review_history set reason = 'x'")))
          .hasMessageContaining("never changed");
    }
  }

  @Test
  void aPersonsWordingCounts() {
    JsonNode first = seats();
    String target = first.path("target").toString().replace("1200", "1250");

    decide(plan, one(first, "edit", "\"target\":" + target))
        .then()
        .statusCode(200)
        .body("proposals[0].state", equalTo("edited"))
        .body("proposals[0].proposed.value", equalTo(1200))
        .body("proposals[0].target.value", equalTo(1250))
        .body("tally.edited", equalTo(1));
  }

  @Test
  void whatDoesNotFitIsNamed() {
    JsonNode first = seats();
    String target = first.path("target").toString().replace("1200", "-1");

    problem(decide(plan, one(first, "edit", "\"target\":" + target)).then(), 422, "invalid-plan")
        .body("errors.pointer", hasItem("/decisions/0/target/value"));
    assertThat(review(plan).path("tally").path("edited").asInt()).isZero();
  }

  @Test
  void wordsThatWereOverlookedAreMarked() {
    JsonNode review = review(plan);
    int start = review.path("text").asText().indexOf("认真学习");
    String item = "3";
    String target =
        """
        {"id":"%s.%s.1","title":"教师学习","kind":"narrative"}
        """
            .formatted(plan, item);

    Response marked =
        wujin()
            .header("If-Match", review.path("etag").asText())
            .body(
                "{\"start\":%d,\"end\":%d,\"quote\":\"认真学习\",\"target\":%s}"
                    .formatted(start, start + 4, target))
            .post(path(plan) + "/proposals");

    marked
        .then()
        .statusCode(201)
        .body("proposals[0].origin", equalTo("added"))
        .body("proposals[0].quote", equalTo("认真学习"))
        .body("next.'3'", equalTo(plan + ".3.2"));
    wujin()
        .get("/api/v1/plans/" + plan)
        .then()
        .body("draft.sections[1].items[0].targets[0].title", equalTo("教师学习"));
  }

  @Test
  void markedWordsAreReadForWhoMarksThem() {
    String text = review(plan).path("text").asText();
    int start = text.indexOf("新建幼儿园");
    String reading = path(plan) + "/reading?start=%d&end=%d";

    wujin()
        .get(reading.formatted(start, start + "新建幼儿园2所".length()))
        .then()
        .statusCode(200)
        .body("item", equalTo("1"))
        .body("quote", equalTo("新建幼儿园2所"))
        .body("targets[0].target.value", equalTo(2))
        .body("targets[0].target.unit", equalTo("所"));
    problem(wujin().get(reading.formatted(5, 99_999)).then(), 400, "invalid-request");
  }

  @Test
  void titlesAreForPeopleToWord() {
    wujin()
        .header("If-Match", review(plan).path("etag").asText())
        .body("{\"title\":\"新要点\",\"items\":[{\"item\":\"1\",\"title\":\"学校建设\"}]}")
        .put(path(plan) + "/titles")
        .then()
        .statusCode(200);

    wujin()
        .get("/api/v1/plans/" + plan)
        .then()
        .body("draft.title", equalTo("新要点"))
        .body("draft.sections[0].items[0].title", equalTo("学校建设"));
  }

  @Test
  void whoDecidesMustHaveSeenTheLatest() {
    String body = "{\"decisions\":[" + one(seats(), "accept", null) + "]}";
    String decisions = path(plan) + "/decisions";
    String seen = review(plan).path("etag").asText();

    problem(wujin().body(body).post(decisions).then(), 428, "precondition-required");
    wujin().header("If-Match", seen).body(body).post(decisions).then().statusCode(200);
    problem(
        wujin().header("If-Match", seen).body(body).post(decisions).then(),
        412,
        "precondition-failed");
  }

  @Test
  void ofManyWhoDecideTheSameVersionOneWins() throws Exception {
    String seen = review(plan).path("etag").asText();
    String body = "{\"decisions\":[" + one(seats(), "accept", null) + "]}";

    List<Integer> answers =
        together(
            8,
            () ->
                wujin()
                    .header("If-Match", seen)
                    .body(body)
                    .post(path(plan) + "/decisions")
                    .statusCode());

    assertThat(answers).containsOnlyOnce(200).containsOnly(200, 412);
    wujin().get(path(plan) + "/history").then().body("entries", hasSize(2));
  }

  @Test
  void aDraftUnderReviewIsNotEditedBehindItsBack() {
    problem(
        wujin().header("If-Match", "*").body(plan(plan, 3)).put("/api/v1/plans/" + plan).then(),
        409,
        "under-review");
  }

  @Test
  void aPublishedPlanIsEditedByHandAgain() {
    acceptAll(plan);
    publish(plan).then().statusCode(201);

    wujin()
        .header("If-Match", "*")
        .body(plan(plan, 3))
        .put("/api/v1/plans/" + plan)
        .then()
        .statusCode(200);

    problem(wujin().get(path(plan)).then(), 404, "not-found");
    wujin().get(path(plan) + "/history").then().body("imports.current", equalTo(List.of(false)));
  }

  @Test
  void viewersOfTheDistrictReadAndDoNotDecide() {
    as("district-viewer", "320412").get(path(plan)).then().statusCode(200);
    problem(as("district-viewer", "320481").get(path(plan)).then(), 403, "forbidden");
    problem(
        as("district-viewer", "320412")
            .header("If-Match", "*")
            .body("{\"decisions\":[]}")
            .post(path(plan) + "/decisions")
            .then(),
        403,
        "forbidden");
    problem(as("district-viewer", "320481").get(path(plan) + "/original").then(), 403, "forbidden");
  }

  @Test
  void aDecisionWithoutSenseIsNamed() {
    problem(
        wujin()
            .header("If-Match", "*")
            .body("{\"decisions\":[]}")
            .post(path(plan) + "/decisions")
            .then(),
        400,
        "invalid-request");
    problem(
        wujin()
            .header("If-Match", "*")
            .body("{\"decisions\":[{\"proposal\":1,\"decision\":\"maybe\"}]}")
            .post(path(plan) + "/decisions")
            .then(),
        400,
        "invalid-request");
  }

  @Test
  void thisYearIsComparedWithLastYear() {
    acceptAll(plan);
    String next = newPlan();
    handIn(next, PLAN.replace("1200", "1500").replace("，新建幼儿园2所", "")).then().statusCode(201);

    Response waiting =
        wujin().get("/api/v1/plans/" + next + "/comparison?undecided=true&with=" + plan);

    waiting
        .then()
        .statusCode(200)
        .body("with.plan", equalTo(plan))
        .body("plan.content", equalTo("prospect"))
        .body("rows.change", hasItem("rose"))
        .body("rows.change", hasItem("vanished"))
        .body("rows.find { it.change == 'rose' }.difference", equalTo(300))
        .body("rows.find { it.change == 'rose' }.share", equalTo(0.25f));
  }

  @Test
  void withoutAnEarlierPlanThereIsNothingToCompareWith() {
    problem(
        bureau().get("/api/v1/plans/" + plan + "/comparison?with=320412-1999").then(),
        404,
        "not-found");
  }

  private JsonNode seats() {
    for (JsonNode proposal : review(plan).path("proposals")) {
      if (proposal.path("quote").asText().contains("1200")) {
        return proposal;
      }
    }
    throw new AssertionError("nobody read the seats");
  }

  private static String one(JsonNode proposal, String verb, @Nullable String more) {
    return "{\"proposal\":%d,\"decision\":\"%s\"%s}"
        .formatted(proposal.path("proposal").asInt(), verb, more == null ? "" : "," + more);
  }

  private static Connection connect() throws SQLException {
    return DriverManager.getConnection(
        ConfigProvider.getConfig().getValue("quarkus.datasource.jdbc.url", String.class),
        ConfigProvider.getConfig().getValue("quarkus.datasource.username", String.class),
        ConfigProvider.getConfig().getValue("quarkus.datasource.password", String.class));
  }
}
