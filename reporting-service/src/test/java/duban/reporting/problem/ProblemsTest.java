package duban.reporting.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import duban.contracts.plan.Target.Kind;
import duban.ledger.chain.LedgerEvent;
import duban.reporting.City;
import duban.reporting.DistrictLedgers;
import duban.reporting.OnRealInfrastructure;
import duban.reporting.Service;
import duban.reporting.standing.Targets;
import duban.testkit.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The problem list. */
@QuarkusTest
@Order(OnRealInfrastructure.EARLY)
class ProblemsTest extends OnRealInfrastructure {

  private static final int STEPS = 60;
  private static final int QUESTIONS = 30;
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  private final City city = City.fresh();
  private final DistrictLedgers wujin = city.district();
  private final DistrictLedgers liyang = city.district();
  private final Said inWujin = new Said(wujin);
  private final Said inLiyang = new Said(liyang);

  @BeforeEach
  void publish() {
    wujin.recordsOn("2022-06-01");
    liyang.recordsOn("2022-06-01");
    wujin.publishes(Targets.of(Kind.QUANTITY).value("35"));
    liyang.publishes(Targets.of(Kind.QUANTITY).value("35"));
  }

  @AfterEach
  void back() {
    Service.moveTo("2022-06-30");
  }

  private JsonNode list(String more) {
    return Service.after(
        city.viewer(), "/problems?year=2022&scope=" + city.code() + more, wujin, liyang);
  }

  private static List<String> problems(JsonNode list) {
    return list.path("problems").findValuesAsText("problem");
  }

  @Test
  void aListShowsWhatIsFirstDueFirstAndCounts() {
    inWujin.opens("A", "2022-06-20");
    inWujin.opens("B", "2022-07-20");
    inWujin.opens("C", "2022-06-10");
    inWujin.rectifies("C");
    inLiyang.opens("A", "2022-06-29");
    inLiyang.rectifies("A");
    inLiyang.verifies("A");
    inLiyang.reopens("A", "2022-06-30");
    inLiyang.opens("D", "2022-05-01");
    inLiyang.rectifies("D");
    inLiyang.verifies("D");
    JsonNode all = list("");
    assertThat(problems(all)).containsExactly("D", "C", "A", "A", "B");
    assertThat(all.path("counts").toString())
        .isEqualTo("{\"open\":3,\"rectified\":1,\"closed\":1,\"overdue\":1,\"reopened\":1}");
    assertThat(problems(list("&state=overdue"))).containsExactly("A");
    assertThat(problems(list("&state=closed"))).containsExactly("D");
    assertThat(problems(list("&state=rectified"))).containsExactly("C");
    assertThat(problems(list("&state=open&asOf=2022-07-21"))).containsExactly("A", "A", "B");
    assertThat(list("&asOf=2022-07-21").path("counts").path("overdue").intValue()).isEqualTo(3);
    assertThat(problems(list("&item=" + wujin.target("6")))).containsExactly("C", "A", "B");
    JsonNode first = all.path("problems").path(2);
    assertThat(first.path("itemTitle").textValue()).isEqualTo("学校建设");
    assertThat(first.path("text").textValue()).isEqualTo("opened A");
    assertThat(first.path("overdueDays").intValue()).isEqualTo(10);
    assertThat(first.path("steps").path(0).path("by").textValue()).isEqualTo("tester");
  }

  @Test
  void aListGoesOnPageByPage() {
    for (int i = 1; i <= 5; i++) {
      inWujin.opens("P" + i, "2022-07-01");
    }
    List<String> seen = new ArrayList<>();
    String next = "";
    for (int page = 0; page < 3; page++) {
      JsonNode answer = list("&limit=2" + next);
      seen.addAll(problems(answer));
      next = "&after=" + answer.path("next").asText();
      assertThat(answer.path("next").isMissingNode()).isEqualTo(page == 2);
    }
    assertThat(seen).containsExactly("P1", "P2", "P3", "P4", "P5");
  }

  @Test
  void anOpeningThatNamesNoDayGetsThoseOfTheSettings() {
    LedgerEvent opened = inWujin.opens("A", null);
    LocalDate day = LocalDate.ofInstant(opened.recordedAt(), SHANGHAI);
    JsonNode problem =
        Service.after(city.viewer(), "/problems/A?district=" + wujin.code(), wujin, liyang);
    assertThat(problem.path("due").textValue()).isEqualTo(day.plusDays(30).toString());
    assertThat(problem.path("steps")).hasSize(1);
  }

