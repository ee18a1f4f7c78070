package duban.progress.ledger;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import duban.contracts.Topics;
import duban.ledger.chain.CanonicalJson;
import duban.ledger.chain.Chain;
import duban.ledger.chain.Hash;
import duban.ledger.chain.LedgerEvent;
import duban.ledger.relay.LedgerMessage;
import duban.progress.District;
import duban.progress.OnRealInfrastructure;
import duban.progress.Service;
import duban.testkit.Kafka;
import duban.testkit.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class LedgerReadingTest extends OnRealInfrastructure {

  @Test
  void theLedgerIsReadPageByPage() {
    District district = withReports(5);
    String events = "/api/v1/districts/" + district.code() + "/events";
    read(district, events + "?limit=2")
        .body("ledger", equalTo("progress/" + district.code()))
        .body("events.seq", contains(1, 2))
        .body("events[0].id", equalTo("r-1"))
        .body("events[0].type", equalTo("progress.reported"))
        .body("events[0].fullType", equalTo("cn.duban.progress.reported.v1"))
        .body("events[0].subject", equalTo(district.target("6.1")))
        .body("events[0].refers", nullValue())
        .body("events[0].body.value", equalTo(1))
        .body("events[0].body.by", equalTo("test-district-reporter"))
        .body("next", equalTo(2));
    read(district, events + "?after=2&limit=2").body("events.seq", contains(3, 4));
    read(district, events + "?after=4&limit=2")
        .body("events.seq", contains(5))
        .body("$", not(hasKey("next")));
    read(district, events + "?limit=100000").body("events", hasSize(5));
    read(district, "/api/v1/ledgers/progress/" + district.code() + "/events?after=4")
        .body("events.seq", contains(5));
  }

  @Test
  void aTargetsEventsComeWithWhatBecameOfThem() {
    District district = withReports(2);
    Service.post(
            district, Service.event("v-1", "event.voided").put("event", "r-1").put("reason", "误报"))
        .then()
        .statusCode(201);
    Service.post(
            district,
            Service.event("o-1", "progress.reported")
                .put("target", district.target("7.1"))
                .put("asOf", "2022-06-30")
                .put("value", 1))
        .then()
        .statusCode(201);
    read(
            district,
            "/api/v1/districts/" + district.code() + "/events?target=" + district.target("6.1"))
        .body("events.id", contains("r-1", "r-2", "v-1"))
        .body("events[2].refers", equalTo("r-1"));
  }

  @Test
  void anyoneCanRecomputeTheChain() {
    District district = withReports(3);
    JsonNode page =
        Service.parse(
            Service.get(district.reporter(), "/api/v1/districts/" + district.code() + "/events")
                .asString());
    Hash previous = Hash.ZERO;
    for (JsonNode event : page.path("events")) {
      Hash digest = CanonicalJson.canonical(event.path("body")).digest();
      assertThat(digest.hex()).isEqualTo(event.path("bodyDigest").asText());
      previous =
          Chain.link(
              previous,
              event.path("seq").asLong(),
              event.path("id").asText(),
              event.path("fullType").asText(),
              Instant.parse(event.path("recordedAt").asText()),
              digest);
      assertThat(previous.hex()).isEqualTo(event.path("hash").asText());
    }
    read(district, "/api/v1/districts/" + district.code() + "/ledger")
        .body("seq", equalTo(3))
        .body("hash", equalTo(previous.hex()));
  }

  @Test
  void aMutatedRowIsFound() {
    District district = withReports(5);
    verify(district).body("ok", equalTo(true)).body("events", equalTo(5)).body("seq", equalTo(5));
    assertThat(
            Service.rows(
                "update ledger_event set body = replace(body, '\"value\":3', '\"value\":33')"
                    + " where ledger = ? and seq = 3",
                "progress/" + district.code()))
        .isOne();
    verify(district).body("ok", equalTo(false)).body("fault.seq", equalTo(3));
  }

  /**
   * 1 and 2 are reports, 3 takes back the first, 4 opens a problem, 5 is a verdict on the second.
   */
  @ParameterizedTest
  @CsvSource({
    "1, subject = '320412-2022.6.2'",
    "1, refers = 'r-2'",
    "3, subject = '320412-2022.6.2'",
    "3, refers = 'r-2'",
    "3, refers = null",
    "4, subject = 'elsewhere'",
    "4, refers = 'problem:other'",
    "5, subject = 'elsewhere'",
    "5, refers = 'r-1'",
  })
  void aChangedColumnOfTheIndexIsFound(int seq, String change) {
    District district = withReports(2);
    say(district, district.reporter(), "event.voided", "event", "r-1", "reason", "counted twice");
    say(
        district,
        district.reporter(),
        "problem.opened",
        "item",
        district.target("6"),
        "problem",
        "roof",
        "text",
        "it leaks");
    say(district, Service.cityAdmin(), "report.verified", "event", "r-2", "reason", "seen");
    verify(district).body("ok", equalTo(true)).body("events", equalTo(5));

    int changed =
        Service.rows(
            "update ledger_event set " + change + " where ledger = ? and seq = ?",
            "progress/" + district.code(),
            seq);

    assertThat(changed).isOne();
    verify(district)
        .body("ok", equalTo(false))
        .body("fault.seq", equalTo(seq))
        .body("fault.why", containsString("column"));
  }

  @Test
  void whoAsksForLinesHearsTheResultAsTheLast() {
    District district = withReports(2);
    Response answer =
        given()
            .auth()
            .oauth2(district.reporter())
            .accept("application/x-ndjson")
            .post("/api/v1/districts/" + district.code() + "/ledger/verify");
    answer.then().statusCode(200).contentType("application/x-ndjson");
    assertThat(answer.asString()).endsWith("\n");
    JsonNode last = Service.parse(answer.asString().lines().toList().getLast());
    assertThat(last.path("ok").booleanValue()).isTrue();
    assertThat(last.path("seq").asInt()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"*/*", "application/json", "application/json, application/x-ndjson"})
  void whoDoesNotAskForLinesGetsOneAnswer(String accept) {
    District district = withReports(1);
    given()
        .auth()
        .oauth2(district.reporter())
        .accept(accept)
        .post("/api/v1/districts/" + district.code() + "/ledger/verify")
        .then()
        .statusCode(200)
        .contentType("application/json")
        .body("ok", equalTo(true));
  }

  @Test
  void anErasedBodyIsShownAndTheChainHolds() {
    District district = withReports(3);
    assertThat(
            Service.rows(
                "update ledger_event set body = null where ledger = ? and seq = 2",
                "progress/" + district.code()))
        .isOne();
    verify(district).body("ok", equalTo(true)).body("erased", equalTo(1));
    read(district, "/api/v1/districts/" + district.code() + "/events")
        .body("events[1]", hasKey("body"))
        .body("events[1].body", nullValue());
  }

  @Test
  void anEmptyLedgerStandsAtZero() {
    District district = District.fresh();
    read(district, "/api/v1/districts/" + district.code() + "/ledger")
        .body("seq", equalTo(0))
        .body("hash", equalTo("0".repeat(64)))
        .body("recordedAt", nullValue());
    verify(district).body("ok", equalTo(true)).body("events", equalTo(0));
  }

  @Test
  void eachSeesTheLedgersOfTheirOwnDistricts() {
    District district = withReports(1);
    String heads = "/api/v1/ledgers/progress";
    String ledger = "progress/" + district.code();
    Service.get(Service.cityViewer(), heads).then().body("ledgers.ledger", hasItem(ledger));
    Service.get(Tokens.mint("city-viewer", "330000"), heads)
        .then()
        .statusCode(200)
        .body("ledgers", hasSize(0));
    Service.get(district.reporter(), heads).then().statusCode(403);
    for (String path :
        List.of(
            "/api/v1/districts/" + district.code() + "/events",
            "/api/v1/districts/" + district.code() + "/ledger",
            heads + "/" + district.code(),
            heads + "/" + district.code() + "/events")) {
      Service.get(Service.cityViewer(), path).then().statusCode(200);
      Service.get(Tokens.mint("district-viewer", district.code()), path).then().statusCode(200);
      Service.get(Tokens.mint("district-viewer", "320499"), path).then().statusCode(403);
      Service.get(Tokens.mint("city-viewer", "330000"), path).then().statusCode(403);
      given().get(path).then().statusCode(401).contentType("application/problem+json");
    }
    given()
        .auth()
        .oauth2(Tokens.mint("district-viewer", "320499"))
        .post("/api/v1/districts/" + district.code() + "/ledger/verify")
        .then()
        .statusCode(403);
    given()
        .auth()
        .oauth2(Tokens.mint("district-viewer", "320499"))
        .accept("application/x-ndjson")
        .post("/api/v1/districts/" + district.code() + "/ledger/verify")
        .then()
        .statusCode(403)
        .contentType("application/problem+json");
  }

  @Test
  void parametersThatAreNoNumbers() {
    District district = District.fresh();
    for (String query : List.of("after=x", "after=-1", "limit=0", "limit=1e3")) {
      Service.get(district.reporter(), "/api/v1/districts/" + district.code() + "/events?" + query)
          .then()
          .statusCode(400)
          .body("type", equalTo("https://duban.cn/problems/invalid-request"));
    }
  }

  @Test
  void whatIsAppendedReachesKafkaInOrder() throws Exception {
    District district = withReports(20);
    List<LedgerEvent> received = new ArrayList<>();
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                Kafka.shared().bootstrapServers(),
                "group.id",
                "test-" + Service.newId(),
                "auto.offset.reset",
                "earliest"),
            new StringDeserializer(),
            new StringDeserializer())) {
      consumer.subscribe(List.of(Topics.PROGRESS));
      long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
      while (received.size() < 20 && System.nanoTime() < end) {
        for (var message : consumer.poll(Duration.ofMillis(200))) {
          if (district.code().equals(message.key())) {
            received.add(LedgerMessage.read(message));
          }
        }
      }
    }
    assertThat(received).extracting(LedgerEvent::seq).isSorted().hasSize(20);
    assertThat(received)
        .extracting(LedgerEvent::ledger)
        .containsOnly("progress/" + district.code());
  }

  @Test
  void watchersSeeTheLedger() {
    withReports(1);
    given()
        .get("/q/health/ready")
        .then()
        .statusCode(200)
        .body("checks.name", contains("database"))
        .body("checks[0].data", hasKey("relayLagEvents"));
    given().get("/q/health/live").then().statusCode(200);
    await()
        .untilAsserted(() ->
            given()
                .get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("duban_ledger_events_total"))
                .body(containsString("duban_ledger_groups_total"))
                .body(containsString("duban_ledger_queued_events"))
                .body(containsString("duban_relay_lag_events"))
                .body(containsString("duban_replica_held_ledgers"))
                .body(containsString("duban_replica_dead_letters_total")));
  }

  @Test
  void theApiDescribesItself() {
    given()
        .accept("application/json")
        .get("/openapi?format=json")
        .then()
        .statusCode(200)
        .body("paths", hasKey("/api/v1/districts/{code}/events"))
        .body("paths", hasKey("/api/v1/districts/{code}/ledger/verify"))
        .body(containsString("application/x-ndjson"));
  }

  private static void say(District district, String token, String type, String... fields) {
    ObjectNode event = Service.event(Service.newId(), type);
    for (int i = 0; i < fields.length; i += 2) {
      event.put(fields[i], fields[i + 1]);
    }
    Service.post(district, token, "application/json", event.toString()).then().statusCode(201);
  }

  private static District withReports(int count) {
    District district = District.withPlan();
    for (int i = 1; i <= count; i++) {
      Service.post(district, Service.reported(district, "r-" + i, i)).then().statusCode(201);
    }
    return district;
  }

  private static io.restassured.response.ValidatableResponse read(District district, String path) {
    return Service.get(district.reporter(), path).then().statusCode(200);
  }

  private static io.restassured.response.ValidatableResponse verify(District district) {
    return given()
        .auth()
        .oauth2(district.reporter())
        .post("/api/v1/districts/" + district.code() + "/ledger/verify")
        .then()
        .statusCode(200);
  }
}
