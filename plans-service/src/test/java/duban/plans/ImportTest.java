package duban.plans;

import static duban.plans.Documents.PLAN;
import static duban.plans.Documents.handIn;
import static duban.plans.Documents.path;
import static duban.plans.Documents.review;
import static duban.plans.Documents.upload;
import static duban.plans.Story.bureau;
import static duban.plans.Story.draft;
import static duban.plans.Story.newPlan;
import static duban.plans.Story.problem;
import static duban.plans.Story.publish;
import static duban.plans.Story.together;
import static duban.plans.Story.wujin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents come in, and nothing of them is in a plan unseen. */
@QuarkusTest
class ImportTest {

  private static final String IMPORT = "/api/v1/plans/import";

  @BeforeEach
  void theCatalogueKnowsNewSeats() {
    Story.defineNewSeats();
  }

  @Test
  void aDocumentBecomesADraftThatWaits() {
    String plan = newPlan();

    handIn(plan, PLAN)
        .then()
        .statusCode(201)
        .header("Location", endsWith("/api/v1/plans/" + plan))
        .header("ETag", "\"d1-r0\"")
        .body("plan", equalTo(plan))
        .body("items", equalTo(3))
        .body("tally.undecided", greaterThan(0))
        .body("review.proposals.state", not(hasSize(0)));

    wujin()
        .get("/api/v1/plans/" + plan)
        .then()
        .statusCode(200)
        .body("draft.sections.items.flatten().targets.flatten()", hasSize(0))
        .body("undecided", greaterThan(0));
  }

  @Test
  void everyProposalQuotesItsOwnWords() {
    String plan = newPlan();
    handIn(plan, PLAN).then().statusCode(201);

    JsonNode review = review(plan);

    String text = review.path("text").asText();
    for (JsonNode proposal : review.path("proposals")) {
      JsonNode span = proposal.path("span");
      assertThat(text.substring(span.path("start").asInt(), span.path("end").asInt()))
          .isEqualTo(proposal.path("quote").asText());
    }
    assertThat(review.path("proposals").findValuesAsText("quote"))
        .anyMatch(quote -> quote.contains("1200"));
  }

  @Test
  void theSameDocumentTwiceIsTheSameDraft() {
    String plan = newPlan();
    handIn(plan, PLAN).then().statusCode(201);

    handIn(plan, PLAN).then().statusCode(200).header("ETag", "\"d1-r0\"");

    wujin().get(path(plan) + "/history").then().body("imports", hasSize(1));
  }

  @Test
  void ofManyWhoHandInTheSameAtOnceOneMakesTheDraft() throws Exception {
    String plan = newPlan();

    List<Integer> answers =
        together(
            6,
            () -> {
              Response answer = handIn(plan, PLAN);
              while (answer.statusCode() == 503) {
                answer = handIn(plan, PLAN);
              }
              return answer.statusCode();
            });

    assertThat(answers).containsOnlyOnce(201).containsOnly(200, 201);
    wujin().get(path(plan) + "/history").then().body("imports", hasSize(1));
  }

  @Test
  void anotherDocumentNeedsToBeToldToReplace() {
    String plan = newPlan();
    handIn(plan, PLAN).then().statusCode(201);
    String other = PLAN.replace("1200", "1300");

    problem(handIn(plan, other).then(), 409, "draft-exists");
    handIn(plan, other, true).then().statusCode(201).body("review.text", containsString("1300"));

    wujin()
        .get(path(plan) + "/history")
        .then()
        .body("imports.current", equalTo(List.of(true, false)))
        .body("entries.action", equalTo(List.of("started")));
  }

  @Test
  void aDraftByHandIsNotLostToADocument() {
    String plan = newPlan();
    draft(plan, 6325);

    problem(handIn(plan, PLAN).then(), 409, "draft-exists");
    problem(wujin().get(path(plan)).then(), 404, "not-found");
    wujin()
        .get("/api/v1/plans/" + plan)
        .then()
        .body("draft.sections[0].items[0].targets[0].value", equalTo(6325))
        .body("undecided", nullValue());
  }

  @Test
  void aDocumentAmendsAPublishedPlanUnderTheSameIds() {
    String plan = newPlan();
    handIn(plan, PLAN).then().statusCode(201);
    Documents.acceptAll(plan);
    publish(plan).then().statusCode(201);
    List<String> before = ids(plan, "content");

    handIn(plan, PLAN.replace("1200", "1300"), true).then().statusCode(201);
    Documents.acceptAll(plan);

    assertThat(ids(plan, "draft")).isEqualTo(before);
    publish(plan).then().statusCode(201).body("revision", equalTo(2));
  }

