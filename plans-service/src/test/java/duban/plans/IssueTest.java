package duban.plans;

import static duban.plans.Story.as;
import static duban.plans.Story.bureau;
import static duban.plans.Story.problem;
import static duban.plans.Story.together;
import static duban.plans.Story.wujin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each test issues for a period of its own. */
@QuarkusTest
class IssueTest {

  private static final String ISSUES = "/api/v1/issues";
  private static final String HASH = "9f2c".repeat(16);

  private static String issue(String kind, String period, int number, String digest) {
    return """
    {"kind":"%s","scope":"320400","period":"%s","number":%d,"asOf":"2022-06-30",
     "knownAt":"2022-07-05T08:00:00Z","positions":{"progress/320412":{"seq":812,"hash":"%s"}},
     "digest":"%s"}
    """
        .formatted(kind, period, number, HASH, digest);
  }

  private static Response post(String issue) {
    return bureau().body(issue).post(ISSUES);
  }

  @Test
  void issuesOfAPeriodAreNumberedWithoutAGap() {
    String digest = "ab12".repeat(16);
    problem(post(issue("bulletin", "2022-06", 2, digest)).then(), 409, "conflict")
        .body("errors.pointer", equalTo(List.of("/number")));
    long seq =
        post(issue("bulletin", "2022-06", 1, digest))
            .then()
            .statusCode(201)
            .body("issue.number", equalTo(1))
            .body("by", equalTo("test-city-admin"))
            .extract()
            .jsonPath()
            .getLong("seq");
    post(issue("bulletin", "2022-06", 1, digest))
        .then()
        .statusCode(200)
        .body("seq", equalTo((int) seq));
    problem(post(issue("bulletin", "2022-06", 1, HASH)).then(), 409, "conflict")
        .body("errors.pointer", equalTo(List.of("/number")));
    post(issue("bulletin", "2022-06", 2, HASH)).then().statusCode(201);

    bureau()
        .get("/api/v1/ledgers/plans/catalogue/events?limit=1&after=" + (seq - 1))
        .then()
        .body("events[0].id", equalTo("bulletin-320400-2022-06-r1"))
        .body("events[0].fullType", equalTo("cn.duban.bulletin.issued.v1"));
    String hash =
        bureau()
            .get("/api/v1/ledgers/plans/catalogue/events?limit=1&after=" + (seq - 1))
            .jsonPath()
            .getString("events[0].hash");
    wujin()
        .get(ISSUES + "?scope=320400&kind=bulletin&limit=1&after=" + (seq - 1))
        .then()
        .statusCode(200)
        .body("issues.seq", equalTo(List.of((int) seq)))
        .body("issues[0].hash", equalTo(hash))
        .body("issues[0].issue.positions.'progress/320412'.seq", equalTo(812))
        .body("next", equalTo((int) seq));
  }

  @Test
  void ofManyWhoIssueTheSameNumberOneWins() throws Exception {
    List<Integer> answers =
        together(
            8,
            () ->
                post(issue(
                        "summary", "2019", 1, "%064x".formatted(Thread.currentThread().threadId())))
                    .statusCode());

    assertThat(answers).containsOnlyOnce(201).containsOnly(201, 409);
    bureau()
        .get(ISSUES + "?kind=summary")
        .then()
        .body("issues.findAll { it.issue.period == '2019' }.size()", equalTo(1));
  }

  @Test
  void whatIsWrongIsNamedAllAtOnce() {
    String wrong =
        issue("bulletin", "2022", 0, "AB")
            .replace("progress/320412", "progress/x")
            .replace("\"seq\":812", "\"seq\":0");
    problem(post(wrong).then(), 400, "invalid-request")
        .body(
            "errors.pointer",
            equalTo(
                List.of(
                    "/period",
                    "/number",
                    "/digest",
                    "/positions/progress~1x",
                    "/positions/progress~1x/seq")));
  }

  @Test
  void aPositionIsWhole() {
    String half = issue("bulletin", "2022-03", 1, HASH).replace("\"hash\":", "\"hush\":");
    problem(post(half).then(), 400, "invalid-request")
        .body(
            "errors.pointer",
            equalTo(
                List.of("/positions/progress~1320412/hush", "/positions/progress~1320412/hash")));
  }

  @Test
  void theBureauIssuesAndThoseItIsAboutRead() {
    post(issue("bulletin", "2022-01", 1, HASH)).then().statusCode(201);

    problem(
        wujin().body(issue("bulletin", "2022-02", 1, HASH)).post(ISSUES).then(), 403, "forbidden");
    problem(
        as("city-admin", "320500").body(issue("bulletin", "2022-02", 1, HASH)).post(ISSUES).then(),
        403,
        "forbidden");
    as("district-viewer", "320506")
        .get(ISSUES)
        .then()
        .statusCode(200)
        .body("issues", empty())
        .body("next", nullValue());
  }
}
