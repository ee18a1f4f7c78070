package duban.reporting.verification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import duban.contracts.Json;
import duban.contracts.catalogue.Indicator;
import duban.contracts.catalogue.Indicator.Aggregation;
import duban.contracts.catalogue.Indicator.Direction;
import duban.contracts.catalogue.Settings;
import duban.contracts.plan.Target.Kind;
import duban.contracts.plan.Target.Operator;
import duban.contracts.plan.Target.Period;
import duban.ledger.chain.LedgerEvent;
import duban.reporting.City;
import duban.reporting.DistrictLedgers;
import duban.reporting.OnRealInfrastructure;
import duban.reporting.Service;
import duban.reporting.standing.Municipality;
import duban.reporting.standing.Targets;
import duban.testkit.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The proof: it holds whatever happened, and it finds what was tampered with. */
@QuarkusTest
@Order(OnRealInfrastructure.NEXT)
class VerificationTest extends OnRealInfrastructure {

  private static final int STEPS = 140;
  private static final List<String> ANSWERS =
      List.of("report.disputed", "report.disputed", "report.verified", "report.explained");

  private static final List<String> BESIDE =
      List.of(
          "problem.opened", "item.accepted", "item.urged", "appraisal.given", "progress.reported");

  private final City city = City.fresh();
  private final DistrictLedgers wujin = city.district();
  private final DistrictLedgers liyang = city.district();
  private final Indicator sum = city.indicator(Aggregation.SUM);
  private final Indicator ratio = city.indicator(Aggregation.RATIO);
  private final Indicator max = city.indicator(Aggregation.MAX, Direction.LESS);
  private final Indicator latest = city.indicator(Aggregation.LATEST);

  @AfterEach
  void back() {
    Service.moveTo("2022-06-30");
  }

  private Targets[] targets(Random random) {
    String value = Integer.toString(1 + random.nextInt(50));
    return new Targets[] {
      Targets.of(Kind.QUANTITY).value(value).indicator(random.nextBoolean() ? sum : latest),
      random.nextInt(4) == 0
          ? null
          : Targets.of(Kind.QUANTITY).operator(Operator.AT_MOST).value(value).indicator(max),
      Targets.of(Kind.RATIO).value("80").base("10").indicator(ratio),
      Targets.of(Kind.PROJECT).projects("甲校", "乙校").indicator(sum),
      Targets.of(Kind.FREQUENCY).value("2").each(Period.MONTH),
      Targets.of(Kind.DEADLINE).due("2022-05-31"),
      Targets.of(Kind.NARRATIVE),
      Targets.of(Kind.QUANTITY).value(value).parts("east 5", "west 20").indicator(sum)
    };
  }

  private static LedgerEvent something(DistrictLedgers district, Random random) {
    String day = "2022-%02d-%02d".formatted(1 + random.nextInt(9), 15 + random.nextInt(3));
    String value = random.nextInt(60) + "." + random.nextInt(10);
    return switch (random.nextInt(10)) {
      case 0, 1 -> district.reports("6." + (1 + random.nextInt(2)), day, value);
      case 2 -> district.adds("6." + (1 + random.nextInt(2)), day, value);
      case 3 -> district.reportsShare("6.3", day, Integer.toString(random.nextInt(9)), "9");
      case 4 ->
          district.reaches(
              "6.4",
              day,
              random.nextBoolean() ? "甲校" : "乙校",
              random.nextBoolean() ? "completed" : "started");
      case 8 -> district.reportsPart("6.8", random.nextBoolean() ? "east" : "west", day, value);
      case 9 -> district.reports("6.8", day, value);
      case 5 -> district.adds("6.5", day, "1");
      case 6 -> district.reports("6.6", day, Integer.toString(random.nextInt(2)));
      default -> district.notes(day, random.nextInt(101));
    };
  }

