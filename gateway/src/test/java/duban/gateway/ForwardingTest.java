package duban.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import duban.testkit.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ForwardingTest extends AtTheDoor {

  private static final String EVENTS = "/api/v1/districts/320412/events";

  @AfterEach
  void nothingIsLeftUnderWay() {
    await().untilAsserted(() -> assertThat(meters()).contains("duban_gateway_requests 0.0"));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          GET,  /api/v1/districts,                          plans
          GET,  /api/v1/indicators/new-seats,               plans
          PUT,  /api/v1/indicators/new-seats,               plans
          POST, /api/v1/plans,                              plans
          GET,  /api/v1/plans?district=320412&year=2022,    plans
          GET,  /api/v1/plans/320412-2022,                  plans
          PUT,  /api/v1/plans/320412-2022,                  plans
          POST, /api/v1/plans/320412-2022/publish,          plans
          GET,  /api/v1/plans/320412-2022/revisions/2,      plans
          POST, /api/v1/plans/import?replace=true,          plans
          GET,  /api/v1/plans/320412-2022/review,           plans
          POST, /api/v1/plans/320412-2022/review/decisions, plans
          POST, /api/v1/plans/320412-2022/review/proposals, plans
          PUT,  /api/v1/plans/320412-2022/review/titles,    plans
          GET,  /api/v1/plans/320412-2022/review/reading?start=1&end=9, plans
          GET,  /api/v1/plans/320412-2022/review/history?after=2, plans
          GET,  /api/v1/plans/320412-2022/review/original,  plans
          GET,  /api/v1/plans/320412-2022/comparison?undecided=true, plans
          GET,  /api/v1/plans/320412-2022/standing,         reporting
          GET,  /api/v1/ledgers/plans/320412/events?after=1,plans
          GET,  /api/v1/ledgers/progress,                   progress
          GET,  /api/v1/ledgers/progress/320412/events,     progress
          GET,  /api/v1/districts/320412/events?limit=2,    progress
          POST, /api/v1/districts/320412/events,            progress
          GET,  /api/v1/districts/320412/ledger,            progress
          POST, /api/v1/districts/320412/ledger/verify,     progress
          GET,  /api/v1/rollups?year=2022&scope=320400,     reporting
          GET,  /api/v1/scopes/320400/standing?year=2022,   reporting
          GET,  /api/v1/targets/320412-2022.6.1,            reporting
          GET,  /api/v1/events/latest?scope=320400,         reporting
          GET,  /api/v1/projection/positions,               reporting
          POST, /api/v1/projection/verify,                  reporting
          PUT,  /api/v1/today,                              reporting
          GET,  /api/v1/settings,                           plans
          PUT,  /api/v1/settings,                           plans
          GET,  /api/v1/programmes?year=2022,               plans
          GET,  /api/v1/programmes/seats-2021,              plans
          PUT,  /api/v1/programmes/seats-2021,              plans
          GET,  /api/v1/programmes/seats-2021/line,         reporting
          PUT,  /api/v1/districts/320412,                   plans
          GET,  /api/v1/plans/320412-2022/revisions/2/changes, plans
          POST, /api/v1/plans/320412-2022/carry-over,       plans
          GET,  /api/v1/issues?scope=320400,                plans
          POST, /api/v1/issues,                             plans
          GET,  /api/v1/districts/320412/evidence,          progress
          POST, /api/v1/districts/320412/evidence?name=a.pdf, progress
          GET,  /api/v1/districts/320412/evidence/sha256:0a, progress
          HEAD, /api/v1/districts/320412/evidence/sha256:0a, progress
          GET,  /api/v1/districts/320412/template?year=2022, reporting
          GET,  /api/v1/problems?scope=320400,              reporting
          GET,  /api/v1/problems/320412:p-1,                reporting
          GET,  /api/v1/supervision?scope=320400,           reporting
          GET,  /api/v1/items/320412-2022.6,                reporting
          GET,  /api/v1/discipline?scope=320400,            reporting
          GET,  /api/v1/appraisals?scope=320400,            reporting
          GET,  /api/v1/changes?from=2022-06-30,            reporting
          GET,  /api/v1/targets/320412-2022.6.1/line,       reporting
          GET,  /api/v1/bulletins/320400/2022-06,           reporting
          POST, /api/v1/bulletins/320400/2022-06/issue,     reporting
          GET,  /api/v1/bulletins/320400/2022-06/issues,    reporting
          GET,  /api/v1/bulletins/320400/2022-06/proof,     reporting
          GET,  /api/v1/summaries/320400/2022,              reporting
          POST, /api/v1/summaries/320400/2022/issue,        reporting
          GET,  /api/v1/summaries/320400/2022/issues,       reporting
          GET,  /api/v1/summaries/320400/2022/proof,        reporting
          GET,  /api/v1/exports/targets?format=csv,         reporting
          GET,  /api/v1/webhooks,                           reporting
          POST, /api/v1/webhooks,                           reporting
          GET,  /api/v1/webhooks/w1,                        reporting
          PUT,  /api/v1/webhooks/w1,                        reporting
          DELETE, /api/v1/webhooks/w1,                      reporting
          GET,  /api/v1/webhooks/w1/deliveries,             reporting
          POST, /api/v1/webhooks/w1/deliveries/d1/redeliver, reporting
          GET,  /api/v1/projection/rebuild,                 reporting
          POST, /api/v1/projection/rebuild,                 reporting
          HEAD, /api/v1/today,                              reporting
          """)
  void eachPathHasItsService(String method, String target, String service) throws IOException {
    PlayedServices.SEEN.clear();

    RawHttp.send(
        port(), RawHttp.head(method, target, admin()) + "Content-Length: 0\r\n\r\n", method);

    assertThat(PlayedServices.SEEN).containsExactly(service + " " + method + " " + target);
  }

  @Test
  void headersOfOneNeighbourStayWithHim() throws IOException {
    RawHttp.Answer answer =
        get(
            "/api/v1/rollups",
            admin(),
            "Duban-After: 320412:8123",
            "Duban-Expected-Seq: 812",
            "If-None-Match: \"6\"",
            "Accept-Language: en",
            "X-Forwarded-For: 10.0.0.1",
            "X-Forwarded-Host: evil",
            "X-Real-IP: 10.0.0.1",
            "Forwarded: for=10.0.0.1",
            "X-Duban-Subject: mayor",
            "Duban-Internal: yes",
            "X-HTTP-Method-Override: DELETE",
            "Cookie: a=b",
            "Connection: keep-alive, X-Hop",
            "X-Hop: mine",
            "TE: trailers");

    assertThat(answer.body())
        .contains("\"duban-after\":\"320412:8123\"", "\"duban-expected-seq\":\"812\"")
        .contains("\"if-none-match\"", "\"accept-language\"")
        .contains("\"x-forwarded-for\":\"127.0.0.1\"", "\"x-forwarded-host\":\"duban\"")
        .contains("\"x-forwarded-proto\":\"http\"")
        .doesNotContain("10.0.0.1", "evil", "mayor", "duban-internal", "override", "\"cookie\"")
        .doesNotContain("x-hop", "\"te\"");
    assertThat(answer.header("etag")).isEqualTo("\"7\"");
    assertThat(answer.header("cache-control")).isEqualTo("private, max-age=5");
    assertThat(answer.headers()).doesNotContainKeys("server", "x-between", "connection");
  }

  @Test
  void aPlaceAtTheServiceBecomesAPlaceHere() throws IOException {
    RawHttp.Answer answer = post("/api/v1/plans", "application/json", "{}", admin());

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.header("location")).isEqualTo("/api/v1/plans/320412-2022?x=1");
  }

  @Test
  void aServiceThatIsDownIsSaidToBeDownAndTheOthersGoOn() throws IOException {
    int port = PlayedServices.stop("plans");
    try {
      RawHttp.Answer answer = get("/api/v1/plans", admin(), "Accept-Language: en");

      assertThat(answer.status()).isEqualTo(502);
      assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
      assertThat(answer.body()).contains("/problems/bad-gateway", "plans-service does not answer");
      assertThat(post("/api/v1/plans", "application/json", "{}", admin()).status()).isEqualTo(502);
      assertThat(get("/api/v1/rollups", admin()).status()).isEqualTo(200);
    } finally {
      PlayedServices.listen("plans", port);
    }
    assertThat(get("/api/v1/plans", admin()).status()).isEqualTo(200);
  }

  /** A kept connection may be closed just as it is taken. */
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          GET,  /api/v1/rollups,                  1, 200, 2
          HEAD, /api/v1/rollups,                  1, 200, 2
          GET,  /api/v1/rollups,                  2, 502, 2
          POST, /api/v1/districts/320412/events,  1, 502, 1
          """)
  void onlyAQuestionIsAskedAgainAndOnlyOnce(
      String method, String path, int unanswered, int status, int asked) throws IOException {
    PlayedServices.SEEN.clear();
    PlayedServices.LEFT_UNANSWERED.set(unanswered);

    RawHttp.Answer answer =
        RawHttp.send(port(), RawHttp.head(method, path, admin()) + "\r\n", method);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(PlayedServices.SEEN).hasSize(asked);
  }

  @Test
  void aServiceThatDoesNotAnswerIsNotWaitedForForEver() throws IOException {
    Instant asked = Instant.now();

    RawHttp.Answer answer = get("/api/v1/targets/320412-2022.slow", admin());

    assertThat(answer.status()).isEqualTo(502);
    assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void anAnswerThatBreaksOffIsNotPassedOffAsWhole() throws IOException {
    try (RawHttp http = new RawHttp(port())) {
      http.write(RawHttp.get("/api/v1/targets/320412-2022.cut", admin()));

      assertThat(http.head().header("content-length")).isEqualTo("10");
      assertThat(http.isClosedAfter("abc")).isTrue();
    }
  }

  @Test
  void anUploadIsAnsweredWhileItIsStillComingIn() throws IOException {
    try (RawHttp http = new RawHttp(port())) {
      http.write(ndjson() + "Transfer-Encoding: chunked\r\n\r\n5\r\nabcd\n\r\n");
      assertThat(http.head().status()).isEqualTo(200);
      assertThat(http.chunk()).isEqualTo("{\"got\":5}\n");

      http.write("3\r\nef\n\r\n");
      assertThat(http.chunk()).isEqualTo("{\"got\":3}\n");

      http.write("0\r\n\r\n");
      assertThat(http.chunk()).isEqualTo("{\"end\":true}\n");
    }
  }

  @Test
  void aClientThatAsksFirstIsTold() throws IOException {
    try (RawHttp http = new RawHttp(port())) {
      http.write(
          RawHttp.head("POST", EVENTS, admin(), "Expect: 100-continue")
              + "Content-Type: application/json\r\nContent-Length: 2\r\n\r\n");
      assertThat(http.head().status()).isEqualTo(100);

      http.write("{}");
      assertThat(http.read().status()).isEqualTo(201);
    }
  }

  @Test
  void aSlowReaderHoldsTheServiceBack() throws IOException {
    try (RawHttp http = new RawHttp(port())) {
      http.write(RawHttp.get("/api/v1/targets/320412-2022.flood", admin()));
      assertThat(http.head().status()).isEqualTo(200);

      long held = settled(() -> PlayedServices.FLOODED.get());
      assertThat(held).isLessThan(PlayedServices.FLOOD / 3);

      assertThat(http.skip(PlayedServices.FLOOD)).isEqualTo(PlayedServices.FLOOD);
    }
  }

  @Test
  void aSlowServiceHoldsTheUploadBack() throws Exception {
    int whole = 60 << 20;
    try (RawHttp http = new RawHttp(port())) {
      http.write(
          RawHttp.head("POST", "/api/v1/districts/320481/events", admin())
              + "Content-Type: application/x-ndjson\r\nContent-Length: "
              + whole
              + "\r\n\r\n");
      RawHttp.Pump pump = http.pump(whole);

      long held = settled(pump::sent);
      assertThat(held).isLessThan(whole / 3);

      PlayedServices.readsAgain = true;
      assertThat(http.read().status()).isEqualTo(200);
      assertThat(pump.sent()).isEqualTo(whole);
    }
  }

  @Test
  void oldClientsAreToldToBeNewer() throws IOException {
    RawHttp.Answer answer =
        RawHttp.send(port(), "GET /api/v1/today HTTP/1.0\r\n" + admin() + "\r\n\r\n");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("HTTP/1.1");
  }

  /** The figure once it no longer moves. */
  private static long settled(java.util.function.LongSupplier figure) {
    long[] last = {-1, 0};
    await()
        .pollInterval(Duration.ofMillis(200))
        .atMost(Duration.ofSeconds(10))
        .until(() -> {
          long now = figure.getAsLong();
          last[1] = now == last[0] && now > 0 ? last[1] + 1 : 0;
          last[0] = now;
          return last[1] >= 3;
        });
    return last[0];
  }

  private static String ndjson() {
    return RawHttp.head("POST", EVENTS, admin()) + "Content-Type: application/x-ndjson\r\n";
  }

  private static String admin() {
    return bearer(Tokens.mint("city-admin", "320000"));
  }
}
