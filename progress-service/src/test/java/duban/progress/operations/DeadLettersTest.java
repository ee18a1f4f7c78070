package duban.progress.operations;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import duban.contracts.Topics;
import duban.ledger.chain.LedgerEvent;
import duban.ledger.letter.LetterMessage;
import duban.ledger.relay.LedgerMessage;
import duban.progress.District;
import duban.progress.OnRealInfrastructure;
import duban.progress.PlansPeer;
import duban.progress.Service;
import duban.testkit.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What could not be read can be looked through, and taken again. */
@QuarkusTest
class DeadLettersTest extends OnRealInfrastructure {

  private static final String PATH = "/api/v1/dead-letters/progress";
  private static final String TOPIC = "duban.plans.dead-letter.progress";

  @AfterEach
  void peerIsBack() {
    PlansPeer.comesBack();
  }

  @Test
  void aMessageThatIsNoLinkIsSettledByTakingItAgain() {
    District district = District.withPlan();
    district.ownerHasLedger();
    district.sendRaw(new ProducerRecord<>(Topics.PLANS, district.code(), "rubbish"));

    JsonNode letter = awaitLetter(district.code());
    assertThat(letter.path("state").asText()).isEqualTo("open");
    assertThat(letter.path("reason").asText()).contains("no header ce_ledger");
    assertThat(letter.path("ledger").asText()).isEqualTo("plans/" + district.code());
    assertThat(letter.path("from").path("topic").asText()).isEqualTo(Topics.PLANS);
    assertThat(letter.path("mark").asLong()).isEqualTo(1);
    assertThat(letter.path("chars").asInt()).isEqualTo(7);
    assertThat(letter.has("seq")).isFalse();

    assertThat(redriven(letter).path("outcome").asText()).isEqualTo("fetched");

    JsonNode settled = letter(district.code()).orElseThrow();
    assertThat(settled.path("state").asText()).isEqualTo("redriven");
    assertThat(settled.path("redriven")).hasSize(1);
    assertThat(settled.path("redriven").path(0).path("by").asText()).isNotBlank();
    assertThat(settled.path("letter")).isEqualTo(letter.path("letter"));
  }

