package duban.reporting.query;

import static duban.reporting.Service.number;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;

import com.fasterxml.jackson.databind.JsonNode;
import duban.contracts.catalogue.Indicator;
import duban.contracts.catalogue.Indicator.Aggregation;
import duban.contracts.plan.Target.Kind;
import duban.ledger.chain.LedgerEvent;
import duban.reporting.City;
import duban.reporting.DistrictLedgers;
import duban.reporting.OnRealInfrastructure;
import duban.reporting.Service;
import duban.reporting.calendar.Calendar;
import duban.reporting.freshness.Freshness;
import duban.reporting.freshness.FreshnessStore;
import duban.reporting.standing.Targets;
import duban.testkit.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The reports: shapes, time travel, freshness, and who may see what. */
@QuarkusTest
class ReportsTest extends OnRealInfrastructure {

  @Inject Pool pool;
  @Inject FreshnessStore freshnessStore;

  private final City city = City.fresh();
  private final Indicator seats = city.indicator(Aggregation.SUM);
  private final DistrictLedgers wujin = city.district();
  private final DistrictLedgers liyang = city.district();

  private JsonNode get(String path) {
    return Service.after(city.viewer(), path, wujin, liyang);
  }

  private String rollups(String more) {
    return "/rollups?year=2022&scope=" + city.code() + more;
  }

  private void publish() {
    wujin.publishes(
        Targets.of(Kind.QUANTITY).value("6325").indicator(seats),
        Targets.of(Kind.QUANTITY).value("35"));
    liyang.publishes(Targets.of(Kind.QUANTITY).value("4700").indicator(seats));
  }

  /** A moment between what was recorded before and after it. */
  private static Instant between() {
    Instant now = Instant.now();
    while (!Instant.now().isAfter(now.plusMillis(3))) {
      Thread.onSpinWait();
    }
    return now.plusMillis(1);
  }

  @Test
  void aReportCanBeAskedForAsOfADay() {
    publish();
    wujin.reports("6.1", "2022-03-31", "1000");
    wujin.reports("6.1", "2022-06-30", "3200");
    JsonNode march = get(rollups("&asOf=2022-03-31")).path("rows").path(0);
    assertThat(number(march, "reached")).isEqualByComparingTo("1000");
    assertThat(number(march, "pace")).isEqualByComparingTo("0.2445");
    assertThat(number(march.path("districts").path(0), "reached")).isEqualByComparingTo("1000");
    JsonNode target = get("/targets/" + wujin.target("6.1") + "?asOf=2022-03-30");
    assertThat(target.path("reached").isMissingNode()).isTrue();
    assertThat(target.path("light").textValue()).isEqualTo("behind");
  }

  @Test
  void aReportCanBeAskedForAsItWasKnown() {
    publish();
    wujin.reports("6.1", "2022-06-30", "3200");
    Instant first = between();
    LedgerEvent late = wujin.reports("6.1", "2022-06-29", "9000");
    LedgerEvent wrong = wujin.reports("6.1", "2022-06-30", "32000");
    Instant second = between();
    wujin.voids(wrong);
    wujin.publishes(Targets.of(Kind.QUANTITY).value("7000").indicator(seats));
    assertThat(late.seq()).isEqualTo(2);
    JsonNode then = get(rollups("&knownAt=" + first)).path("rows").path(0);
    assertThat(number(then, "reached")).isEqualByComparingTo("3200");
    assertThat(number(then, "promised")).isEqualByComparingTo("11025");
    assertThat(number(get(rollups("&knownAt=" + second)).path("rows").path(0), "reached"))
        .isEqualByComparingTo("32000");
    JsonNode now = get(rollups("")).path("rows").path(0);
    assertThat(number(now, "reached")).isEqualByComparingTo("3200");
    assertThat(number(now, "promised")).isEqualByComparingTo("11700");
    JsonNode both = get(rollups("&asOf=2022-06-29&knownAt=" + second)).path("rows").path(0);
    assertThat(number(both, "reached")).isEqualByComparingTo("9000");
    JsonNode plan = get("/plans/" + wujin.plan() + "/standing?knownAt=" + first);
    assertThat(plan.path("revision").intValue()).isEqualTo(1);
    assertThat(plan.path("targets").intValue()).isEqualTo(2);
    JsonNode history = get("/targets/" + wujin.target("6.1") + "?knownAt=" + first);
    assertThat(history.path("history")).hasSize(1);
  }