  /** What rooms beside the standings keep: steps of problems and of the loop, files. */
  private static void beside(DistrictLedgers district, String type) {
    ObjectNode body =
        Json.lenient()
            .createObjectNode()
            .put("item", district.target("6"))
            .put("plan", district.plan())
            .put("target", district.target("6.1"))
            .put("problem", "P-1")
            .put("on", "2022-05-05")
            .put("asOf", "2022-05-05")
            .put("due", "2022-06-06")
            .put("score", new BigDecimal("88.50"))
            .put("value", 4)
            .put("text", "话");
    body.putArray("evidence").add("甲.pdf").add("乙.pdf");
    String subject = type.equals("appraisal.given") ? district.plan() : district.target("6");
    String id = "b-" + district.code() + "-" + (district.progress().seq() + 1);
    district.progress().say(id, type, subject, null, body);
  }

  /** Late, out of order, doubled, lost, taken back, amended, before the plan, on other days. */
  private void history(Random random) {
    List<LedgerEvent> said = new ArrayList<>();
    for (int i = 0; i < STEPS; i++) {
      DistrictLedgers district = random.nextBoolean() ? wujin : liyang;
      switch (random.nextInt(24)) {
        case 0 -> district.publishes(targets(random));
        case 1 -> Service.moveTo("2022-%02d-15".formatted(1 + random.nextInt(12)));
        case 2 -> district.reportsUnheard("6.1", "2022-04-01", "7");
        case 3 -> {
          if (district.progress().seq() > 0) {
            district
                .progress()
                .send(district.progress().at(1 + random.nextLong(district.progress().seq())));
          }
        }
        case 4 -> {
          LedgerEvent wrong = said.isEmpty() ? null : said.remove(random.nextInt(said.size()));
          if (wrong != null) {
            (wrong.ledger().endsWith(wujin.code()) ? wujin : liyang).voids(wrong);
          }
        }
        case 5, 6, 7 -> {
          if (!said.isEmpty()) {
            LedgerEvent report = said.get(random.nextInt(said.size()));
            String type = ANSWERS.get(random.nextInt(ANSWERS.size()));
            (report.ledger().endsWith(wujin.code()) ? wujin : liyang).answers(type, report);
          }
        }
        case 8, 9 -> beside(district, BESIDE.get(random.nextInt(BESIDE.size())));
        default -> said.add(something(district, random));
      }
    }
    wujin.publishes(targets(random));
    liyang.publishes(targets(random));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whateverHappenedTheProjectionEqualsItsRecomputation(long seed) {
    City.define(Municipality.disputedCounts(seed % 2 == 0));
    history(new Random(seed));
    Service.after(city.viewer(), "/rollups?year=2022&scope=" + city.code(), wujin, liyang);
    JsonNode proof = Service.verify();
    assertThat(proof.path("ok").booleanValue()).as("seed %d: %s", seed, proof).isTrue();
    assertThat(proof.path("rows").path("targets").asLong()).isPositive();
    assertThat(proof.path("rows").path("settings").asLong()).isPositive();
    assertThat(proof.path("ledgers").path("progress/" + wujin.code()).asLong())
        .isEqualTo(wujin.progress().seq());
    JsonNode stored = rows("");
    JsonNode folded = rows("&knownAt=2100-01-01T00:00:00Z");
    assertThat(folded.findValues("reached"))
        .as("seed %d", seed)
        .isEqualTo(stored.findValues("reached"));
    assertThat(folded.findValues("light"))
        .as("seed %d", seed)
        .isEqualTo(stored.findValues("light"));
    // Told anew before the next test tampers with what would be told anew under it.
    City.define(Settings.DEFAULT);
    rows("");
    assertThat(Service.verify().path("ok").booleanValue()).isTrue();
  }

  private JsonNode rows(String more) {
    String path = "/rollups?year=2022&scope=" + city.code() + more;
    return Service.after(city.viewer(), path, wujin, liyang).path("rows");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "target  | update target set figure = figure + ? where target like ?",
        "target  | update target set counted_promised = counted_promised + ? where target like ?",
        "target  | update target set interval_days = interval_days + 400 * ? where target like ?",
        "rollup  | update rollup set reached = reached + ? where scope like ?",
        "scope   | update light_count set behind = behind + ? where kind = 'scope' and key like ?",
        "item    | update light_count set targets = targets + ? where kind = 'item' and key like ?",
        "event   | update progress_event set value = value + ? where subject like ?",
        "event   | update progress_event set verdict_seq = nullif(coalesce(verdict_seq, 0) + ?, 0)"
            + " where subject like ?",
        "target  | update target set detail = case when ? > 0 then '{\"disputed\":true}'::jsonb end"
            + " where target like ?",
        "revision| update plan_revision set seq = seq + ? where plan like ?",
        "problem-step| update problem_step set due = due + ?::int where item like ?",
        "problem-step| update problem_step set seq = seq + ? where item like ?",
        "supervision-step| update supervision_step set score = score + ? where plan like ?",
        "supervision-step| update supervision_step set item = case when ? > 0 then null"
            + " else concat(plan, '.6') end where kind = 'accepted' and plan like ?",
        "event-evidence| update event_evidence set files = files + ?"
            + " where ledger like concat('progress/', ?::text)",
        "event-evidence| update event_evidence set seq = seq + 1000 * ?"
            + " where ledger like concat('progress/', ?::text)",
      })
  void findsWhatWasTamperedWith(String kind, String tamper) {
    wujin.publishes(Targets.of(Kind.QUANTITY).value("10").indicator(sum));
    wujin.reports("6.1", "2022-01-15", "5");
    BESIDE.forEach(type -> beside(wujin, type));
    Service.after(city.viewer(), "/rollups?year=2022&scope=" + city.code(), wujin);
    String key = wujin.code() + "%";
    Service.update(tamper, 1, key);
    try {
      JsonNode proof = Service.verify();
      assertThat(proof.path("ok").booleanValue()).isFalse();
      assertThat(proof.path("differences"))
          .as("%s", proof)
          .anySatisfy(difference -> {
            assertThat(difference.path("kind").textValue()).isEqualTo(kind);
            assertThat(difference.path("key").textValue()).contains(wujin.code());
          });
    } finally {
      Service.update(tamper, -1, key);
    }
    assertThat(Service.verify().path("ok").booleanValue()).isTrue();
  }