  @Test
  void whileItsOwnerIsAwayALetterWaitsAndThenItsLedgerHasPassedIt() {
    District district = District.withPlan();
    LedgerEvent second = district.publishes(2);
    district.ownerHasLedger();
    PlansPeer.goesDown();
    ProducerRecord<String, String> torn =
        LedgerMessage.write(Topics.PLANS, district.code(), "/test", second);
    torn.headers().remove("ce_hash");
    district.sendRaw(torn);

    JsonNode letter = awaitLetter(district.code());
    assertThat(letter.path("state").asText()).isEqualTo("open");
    assertThat(letter.path("seq").asLong()).isEqualTo(2);
    assertThat(letter.path("mark").asLong()).isEqualTo(1);
    JsonNode waiting = redriven(letter);
    assertThat(waiting.path("outcome").asText()).isEqualTo("waiting");
    assertThat(waiting.path("why").asText()).isNotBlank();
    assertThat(letter(district.code()).orElseThrow().path("state").asText()).isEqualTo("open");
    assertThat(heldLedgers()).contains("plans/" + district.code());

    PlansPeer.comesBack();
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() ->
            assertThat(letter(district.code()).orElseThrow().path("state").asText())
                .isEqualTo("passed"));
    assertThat(heldLedgers()).doesNotContain("plans/" + district.code());
  }

  /** As an older version would have left it, which did not know what it reads now. */
  @Test
  void whatCanBeReadByNowIsAppliedOnce() {
    District district = District.withPlan();
    LedgerEvent second = district.publishes(2);
    ProducerRecord<String, String> sent =
        LedgerMessage.write(Topics.PLANS, district.code(), "/test", second);
    ConsumerRecord<String, String> came =
        new ConsumerRecord<>(Topics.PLANS, 1, 4711, sent.key(), sent.value());
    sent.headers().forEach(came.headers()::add);
    district.sendRaw(
        new ProducerRecord<>(
            TOPIC,
            null,
            came.key(),
            came.value(),
            LetterMessage.headers(came, "not known yet", "plans/" + district.code())));

    JsonNode letter = awaitLetter(district.code());
    assertThat(letter.path("state").asText()).isEqualTo("open");
    assertThat(redriven(letter).path("outcome").asText()).isEqualTo("applied");
    assertThat(
            Service.rows(
                "select 1 from plan_replica where plan = ? and revision = 2", district.plan()))
        .isOne();
    assertThat(redriven(letter).path("outcome").asText()).isEqualTo("passed");
    assertThat(letter(district.code()).orElseThrow().path("redriven")).hasSize(2);
  }

  @Test
  void whatBelongsToNoLedgerIsNobodysLoss() {
    District district = District.fresh();
    String key = "not-ours-" + district.code();
    district.sendRaw(new ProducerRecord<>(Topics.PLANS, key, "hello"));

    JsonNode letter = awaitLetter(key);
    assertThat(letter.has("ledger")).isFalse();
    assertThat(redriven(letter).path("outcome").asText()).isEqualTo("stray");
    assertThat(letter(key).orElseThrow().path("state").asText()).isEqualTo("redriven");
  }

  @Test
  void theNewestComeFirstAndNoMoreThanWereAskedFor() {
    District district = District.fresh();
    for (String key : List.of("first-", "second-", "third-")) {
      district.sendRaw(new ProducerRecord<>(Topics.PLANS, key + district.code(), "x"));
      awaitLetter(key + district.code());
    }

    JsonNode page = Service.parse(get("?limit=2").asString());
    assertThat(page.path("older").booleanValue()).isTrue();
    assertThat(StreamSupport.stream(page.path("letters").spliterator(), false))
        .extracting(one -> one.path("key").asText())
        .containsExactly("third-" + district.code(), "second-" + district.code());
  }

  @Test
  void whatIsNoLetterIsNotThere() {
    for (String none :
        List.of(TOPIC + "-0-999999999", TOPIC + "-99-0", "duban.plans-0-0", TOPIC, "nonsense")) {
      post(none, Service.cityAdmin()).then().statusCode(404);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"city-viewer", "district-planner", "district-reporter", "district-viewer"})
  void onlyTheBureauLooksAndTakesAgain(String role) {
    String token = Tokens.mint(role, "320000");
    Service.get(token, PATH).then().statusCode(403);
    Service.get(token, "/api/v1/operations/progress").then().statusCode(403);
    post(TOPIC + "-0-0", token).then().statusCode(403);
  }

  @Test
  void itSaysHowItRuns() {
    District district = District.withPlan();
    Service.post(district, Service.reported(district, Service.newId(), 1)).then().statusCode(201);
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> assertThat(operations().path("relay").path("unsent").asLong(-1)).isZero());

    JsonNode view = operations();
    assertThat(view.path("process").path("service").asText()).isEqualTo("progress-service");
    assertThat(view.path("process").path("version").asText()).isNotBlank();
    assertThat(view.path("process").path("heapBytes").asLong()).isPositive();
    assertThat(view.path("databaseAnswers").booleanValue()).isTrue();
    assertThat(view.path("kafka").path("answers").booleanValue()).isTrue();
    assertThat(view.path("kafka").path("brokers").asInt()).isPositive();
    assertThat(view.path("relay").path("topic").asText()).isEqualTo(Topics.PROGRESS);
    assertThat(view.path("relay").has("trouble")).isFalse();
  }

  private static JsonNode operations() {
    return Service.parse(
        Service.get(Service.cityAdmin(), "/api/v1/operations/progress").asString());
  }

  private static Stream<String> heldLedgers() {
    return StreamSupport.stream(operations().path("held").spliterator(), false)
        .map(one -> one.path("ledger").asText());
  }

  private static JsonNode awaitLetter(String key) {
    return await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> letter(key), Optional::isPresent)
        .orElseThrow();
  }

  private static Optional<JsonNode> letter(String key) {
    Response answer = get("?limit=200");
    answer.then().statusCode(200);
    return StreamSupport.stream(
            Service.parse(answer.asString()).path("letters").spliterator(), false)
        .filter(one -> one.path("key").asText().equals(key))
        .findFirst();
  }

  private static Response get(String query) {
    return Service.get(Service.cityAdmin(), PATH + query);
  }

  private static JsonNode redriven(JsonNode letter) {
    Response answer = post(letter.path("letter").asText(), Service.cityAdmin());
    answer.then().statusCode(200);
    return Service.parse(answer.asString());
  }

  private static Response post(String letter, String token) {
    return given().auth().oauth2(token).post(PATH + "/" + letter + "/redrive");
  }
}
