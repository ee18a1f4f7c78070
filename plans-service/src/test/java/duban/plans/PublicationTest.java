package duban.plans;

import static duban.plans.Story.as;
import static duban.plans.Story.bureau;
import static duban.plans.Story.draft;
import static duban.plans.Story.edit;
import static duban.plans.Story.newPlan;
import static duban.plans.Story.plan;
import static duban.plans.Story.problem;
import static duban.plans.Story.publish;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import duban.contracts.Topics;
import duban.ledger.chain.LedgerEvent;
import duban.ledger.relay.LedgerMessage;
import duban.ledger.relay.UnreadableMessage;
import duban.testkit.Postgres;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was decided is seen by others: on the topic, in the ledgers, provably. */
@QuarkusTest
class PublicationTest {

  private static final String LEDGERS = "/api/v1/ledgers/plans";

  @BeforeEach
  void theCatalogueKnowsNewSeats() {
    Story.defineNewSeats();
  }

  @Test
  void aPublishedPlanArrivesOnTheTopicAsACloudEvent() {
    String plan = newPlan();
    draft(plan, 6325);
    publish(plan).then().statusCode(201);

    List<ConsumerRecord<String, String>> messages = messagesUntil(plan + "-r1");

    ConsumerRecord<String, String> message = messages.getLast();
    assertThat(message.key()).isEqualTo("320412");
    assertThat(header(message, "ce_specversion")).isEqualTo("1.0");
    assertThat(header(message, "ce_type")).isEqualTo("cn.duban.plan.published.v1");
    assertThat(header(message, "ce_source")).isEqualTo("/plans-service/plans/320412");
    assertThat(header(message, "ce_subject")).isEqualTo(plan);
    assertThat(header(message, "ce_ledger")).isEqualTo("plans/320412");
    assertThat(header(message, "content-type")).isEqualTo("application/json");
    JsonNode body = Story.tree(message.value());
    assertThat(body.path("plan").asText()).isEqualTo(plan);
    assertThat(body.path("revision").asInt()).isEqualTo(1);
    assertThat(body.path("by").asText()).isEqualTo("test-city-admin");
    assertThat(body.at("/content/sections/0/items/0/targets/0/value").asInt()).isEqualTo(6325);
  }

  @Test
  void theTopicCarriesLedgersWhole() {
    String plan = newPlan();
    draft(plan, 1);
    publish(plan).then().statusCode(201);

    List<LedgerEvent> links =
        messagesUntil(plan + "-r1").stream().map(PublicationTest::link).toList();

    for (String ledger : List.of("plans/catalogue", "plans/320412")) {
      List<Long> seqs =
          links.stream()
              .filter(l -> l.ledger().equals(ledger))
              .map(LedgerEvent::seq)
              .distinct()
              .toList();
      assertThat(seqs)
          .as(ledger)
          .isEqualTo(LongStream.rangeClosed(1, seqs.size()).boxed().toList());
    }
    assertThat(links).filteredOn(l -> l.ledger().equals("plans/catalogue")).hasSizeGreaterThan(10);
  }

  @Test
  void ledgersAreReadPageByPage() {
    JsonNode page = Story.tree(bureau().get(LEDGERS + "/catalogue/events?limit=4").asString());
    assertThat(page.path("events")).hasSize(4);
    assertThat(page.path("next").asLong()).isEqualTo(4);

    bureau()
        .get(LEDGERS + "/catalogue/events?after=4&limit=1")
        .then()
        .body("ledger", equalTo("plans/catalogue"))
        .body("events[0].seq", equalTo(5))
        .body("events[0].type", equalTo("district.defined"))
        .body("events[0].fullType", equalTo("cn.duban.district.defined.v1"))
        .body("events[0].refers", nullValue())
        .body("events[0].body.district.code", notNullValue())
        .body("events[0].bodyDigest.length()", equalTo(64));
    bureau()
        .get(LEDGERS + "/catalogue/events?after=1000000")
        .then()
        .body("events", empty())
        .body("next", nullValue());
  }