  @Test
  void whatPeopleAddedToAPublishedTargetOutlivesTheNextDocument() {
    String plan = newPlan();
    handIn(plan, PLAN).then().statusCode(201);
    Documents.acceptAll(plan);
    publish(plan).then().statusCode(201);
    ObjectNode content = (ObjectNode) said(plan, "content");
    ObjectNode seats = firstTarget(content);
    seats.put("continues", "320412-2021.6.1").put("titleEn", "New places");
    ArrayNode parts = seats.putArray("parts");
    parts.addObject().put("key", "a").put("title", "甲校").put("value", 800);
    parts.addObject().put("key", "b").put("title", "乙校").put("value", 400);
    String path = "/api/v1/plans/" + plan;
    wujin().header("If-Match", "*").body(content.toString()).put(path).then().statusCode(200);
    publish(plan).then().statusCode(201).body("revision", equalTo(2));

    handIn(plan, PLAN.replace("1200", "1300"), true).then().statusCode(201);
    Documents.acceptAll(plan);

    ObjectNode again = firstTarget(said(plan, "draft"));
    assertThat(again.path("value").intValue()).isEqualTo(1300);
    assertThat(again.path("parts")).isEqualTo(parts);
    assertThat(again.path("continues")).isEqualTo(seats.path("continues"));
    assertThat(again.path("titleEn")).isEqualTo(seats.path("titleEn"));
    publish(plan).then().statusCode(201).body("revision", equalTo(3));
  }

  private static JsonNode said(String plan, String part) {
    return Documents.tree(wujin().get("/api/v1/plans/" + plan).asString()).path(part);
  }

  private static ObjectNode firstTarget(JsonNode content) {
    return (ObjectNode) content.at("/sections/0/items/0/targets/0");
  }

  @Test
  void aClosedPlanTakesNoDocument() {
    String plan = newPlan();
    draft(plan, 1);
    publish(plan).then().statusCode(201);
    bureau().post("/api/v1/plans/" + plan + "/close").then().statusCode(200);

    problem(handIn(plan, PLAN, true).then(), 422, "plan-closed");
  }

  @Test
  void whatCannotBeReadSaysWhy() {
    String plan = newPlan();
    problem(file(plan, "plan.txt", new byte[0]).then(), 422, "document-without-text");
    problem(file(plan, "plan.png", png()).then(), 422, "document-of-unknown-format");
    problem(
        file(plan, "plan.pdf", "%PDF-1.7 and no more".getBytes(StandardCharsets.US_ASCII)).then(),
        422,
        "document-broken");
    problem(wujin().get("/api/v1/plans/" + plan).then(), 404, "not-found");
  }

  @ParameterizedTest
  @ValueSource(ints = {20 * 1024 * 1024 + 1, 22 * 1024 * 1024})
  void aFileAboveTheLimitIsRefused(int bytes) throws Exception {
    HttpResponse<String> answer = Documents.asABrowser(newPlan(), "plan.txt", new byte[bytes]);

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(answer.body()).contains("/too-large");
  }

  @Test
  void onlyDocumentsMayBeLong() {
    problem(
        wujin().body(" ".repeat(2 * 1024 * 1024)).post("/api/v1/plans").then(), 413, "too-large");
  }

  @Test
  void whoHandsInWritesThatDistrictsPlans() {
    byte[] bytes = PLAN.getBytes(StandardCharsets.UTF_8);
    problem(
        upload("district-viewer", newPlan(), "a.txt", bytes).post(IMPORT).then(), 403, "forbidden");
    problem(
        upload("district-planner", "320481-2060", "a.txt", bytes).post(IMPORT).then(),
        403,
        "forbidden");
    upload("city-admin", newPlan(), "a.txt", bytes).post(IMPORT).then().statusCode(201);
  }

  @Test
  void whatIsMissingIsNamed() {
    problem(
            Story.as("district-planner", "320412")
                .contentType("multipart/form-data")
                .multiPart("district", "320412")
                .multiPart("year", "2061")
                .post(IMPORT)
                .then(),
            400,
            "invalid-request")
        .body("errors[0].pointer", equalTo("/file"));
    problem(
            upload("district-planner", "320412-abcd", "a.txt", new byte[1]).post(IMPORT).then(),
            400,
            "invalid-request")
        .body("errors[0].pointer", equalTo("/year"));
  }

  @Test
  void theOriginalComesBackAsItWas() throws Exception {
    String plan = newPlan();
    byte[] bytes = PLAN.getBytes(StandardCharsets.UTF_8);
    assertThat(Documents.asABrowser(plan, "要点.txt", bytes).statusCode()).isEqualTo(201);

    Response original = wujin().get(path(plan) + "/original");

    original
        .then()
        .statusCode(200)
        .header("Content-Disposition", "attachment; filename*=UTF-8''%E8%A6%81%E7%82%B9.txt")
        .header("X-Content-Type-Options", "nosniff");
    assertThat(original.asByteArray()).isEqualTo(bytes);
  }

  private static Response file(String plan, String name, byte[] bytes) {
    return upload("district-planner", plan, name, bytes).post(IMPORT);
  }

  private static byte[] png() {
    return new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13, 'I', 'H', 'D', 'R'};
  }

  private static List<String> ids(String plan, String part) {
    JsonNode content = Documents.tree(wujin().get("/api/v1/plans/" + plan).asString()).path(part);
    return content.findValues("targets").stream()
        .flatMap(targets -> targets.findValuesAsText("id").stream())
        .toList();
  }
}