  @Test
  void theCalendarTurnsAProblemOverdueAndTellsItOnce() {
    inWujin.opens("A", "2022-07-10");
    inWujin.opens("B", "2022-07-11");
    inWujin.rectifies("B");
    list("");
    assertThat(told("A")).isEqualTo(1);
    Service.moveTo("2022-07-10");
    assertThat(told("A")).isEqualTo(1);
    Service.moveTo("2022-07-15");
    assertThat(told("A")).isEqualTo(2);
    Service.moveTo("2022-07-15");
    Service.moveTo("2022-07-16");
    assertThat(told("A")).isEqualTo(2);
    assertThat(told("B")).isEqualTo(2);
    assertThat(lastTold("A").path("overdue").booleanValue()).isTrue();
    assertThat(lastTold("A").path("overdueDays").intValue()).isEqualTo(5);
  }

  /**
   * Recorded at the other side of midnight: what the running day does not show it shows in turn.
   */
  @Test
  void aStepOfALaterDayIsToldWhenItsDayCame() {
    wujin.recordsAt("2022-06-30T15:59:59.999Z");
    inWujin.opens("A", "2022-07-10");
    wujin.recordsAt("2022-06-30T16:00:00Z");
    inWujin.rectifies("A");
    inWujin.opens("B", "2022-07-10");
    assertThat(problems(list(""))).containsExactly("A");
    assertThat(lastTold("A").path("state").textValue()).isEqualTo("open");
    assertThat(told("B")).isZero();
    Service.moveTo("2022-07-01");
    assertThat(lastTold("A").path("state").textValue()).isEqualTo("rectified");
    assertThat(told("B")).isEqualTo(1);
    assertThat(problems(list(""))).containsExactly("A", "B");
    Service.moveTo("2022-06-30");
    assertThat(lastTold("A").path("state").textValue()).isEqualTo("open");
    assertThat(problems(list(""))).containsExactly("A");
  }

  private long told(String problem) {
    return Service.count(
        "select count(*) from change_feed where kind = 'problem' and key = '%s/%s'"
            .formatted(wujin.code(), problem));
  }

  private JsonNode lastTold(String problem) {
    return Service.parse(
        Service.text(
            "select row from change_feed where kind = 'problem' and key = '%s/%s' order by no desc"
                .formatted(wujin.code(), problem)));
  }

  @Test
  void anItemsProblemsStandBesideItsLight() {
    inWujin.opens("A", "2022-06-20");
    inWujin.opens("B", "2022-07-20");
    Instant before = inWujin.opens("C", "2022-07-20").recordedAt();
    JsonNode plan =
        Service.after(city.viewer(), "/plans/" + wujin.plan() + "/standing", wujin, liyang);
    JsonNode item = plan.path("sections").path(0).path("items").path(0);
    assertThat(item.path("problems").toString()).isEqualTo("{\"open\":3,\"overdue\":1}");
    JsonNode target = Service.target(city, wujin, "6.1");
    assertThat(target.path("problems").toString()).isEqualTo("{\"open\":3,\"overdue\":1}");
    JsonNode none = Service.target(city, liyang, "6.1");
    assertThat(none.path("problems").toString()).isEqualTo("{\"open\":0,\"overdue\":0}");
    String then = "/targets/" + wujin.target("6.1") + "?asOf=2022-06-20&knownAt=" + before;
    String early = "/targets/" + wujin.target("6.1") + "?asOf=2022-05-31";
    assertThat(Service.after(city.viewer(), early, wujin).path("problems").path("open").asInt())
        .isZero();
    assertThat(Service.after(city.viewer(), then, wujin).path("problems").path("overdue").asInt())
        .isZero();
  }

  /** Random loops over some weeks: for every day and moment the list is the fold of both. */
  @Test
  void theListOfADayAsKnownAtAMomentIsTheFoldOfWhatWasRecordedByBoth() {
    Random random = new Random(20220630);
    List<LedgerEvent> said = new ArrayList<>();
    List<String> steps = new ArrayList<>();
    Map<String, String> last = new LinkedHashMap<>();
    Instant clock = Instant.parse("2022-06-01T15:59:59.998Z");
    while (said.size() < STEPS) {
      String problem = "R" + random.nextInt(8);
      String step = next(last.get(problem), random);
      String due =
          step.endsWith("opened") && (step.equals("opened") || random.nextBoolean())
              ? LocalDate.of(2022, 6, 5).plusDays(random.nextInt(30)).toString()
              : null;
      last.put(problem, step);
      steps.add(problem + "=" + step + (due == null ? "" : ":" + due));
      // Often a millisecond on, so that many steps lie at a midnight; else a day.
      clock = random.nextInt(3) > 0 ? clock.plusMillis(1) : midnight(clock);
      wujin.recordsAt(clock.toString());
      said.add(inWujin.step(step, problem, due));
    }
    list("");
    for (int question = 0; question < QUESTIONS; question++) {
      Instant at = random.nextInt(4) == 0 ? null : said.get(random.nextInt(STEPS)).recordedAt();
      LocalDate day = LocalDate.of(2022, 5, 31).plusDays(random.nextInt(34));
      JsonNode told = ofWujin("&limit=200&asOf=" + day + (at == null ? "" : "&knownAt=" + at));
      Map<String, String> folded = asFolded(said, steps, at, day);
      assertThat(asTold(told)).as("as of %s, known at %s: %s", day, at, steps).isEqualTo(folded);
      assertThat(told.path("counts").path("open").intValue())
          .isEqualTo((int) folded.values().stream().filter(row -> row.startsWith("open")).count());
      assertThat(exported(day, at)).isEqualTo(folded.keySet());
      assertSingles(folded, day, at);
    }
  }

