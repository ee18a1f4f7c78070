package duban.reporting.operations;

import static duban.reporting.Service.number;
import static duban.reporting.Service.rollup;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import duban.contracts.catalogue.Indicator;
import duban.contracts.catalogue.Indicator.Aggregation;
import duban.contracts.plan.Target.Kind;
import duban.ledger.chain.LedgerEvent;
import duban.reporting.City;
import duban.reporting.DistrictLedgers;
import duban.reporting.OnRealInfrastructure;
import duban.reporting.Owners;
import duban.reporting.Service;
import duban.reporting.standing.Targets;
import duban.testkit.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What could not be read into the reports can be looked through, and taken again. */
@QuarkusTest
@Order(OnRealInfrastructure.NEXT)
class DeadLettersTest extends OnRealInfrastructure {

  private static final String PATH = "/dead-letters/reporting";
  private static final String ADMIN = Tokens.mint("city-admin", "410000");

  private final City city = City.fresh();
  private final Indicator seats = city.indicator(Aggregation.SUM);

  @AfterEach
  void ownersAreBack() {
    Owners.comeBack();
  }

  @Test
  void rubbishIsSettledByTakingItAgain() {
    DistrictLedgers wujin = publishing();
    wujin.reports("6.1", "2022-01-31", "100");
    rollup(city, city.code(), seats.key(), wujin);
    wujin.progress().sendRubbish("rubbish");

    JsonNode letter = awaitLetter(wujin.code());
    assertThat(letter.path("state").asText()).isEqualTo("open");
    assertThat(letter.path("reason").asText()).contains("no header ce_ledger");
    assertThat(letter.path("ledger").asText()).isEqualTo("progress/" + wujin.code());
    assertThat(letter.path("mark").asLong()).isEqualTo(1);
    assertThat(letter.path("topic").asText()).isEqualTo("duban.progress.dead-letter.reporting");

    assertThat(redriven(letter).path("outcome").asText()).isEqualTo("fetched");
    JsonNode settled = letter(wujin.code()).orElseThrow();
    assertThat(settled.path("state").asText()).isEqualTo("redriven");
    assertThat(settled.path("redriven").path(0).path("by").asText()).isNotBlank();
  }

  /** Nothing was heard of the link, and the letter by itself brings it in. */
  @Test
  void aLetterThatCanBeReadByNowIsAppliedOnceWithWhatIsMissingBeforeIt() {
    DistrictLedgers wujin = publishing();
    wujin.reports("6.1", "2022-01-31", "100");
    rollup(city, city.code(), seats.key(), wujin);
    Owners.goDown();
    wujin.reportsUnheard("6.1", "2022-02-28", "200");
    LedgerEvent third = wujin.reportsUnheard("6.1", "2022-03-31", "300");
    wujin.progress().sendAsLetter(third);

    JsonNode letter = awaitLetter(wujin.code());
    assertThat(letter.path("state").asText()).isEqualTo("open");
    assertThat(letter.path("seq").asLong()).isEqualTo(3);
    JsonNode waiting = redriven(letter);
    assertThat(waiting.path("outcome").asText()).isEqualTo("waiting");
    assertThat(waiting.path("why").asText()).isNotBlank();
    assertThat(letter(wujin.code()).orElseThrow().path("state").asText()).isEqualTo("open");

    Owners.comeBack();
    assertThat(redriven(letter).path("outcome").asText()).isIn("applied", "passed");
    assertThat(number(rollup(city, city.code(), seats.key(), wujin), "reached"))
        .isEqualByComparingTo("300");
    assertThat(redriven(letter).path("outcome").asText()).isEqualTo("passed");
    assertThat(letter(wujin.code()).orElseThrow().path("redriven")).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"city-viewer", "district-planner", "district-reporter", "district-viewer"})
  void onlyTheBureauLooksAndTakesAgain(String role) {
    String token = Tokens.mint(role, "410000");
    Service.get(token, PATH).then().statusCode(403);
    Service.get(token, "/operations/reporting").then().statusCode(403);
    post("duban.progress.dead-letter.reporting-0-0", token).then().statusCode(403);
  }

  @Test
  void whatIsNoLetterIsNotThere() {
    for (String none : List.of("duban.progress.dead-letter.reporting-0-999999999", "nonsense")) {
      post(none, ADMIN).then().statusCode(404);
    }
  }

  @Test
  void itSaysHowItRuns() {
    JsonNode view = operations();
    assertThat(view.path("process").path("service").asText()).isEqualTo("reporting-service");
    assertThat(view.path("kafka").path("answers").booleanValue()).isTrue();
    assertThat(view.path("databaseAnswers").booleanValue()).isTrue();
    assertThat(view.path("serving").booleanValue()).isTrue();
    assertThat(view.path("streams").path("most").asInt()).isEqualTo(20);
    assertThat(view.path("webhooks").path("failing").isNumber()).isTrue();
    assertThat(view.path("intake").path(1).path("topic").asText()).isEqualTo("duban.progress");
  }

  @Test
  void itSaysWhatItsIntakeWaitsFor() {
    DistrictLedgers wujin = publishing();
    wujin.reports("6.1", "2022-01-31", "100");
    rollup(city, city.code(), seats.key(), wujin);
    Owners.goDown();
    wujin.reportsUnheard("6.1", "2022-02-28", "200");
    wujin.reports("6.1", "2022-03-31", "300");
    await()
        .atMost(Duration.ofSeconds(15))
        .untilAsserted(() ->
            assertThat(operations().path("intake").path(1).path("trouble").path("why").asText())
                .contains("answered"));
    Owners.comeBack();
    await()
        .atMost(Duration.ofSeconds(15))
        .untilAsserted(
            () -> assertThat(operations().path("intake").path(1).has("trouble")).isFalse());
  }

  private DistrictLedgers publishing() {
    DistrictLedgers district = city.district();
    district.publishes(Targets.of(Kind.QUANTITY).value("100000").indicator(seats));
    return district;
  }

  private static JsonNode operations() {
    return Service.json(Service.get(ADMIN, "/operations/reporting"));
  }

  private static JsonNode awaitLetter(String key) {
    return await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> letter(key), Optional::isPresent)
        .orElseThrow();
  }

  private static Optional<JsonNode> letter(String key) {
    Response answer = Service.get(ADMIN, PATH + "?limit=200");
    answer.then().statusCode(200);
    return StreamSupport.stream(Service.json(answer).path("letters").spliterator(), false)
        .filter(one -> one.path("key").asText().equals(key))
        .findFirst();
  }

  private static JsonNode redriven(JsonNode letter) {
    Response answer = post(letter.path("letter").asText(), ADMIN);
    answer.then().statusCode(200);
    return Service.json(answer);
  }

  private static Response post(String letter, String token) {
    return given().auth().oauth2(token).post("/api/v1" + PATH + "/" + letter + "/redrive");
  }
}