  @Test
  void everyLedgerWithinTheCallersDistrictsVerifies() {
    String plan = newPlan();
    draft(plan, 1);
    publish(plan).then().statusCode(201);
    edit(plan, 2);
    publish(plan).then().statusCode(201);

    List<String> ledgers =
        bureau().get(LEDGERS).then().statusCode(200).extract().path("ledgers.ledger");
    assertThat(ledgers).contains("plans/catalogue", "plans/320412");
    for (String ledger : ledgers.stream().filter(l -> !l.endsWith("320404")).toList()) {
      bureau()
          .post("/api/v1/ledgers/" + ledger + "/verify")
          .then()
          .statusCode(200)
          .body("ok", equalTo(true))
          .body("events", greaterThan(1))
          .body("fault", nullValue());
    }
    as("city-viewer", "320500")
        .get(LEDGERS)
        .then()
        .body("ledgers.ledger", not(hasItem("plans/320412")))
        .body("ledgers.ledger", hasItem("plans/catalogue"));
  }

  @Test
  void aChangedRowIsFound() throws SQLException {
    String plan = "320404-2022";
    as("city-admin", "320400").body(plan(plan, 100)).post("/api/v1/plans").then().statusCode(201);
    publish(plan).then().statusCode(201);

    tamper("plans/320404", "100", "900");

    bureau()
        .post(LEDGERS + "/320404/verify")
        .then()
        .statusCode(200)
        .body("ok", equalTo(false))
        .body("fault.seq", equalTo(1))
        .body("fault.why", notNullValue());
  }

  @ParameterizedTest
  @CsvSource({
    "plans/320412,    1, subject, 320412-1999",
    "plans/320412,    1, refers,  320412-1999",
    "plans/catalogue, 1, subject, 320001",
    "plans/catalogue, 1, refers,  320000",
  })
  void aChangedColumnOfTheIndexIsFound(String ledger, int seq, String column, String value)
      throws SQLException {
    String plan = newPlan();
    draft(plan, 1);
    publish(plan).then().statusCode(201);
    String verify = "/api/v1/ledgers/" + ledger + "/verify";
    bureau().post(verify).then().body("ok", equalTo(true));

    String before = change(ledger, seq, column, value);
    try {
      bureau()
          .post(verify)
          .then()
          .body("ok", equalTo(false))
          .body("fault.seq", equalTo(seq))
          .body("fault.why", equalTo("the column " + column + " does not follow from the body"));
    } finally {
      change(ledger, seq, column, before);
    }
  }

  @Test
  void whoAsksForLinesHearsTheResultAsTheLast() {
    String answer =
        bureau()
            .accept("application/x-ndjson")
            .post(LEDGERS + "/catalogue/verify")
            .then()
            .statusCode(200)
            .contentType("application/x-ndjson")
            .extract()
            .asString();
    assertThat(Story.tree(answer.lines().toList().getLast()).path("ok").asBoolean()).isTrue();
  }

  @Test
  void ledgersAreForTheCityAndItsDistricts() {
    problem(as("district-planner", "320412").get(LEDGERS).then(), 403, "forbidden");
    problem(as("city-viewer", "320500").get(LEDGERS + "/320412").then(), 403, "forbidden");
    problem(bureau().get(LEDGERS + "/nonsense").then(), 404, "not-found");
    problem(given().get(LEDGERS).then(), 401, "unauthenticated");
    bureau()
        .get(LEDGERS + "/320413")
        .then()
        .statusCode(200)
        .body("seq", equalTo(0))
        .body("recordedAt", nullValue());
  }

  @Test
  void healthMetricsAndDescriptionAreOpen() {
    given()
        .get("/q/health/ready")
        .then()
        .statusCode(200)
        .body("status", equalTo("UP"))
        .body("checks.name", hasItem("ledgers"))
        .body("checks[0].data.unsent", notNullValue());
    given()
        .get("/q/metrics")
        .then()
        .statusCode(200)
        .body(containsString("duban_ledger_events_total"))
        .body(containsString("duban_relay_unsent"));
    JsonNode description =
        Story.tree(given().accept("application/json").get("/openapi?format=json").asString());
    assertThat(description.path("paths").fieldNames())
        .toIterable()
        .contains("/api/v1/plans", "/api/v1/plans/{plan}/publish", "/api/v1/indicators/{key}");
    description.path("paths").forEach(path -> path.forEach(PublicationTest::assertExample));
  }

