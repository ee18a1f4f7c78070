package duban.plans;

import static duban.plans.Story.as;
import static duban.plans.Story.bureau;
import static duban.plans.Story.problem;
import static duban.plans.Story.together;
import static duban.plans.Story.wujin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class IndicatorTest {

  private static final String INDICATORS = "/api/v1/indicators/";

  private static String indicator(String key, String name) {
    return """
    {"key":"%s","name":"%s","nameEn":"Smart classrooms","unit":"个","aggregation":"sum",
     "direction":"more","measure":"flow","tolerance":0.10}
    """
        .formatted(key, name);
  }

  @Test
  void theBureauDefinesAndRewordsAnIndicator() {
    String path = INDICATORS + "smart-classrooms";
    bureau()
        .body(indicator("smart-classrooms", "智慧教室"))
        .put(path)
        .then()
        .statusCode(201)
        .header("ETag", "\"r1\"")
        .header("Location", org.hamcrest.Matchers.endsWith(path))
        .body("tolerance", equalTo(0.1f));

    String reworded = indicator("smart-classrooms", "新建智慧教室");
    problem(bureau().body(reworded).put(path).then(), 428, "precondition-required");
    problem(
        bureau().header("If-Match", "\"r2\"").body(reworded).put(path).then(),
        412,
        "precondition-failed");
    bureau()
        .header("If-Match", "\"r1\"")
        .body(reworded)
        .put(path)
        .then()
        .statusCode(200)
        .header("ETag", "\"r2\"");

    wujin().get(path).then().statusCode(200).body("name", equalTo("新建智慧教室"));
    wujin().get("/api/v1/indicators").then().body("indicators.key", hasItem("smart-classrooms"));
  }

  @Test
  void whatWasKnownOnceIsToldForThatMoment() {
    String path = INDICATORS + "known";
    bureau().body(indicator("known", "旧名")).put(path).then().statusCode(201);
    String then = recordedAt("known");
    bureau()
        .header("If-Match", "\"r1\"")
        .body(indicator("known", "新名"))
        .put(path)
        .then()
        .statusCode(200);

    wujin().get(path).then().body("name", equalTo("新名"));
    wujin()
        .get(path + "?knownAt=" + then)
        .then()
        .body("name", equalTo("旧名"))
        .header("ETag", "\"r1\"");
    String before = Instant.parse(then).minusMillis(1).toString();
    problem(wujin().get(path + "?knownAt=" + before).then(), 404, "not-found");
    wujin()
        .get("/api/v1/indicators?knownAt=" + before)
        .then()
        .body("indicators.key", not(hasItem("known")));
    wujin().get("/api/v1/settings?knownAt=" + before).then().statusCode(200);
    wujin()
        .get("/api/v1/districts?knownAt=1999-01-01T00:00:00Z")
        .then()
        .body("districts", hasSize(0));
    problem(wujin().get(path + "?knownAt=yesterday").then(), 400, "invalid-request");
  }

  /** Of the last fact about it in the catalogue's ledger. */
  private static String recordedAt(String subject) {
    List<String> moments =
        bureau()
            .get("/api/v1/ledgers/plans/catalogue/events?limit=500")
            .jsonPath()
            .getList("events.findAll { it.subject == '" + subject + "' }.recordedAt");
    return moments.getLast();
  }

  @Test
  void sayingWhatIsSaidAlreadyChangesNothing() {
    String path = INDICATORS + "said-twice";
    bureau().body(indicator("said-twice", "一")).put(path).then().statusCode(201);

    // 0.1 is 0.10.
    String same = indicator("said-twice", "一").replace("0.10", "0.1");
    bureau().body(same).put(path).then().statusCode(200).header("ETag", "\"r1\"");
  }

  @Test
  void whatAnIndicatorCountsNeverChanges() {
    String path = INDICATORS + "kept";
    bureau().body(indicator("kept", "一")).put(path).then().statusCode(201);

    String other = indicator("kept", "一").replace("个", "所").replace("\"sum\"", "\"max\"");
    problem(bureau().header("If-Match", "\"r1\"").body(other).put(path).then(), 409, "conflict")
        .body("errors.pointer", equalTo(List.of("/unit", "/aggregation")));
  }

  @Test
  void ofManyWhoRewordAtOnceOneWins() throws Exception {
    String path = INDICATORS + "contended";
    bureau().body(indicator("contended", "一")).put(path).then().statusCode(201);

    List<Integer> answers =
        together(
            8,
            () ->
                bureau()
                    .header("If-Match", "\"r1\"")
                    .body(indicator("contended", "名" + Thread.currentThread().threadId()))
                    .put(path)
                    .statusCode());

    assertThat(answers).containsOnlyOnce(200).containsOnly(200, 412);
    wujin().get(path).then().header("ETag", "\"r2\"");
  }

  @Test
  void wrongIndicatorsAreRefusedWithEveryPlace() {
    String wrong =
        """
        {"key":"other","name":" ","nameEn":"x","unit":"个","aggregation":"ratio","tolerance":1}
        """;
    problem(bureau().body(wrong).put(INDICATORS + "mine").then(), 400, "invalid-request")
        .body("errors.pointer", equalTo(List.of("/key", "/name", "/unit", "/tolerance")));
    problem(wujin().get(INDICATORS + "mine").then(), 404, "not-found");
  }

  @Test
  void onlyTheBureauWrites() {
    problem(
        wujin().body(indicator("theirs", "一")).put(INDICATORS + "theirs").then(), 403, "forbidden");
  }

  @Test
  void listsPage() {
    for (String key : new String[] {"page-1", "page-2", "page-3"}) {
      bureau().body(indicator(key, "一")).put(INDICATORS + key).then().statusCode(201);
    }
    as("district-viewer", "320481")
        .get("/api/v1/indicators?after=page-1&limit=1")
        .then()
        .body("indicators.key", equalTo(List.of("page-2")))
        .body("next", equalTo("page-2"));
    wujin()
        .get("/api/v1/indicators?after=page-2")
        .then()
        .body("indicators.key", hasItem("page-3"))
        .body("indicators.key", not(hasItem("page-2")));
  }

  @Test
  void theTreeIsThereFromTheStart() {
    as("district-viewer", "320481")
        .get("/api/v1/districts")
        .then()
        .statusCode(200)
        .body("districts", hasSize(10))
        .body("districts.find { it.code == '320412' }.parent", equalTo("320400"))
        .body("districts.find { it.code == '320000' }.level", equalTo("province"));
  }
}