  @Test
  void thePresentAndItsFoldAgree() {
    publish();
    wujin.reports("6.1", "2022-06-30", "3200");
    liyang.adds("6.1", "2022-05-01", "1610");
    JsonNode stored = get(rollups("")).path("rows").path(0);
    JsonNode folded = get(rollups("&knownAt=2100-01-01T00:00:00Z")).path("rows").path(0);
    for (String field : new String[] {"promised", "reached", "share", "pace", "light", "lights"}) {
      assertThat(folded.path(field)).as(field).isEqualTo(stored.path(field));
    }
    JsonNode standing = get("/scopes/" + city.code() + "/standing?year=2022");
    JsonNode past =
        get("/scopes/" + city.code() + "/standing?year=2022&knownAt=2100-01-01T00:00:00Z");
    for (String field :
        new String[] {"lights", "light", "targets", "reported", "scopes", "plans"}) {
      assertThat(past.path(field)).as(field).isEqualTo(standing.path(field));
    }
  }

  @Test
  void aPlanIsToldAsItsOutline() {
    publish();
    wujin.reports("6.1", "2022-06-30", "6325");
    JsonNode plan = get("/plans/" + wujin.plan() + "/standing");
    assertThat(plan.path("plan").textValue()).isEqualTo(wujin.plan());
    assertThat(plan.path("lights").path("achieved").intValue()).isEqualTo(1);
    assertThat(plan.path("light").textValue()).isEqualTo("behind");
    JsonNode item = plan.path("sections").path(0).path("items").path(0);
    assertThat(item.path("item").textValue()).isEqualTo(wujin.target("6"));
    assertThat(item.path("targets").findValuesAsText("target"))
        .containsExactly(wujin.target("6.1"), wujin.target("6.2"));
    assertThat(item.path("targets").path(0).path("reason").path("zh").textValue()).contains("已达成");
  }

  @Test
  void aTargetIsToldWithItsHistoryPageByPage() {
    publish();
    for (int i = 1; i <= 5; i++) {
      wujin.adds("6.1", "2022-0" + i + "-01", "10");
    }
    String path = "/targets/" + wujin.target("6.1") + "?limit=2";
    JsonNode first = get(path);
    assertThat(first.path("history").findValues("seq").stream().map(JsonNode::asLong))
        .containsExactly(5L, 4L);
    JsonNode second = get(path + "&after=" + first.path("next").asLong());
    assertThat(second.path("history").findValues("seq").stream().map(JsonNode::asLong))
        .containsExactly(3L, 2L);
    JsonNode last = get(path + "&after=" + second.path("next").asLong());
    assertThat(last.path("history")).hasSize(1);
    assertThat(last.path("next").isMissingNode()).isTrue();
    assertThat(first.path("paceLine")).hasSize(2);
    assertThat(first.path("definition").path("value").intValue()).isEqualTo(6325);
  }

  @Test
  void theLastEventsSayWhoSaidWhat() {
    publish();
    wujin.reports("6.1", "2022-06-30", "3200");
    liyang.reports("6.1", "2022-06-30", "1610");
    JsonNode events = get("/events/latest?year=2022&limit=1&scope=" + city.code()).path("events");
    assertThat(events).hasSize(1);
    JsonNode event = events.path(0);
    assertThat(event.path("subject").textValue()).isEqualTo(liyang.target("6.1"));
    assertThat(event.path("titleEn").textValue()).isEqualTo("Target");
    assertThat(event.path("by").textValue()).isEqualTo("tester");
    assertThat(event.path("value").intValue()).isEqualTo(1610);
  }

  @Test
  void anAnswerSaysHowFreshItIs() {
    publish();
    wujin.reports("6.1", "2022-06-30", "3200");
    JsonNode freshness = get(rollups("")).path("freshness");
    assertThat(freshness.path("positions").path("progress/" + wujin.code()).asLong()).isEqualTo(1);
    assertThat(freshness.path("positions").path("plans/" + liyang.code()).asLong()).isEqualTo(1);
    assertThat(freshness.has("lagMillis")).as("a story has no lag").isFalse();
    assertThat(freshness.path("late").booleanValue()).isFalse();
    assertThat(Instant.parse(freshness.path("recordedUpTo").textValue()))
        .isEqualTo(wujin.progress().last().recordedAt());
  }

  /**
   * The tests' system has a day of its own; in this transaction, which is taken back, it has not.
   */
  @Test
  void inASystemOfTheRealTimeAnAnswerSaysHowLongItTookToApply() {
    publish();
    wujin.reports("6.1", "2022-06-30", "3200");
    get(rollups(""));
    AtomicReference<Freshness> told = new AtomicReference<>();
    pool.withTransaction(transaction ->
            transaction
                .query("update calendar set set_from = null")
                .execute()
                .chain(() -> freshnessStore.of(transaction, List.of(wujin.code())))
                .invoke(told::set)
                .chain(done -> Uni.createFrom().failure(new IllegalStateException("taken back"))))
        .onFailure(IllegalStateException.class)
        .recoverWithNull()
        .await()
        .atMost(Duration.ofSeconds(20));
    assertThat(told.get().lagMillis()).isBetween(0L, 20_000L);
  }