  @Test
  void findsAnEventThatIsGone() {
    wujin.publishes(Targets.of(Kind.QUANTITY).value("10").indicator(sum));
    wujin.reports("6.1", "2022-01-15", "5");
    wujin.reports("6.1", "2022-01-10", "4");
    Service.after(city.viewer(), "/rollups?year=2022&scope=" + city.code(), wujin);
    String ledger = wujin.progress().name();
    Service.update("update progress_event set ledger = 'x' where ledger = ? and seq = 2", ledger);
    JsonNode proof = Service.verify();
    Service.update("update progress_event set ledger = ? where ledger = 'x'", ledger);
    assertThat(proof.path("differences").findValuesAsText("key")).contains(ledger, ledger + "/2");
  }

  /** Such a row would be told, for whoever reads a problem list asks for no event. */
  @Test
  void findsARowThatBelongsToNoEvent() {
    wujin.publishes(Targets.of(Kind.QUANTITY).value("10").indicator(sum));
    wujin.reports("6.1", "2022-01-15", "5");
    Service.after(city.viewer(), "/rollups?year=2022&scope=" + city.code(), wujin);
    String ledger = wujin.progress().name();
    Service.update("insert into event_evidence (ledger, seq, files) values (?, 900, 3)", ledger);
    JsonNode proof = Service.verify();
    Service.update("delete from event_evidence where ledger = ? and seq = 900", ledger);
    assertThat(proof.path("differences").findValuesAsText("key")).containsExactly(ledger + "/900");
  }

  @Test
  void whoAsksForLinesHearsTheResultAsTheLast() {
    wujin.publishes(Targets.of(Kind.QUANTITY).value("10").indicator(sum));
    Service.after(city.viewer(), "/rollups?year=2022&scope=" + city.code(), wujin);
    String lines =
        given()
            .auth()
            .oauth2(Tokens.mint("city-admin", "410000"))
            .accept("application/x-ndjson")
            .post("/api/v1/projection/verify")
            .then()
            .statusCode(200)
            .contentType("application/x-ndjson")
            .extract()
            .asString();
    assertThat(Service.parse(lines.lines().toList().getLast()).path("ok").booleanValue()).isTrue();
  }

  @Test
  void onlyTheCityMayAskForIt() {
    given().auth().oauth2(city.viewer()).post("/api/v1/projection/verify").then().statusCode(403);
  }
}