  private static Instant midnight(Instant after) {
    LocalDate day = LocalDate.ofInstant(after.plus(Duration.ofMillis(2)), SHANGHAI);
    return day.plusDays(1).atStartOfDay(SHANGHAI).toInstant().minusMillis(2);
  }

  /** The catalogue came later than these moments, so a city has no districts at them. */
  private JsonNode ofWujin(String more) {
    return Service.after(city.viewer(), "/problems?year=2022&scope=" + wujin.code() + more, wujin);
  }

  private void assertSingles(Map<String, String> folded, LocalDate day, Instant at) {
    String when = "&asOf=" + day + (at == null ? "" : "&knownAt=" + at);
    for (int i = 0; i < 8; i += 3) {
      String one = "/problems/R" + i + "?district=" + wujin.code() + when;
      Response answer = Service.get(city.viewer(), one);
      assertThat(answer.statusCode()).isEqualTo(folded.containsKey("R" + i) ? 200 : 404);
      if (answer.statusCode() == 200) {
        assertThat(stands(Service.json(answer))).isEqualTo(folded.get("R" + i));
      }
    }
  }

  private Set<String> exported(LocalDate day, Instant at) {
    String path = "/exports/problems?format=ndjson&year=2022&scope=" + wujin.code();
    String when = "&asOf=" + day + (at == null ? "" : "&knownAt=" + at);
    return Service.get(city.viewer(), path + when)
        .asString()
        .lines()
        .map(line -> Service.parse(line).path("problem").textValue())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String next(String last, Random random) {
    return switch (last) {
      case null -> "opened";
      case "opened", "reopened" -> "rectified";
      case "rectified" -> random.nextBoolean() ? "verified" : "reopened";
      default -> "reopened";
    };
  }

  private static Map<String, String> asTold(JsonNode list) {
    Map<String, String> told = new TreeMap<>();
    for (JsonNode row : list.path("problems")) {
      told.put(row.path("problem").textValue(), stands(row));
    }
    return told;
  }

  private static String stands(JsonNode row) {
    return row.path("state").textValue()
        + row.path("due").textValue()
        + row.path("reopened").intValue()
        + row.path("overdueDays").intValue();
  }

  private static Map<String, String> asFolded(
      List<LedgerEvent> said, List<String> steps, Instant at, LocalDate day) {
    Map<String, String> byProblem = new TreeMap<>();
    for (int i = 0; i < steps.size(); i++) {
      Instant recorded = said.get(i).recordedAt();
      boolean known = at == null || !recorded.isAfter(at);
      if (known && !LocalDate.ofInstant(recorded, SHANGHAI).isAfter(day)) {
        String[] step = steps.get(i).split("=", -1);
        byProblem.merge(step[0], step[1], (a, b) -> a + " " + b);
      }
    }
    byProblem.replaceAll((problem, of) -> {
      ProblemRow row = ProblemRowTest.told(of, day.toString());
      return row.state().word() + row.due() + row.reopened() + row.overdueDays();
    });
    return byProblem;
  }

  @Test
  void nobodySeesAForeignDistrictsProblems() {
    inWujin.opens("A", "2022-07-01");
    list("");
    String liyangs = liyang.viewer();
    Service.get(liyangs, "/problems?scope=" + wujin.code()).then().statusCode(403);
    Service.get(liyangs, "/problems?scope=" + city.code()).then().statusCode(403);
    Service.get(liyangs, "/problems/A?district=" + wujin.code()).then().statusCode(403);
    Service.get(liyangs, "/problems/A?district=" + liyang.code()).then().statusCode(404);
    Service.get(liyangs, "/problems").then().statusCode(200);
    Service.get(city.viewer(), "/problems/A").then().statusCode(400);
    Service.get(city.viewer(), "/problems?state=lost").then().statusCode(400);
    Service.get(city.viewer(), "/problems?after=x").then().statusCode(400);
    Service.get(Tokens.mint("city-viewer", "490000"), "/problems?scope=499900")
        .then()
        .statusCode(404);
  }
}