  @Test
  void anEmptyAnswerSaysWhy() {
    JsonNode answer = get(rollups(""));
    assertThat(answer.path("rows")).isEmpty();
    assertThat(answer.path("notice").path("en").textValue()).contains("Nothing has been received");
    publish();
    assertThat(get("/rollups?year=2019&scope=" + city.code()).path("notice").path("en").textValue())
        .contains("No published target");
  }

  @Test
  void anAnswerWaitsForWhatItMustInclude() throws Exception {
    publish();
    get(rollups(""));
    CompletableFuture<JsonNode> waiting =
        CompletableFuture.supplyAsync(() ->
            Service.json(
                given()
                    .auth()
                    .oauth2(city.viewer())
                    .header("Duban-After", wujin.code() + ":1")
                    .get("/api/v1" + rollups(""))));
    between();
    assertThat(waiting).isNotDone();
    wujin.reports("6.1", "2022-06-30", "3200");
    assertThat(number(waiting.get().path("rows").path(0), "reached")).isEqualByComparingTo("3200");
  }

  @Test
  void whatDoesNotComeIsNotWaitedForForEver() {
    given()
        .auth()
        .oauth2(city.viewer())
        .header("Accept-Language", "en")
        .header("Duban-After", wujin.code() + ":99")
        .get("/api/v1" + rollups(""))
        .then()
        .statusCode(503)
        .contentType("application/problem+json")
        .header("Retry-After", "1")
        .body("type", endsWith("/not-yet-applied"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/rollups?year=22",
        "/rollups?year=2022&scope=4201",
        "/rollups?year=2022&scope=420100&asOf=yesterday",
        "/rollups?year=2022&scope=420100&knownAt=2022-06-30",
        "/events/latest?scope=420100&limit=0",
        "/scopes/420100/standing?year=x",
      })
  void refusesWhatItCannotRead(String path) {
    String token = Tokens.mint("city-viewer", "420000");
    Service.get(token, path)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("type", endsWith("/invalid-request"));
  }

  /** Its lights are told all the same, by all that is known. */
  @Test
  void aPlanThatWasNotPublishedOnTheDaySaysSo() {
    publish();
    LocalDate published = LocalDate.now(Calendar.ZONE);
    String standing = "/plans/" + wujin.plan() + "/standing?asOf=";
    JsonNode before = get(standing + published.minusDays(1));
    assertThat(before.path("notice").path("zh").textValue())
        .startsWith("该计划于 " + published + " 发布，截至 " + published.minusDays(1) + " 尚未发布");
    assertThat(before.path("light").isTextual()).isTrue();
    JsonNode on = get(standing + published);
    assertThat(on.path("notice").isMissingNode()).isTrue();
    assertThat(Instant.parse(on.path("publishedAt").textValue())).isBefore(Instant.now());
  }

  @Test
  void whoeverHasSeveralDistrictsIsToldToChoose() {
    String both = Tokens.mint("district-viewer", wujin.code(), liyang.code());
    for (String path : new String[] {"/rollups?year=2022", "/live?year=2022"}) {
      Service.get(both, path)
          .then()
          .statusCode(400)
          .body("detail", endsWith(": " + wujin.code() + ", " + liyang.code() + "."));
    }
    publish();
    Service.after(both, "/rollups?year=2022&scope=" + liyang.code(), liyang);
  }

  @Test
  void nobodySeesAForeignDistrict() {
    publish();
    get(rollups(""));
    for (String path :
        new String[] {
          "/rollups?year=2022&scope=" + liyang.code(),
          "/rollups?year=2022&scope=" + city.code(),
          "/scopes/" + liyang.code() + "/standing?year=2022",
          "/plans/" + liyang.plan() + "/standing",
          "/targets/" + liyang.target("6.1"),
          "/events/latest?year=2022&scope=" + liyang.code(),
          "/projection/positions"
        }) {
      Service.get(wujin.viewer(), path)
          .then()
          .statusCode(403)
          .contentType("application/problem+json");
      given().get("/api/v1" + path).then().statusCode(401);
    }
    Service.get(wujin.viewer(), "/rollups?year=2022").then().statusCode(200);
    Service.get(wujin.viewer(), "/plans/" + wujin.plan() + "/standing").then().statusCode(200);
  }

  @Test
  void whatIsNotThereIsNotFound() {
    publish();
    get(rollups(""));
    for (String path :
        new String[] {
          "/rollups?year=2022&scope=499900",
          "/scopes/499900/standing?year=2022",
          "/plans/" + city.code() + "-2022/standing",
          "/targets/zzz",
          "/targets/" + wujin.target("9.9"),
          "/plans/" + wujin.plan() + "/standing?knownAt=2020-01-01T00:00:00Z"
        }) {
      Service.get(Tokens.mint("city-viewer", city.code(), "490000"), path)
          .then()
          .statusCode(404)
          .contentType("application/problem+json");
    }
  }
}