  @Test
  void theDescriptionsExampleIsAPlanThatCanBePublished() {
    JsonNode description =
        Story.tree(given().accept("application/json").get("/openapi?format=json").asString());
    JsonNode example =
        description
            .path("paths")
            .path("/api/v1/plans")
            .at("/post/requestBody/content/application~1json/examples/plan/value");
    String plan = example.isTextual() ? example.asText() : example.toString();

    bureau().body(plan).post("/api/v1/plans").then().statusCode(201);
    publish("320412-2022").then().statusCode(201);
  }

  private static void assertExample(JsonNode operation) {
    boolean exemplified =
        operation.path("responses").findValues("examples").stream().anyMatch(e -> !e.isEmpty());
    assertThat(exemplified).as("%s has an example", operation.path("summary")).isTrue();
  }

  private static void tamper(String ledger, String from, String to) throws SQLException {
    String database = ConfigProvider.getConfig().getValue("DUBAN_DB_NAME", String.class);
    try (Connection connection = Postgres.shared().connect(database);
        PreparedStatement update =
            connection.prepareStatement(
                "update ledger_event set body = replace(body, ?, ?) where ledger = ?")) {
      update.setString(1, from);
      update.setString(2, to);
      update.setString(3, ledger);
      assertThat(update.executeUpdate()).isEqualTo(1);
    }
  }

  /** What stood there before. */
  private static String change(String ledger, int seq, String column, String value)
      throws SQLException {
    String database = ConfigProvider.getConfig().getValue("DUBAN_DB_NAME", String.class);
    String sql =
        """
        with old as (select ledger, seq, %1$s as was from ledger_event
                      where ledger = ? and seq = ?)
        update ledger_event e set %1$s = ? from old where e.ledger = old.ledger and e.seq = old.seq
        returning old.was
        """
            .formatted(column);
    try (Connection connection = Postgres.shared().connect(database);
        PreparedStatement update = connection.prepareStatement(sql)) {
      update.setString(1, ledger);
      update.setInt(2, seq);
      update.setString(3, value);
      try (ResultSet changed = update.executeQuery()) {
        assertThat(changed.next()).isTrue();
        return changed.getString(1);
      }
    }
  }

  /** Everything on the topic from its beginning up to the message with this id. */
  private static List<ConsumerRecord<String, String>> messagesUntil(String id) {
    List<ConsumerRecord<String, String>> seen = new ArrayList<>();
    try (KafkaConsumer<String, String> consumer = consumer()) {
      consumer.assign(
          consumer.partitionsFor(Topics.PLANS).stream()
              .map(p -> new org.apache.kafka.common.TopicPartition(p.topic(), p.partition()))
              .toList());
      consumer.seekToBeginning(consumer.assignment());
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> {
            consumer.poll(Duration.ofMillis(100)).forEach(seen::add);
            return seen.stream().anyMatch(message -> header(message, "ce_id").equals(id));
          });
    }
    // Partitions arrive interleaved: the one sought goes last.
    seen.sort(
        (a, b) -> Boolean.compare(header(a, "ce_id").equals(id), header(b, "ce_id").equals(id)));
    return seen;
  }

  private static KafkaConsumer<String, String> consumer() {
    String servers = ConfigProvider.getConfig().getValue("DUBAN_KAFKA", String.class);
    return new KafkaConsumer<>(
        Map.of("bootstrap.servers", servers), new StringDeserializer(), new StringDeserializer());
  }

  private static String header(ConsumerRecord<String, String> message, String name) {
    return new String(message.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }

  private static LedgerEvent link(ConsumerRecord<String, String> message) {
    try {
      return LedgerMessage.read(message);
    } catch (UnreadableMessage e) {
      throw new AssertionError(e);
    }
  }
}
