package duban.reporting.webhook;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import duban.contracts.Json;
import duban.contracts.plan.Target.Kind;
import duban.reporting.City;
import duban.reporting.DistrictLedgers;
import duban.reporting.OnRealInfrastructure;
import duban.reporting.Service;
import duban.reporting.standing.Targets;
import duban.testkit.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Webhooks, told to a real server on this machine. */
@QuarkusTest
@Order(OnRealInfrastructure.EARLY)
class WebhooksTest extends OnRealInfrastructure {

  private record Heard(HttpHeaders headers, String body) {

    JsonNode json() {
      return Service.parse(body);
    }
  }

  @Inject Sealing sealing;

  private final City city = City.fresh();
  private final DistrictLedgers wujin = city.district();
  private final DistrictLedgers liyang = city.district();
  private final List<Heard> heard = new CopyOnWriteArrayList<>();
  private volatile int answer = 204;
  private HttpServer receiver;

  @BeforeEach
  void listen() throws IOException {
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext(
        "/hook",
        exchange -> {
          byte[] body = exchange.getRequestBody().readAllBytes();
          heard.add(
              new Heard(
                  HttpHeaders.of(exchange.getRequestHeaders(), (name, value) -> true),
                  new String(body, StandardCharsets.UTF_8)));
          if (answer == 302) {
            exchange.getResponseHeaders().set("Location", "/elsewhere");
          }
          exchange.sendResponseHeaders(answer, -1);
          exchange.close();
        });
    receiver.start();
    wujin.recordsOn("2022-06-29");
    wujin.publishes(Targets.of(Kind.QUANTITY).value("100"));
    Service.target(city, wujin, "6.1");
  }

  @AfterEach
  void back() {
    receiver.stop(0);
    Service.moveTo("2022-06-30");
  }

  private RequestSpecification as(String role, String scope) {
    return given()
        .auth()
        .oauth2(Tokens.mint(role, scope))
        .header("Accept-Language", "en")
        .contentType("application/json");
  }

  private Response create(String url, String... events) {
    ObjectNode body = Json.lenient().createObjectNode().put("url", url).put("scope", wujin.code());
    for (String event : events) {
      body.withArray("events").add(event);
    }
    return as("district-planner", wujin.code()).body(body.toString()).post("/api/v1/webhooks");
  }

  private JsonNode created(String... events) {
    Response made = create(address(), events);
    assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
    return Service.json(made);
  }

  private String address() {
    return "http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook";
  }

  private void opens(String problem, String due) {
    ObjectNode body =
        Json.lenient()
            .createObjectNode()
            .put("item", wujin.target("6"))
            .put("problem", problem)
            .put("due", due)
            .put("severity", "serious")
            .put("text", "围墙开裂");
    String id = "w-" + wujin.code() + "-" + (wujin.progress().seq() + 1);
    wujin.progress().say(id, "problem.opened", wujin.target("6"), problem, body);
  }

  private void awaitHeard(int messages) {
    await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(heard).hasSize(messages));
  }

  private JsonNode log(JsonNode made) {
    return Service.json(
            as("district-planner", wujin.code())
                .get("/api/v1/webhooks/" + id(made) + "/deliveries"))
        .path("deliveries");
  }

  private static String id(JsonNode made) {
    return made.path("webhook").path("id").textValue();
  }

  @Test
  void whatHappensIsToldSigned() throws Exception {
    JsonNode made = created("problem.opened");
    opens("A", "2022-07-10");
    awaitHeard(1);
    Heard message = heard.getFirst();
    assertThat(message.json().path("type").textValue()).isEqualTo("problem.opened");
    assertThat(message.json().path("data").path("subject").textValue())
        .isEqualTo(wujin.target("6"));
    assertThat(message.json().path("data").path("problem").textValue()).isEqualTo("A");
    assertThat(message.json().path("data").path("due").textValue()).isEqualTo("2022-07-10");
    assertThat(message.json().path("data").path("severity").textValue()).isEqualTo("serious");
    String secret = made.path("secret").textValue();
    assertThat(secret).startsWith("whsec_");
    assertSigned(message, secret);
    await()
        .untilAsserted(() -> {
          JsonNode delivery = log(made).path(0);
          assertThat(delivery.path("state").textValue()).isEqualTo("delivered");
          assertThat(delivery.path("status").intValue()).isEqualTo(204);
        });
    assertThat(
            as("district-planner", wujin.code())
                .get("/api/v1/webhooks?scope=" + wujin.code())
                .asString())
        .doesNotContain(secret);
  }

  private static String kept(JsonNode made) {
    return Service.text("select secret from webhook where id = '%s'".formatted(id(made)));
  }

  @Test
  void aSecretIsNotReadableInTheDatabase() {
    JsonNode made = created("problem.opened");
    String first = kept(made);
    assertThat(first).startsWith("v1:").doesNotContain(made.path("secret").textValue());
    as("district-planner", wujin.code()).post("/api/v1/webhooks/" + id(made) + "/secret");
    assertThat(kept(made)).startsWith("v1:").isNotEqualTo(first);
  }

  /** From before there was a key; it signs as it did, and is sealed at the next start. */
  @Test
  void aSecretThatLiesReadableGoesOnSigningAndIsSealedAtTheStart() throws Exception {
    JsonNode made = created("problem.opened");
    String secret = made.path("secret").textValue();
    keep(made, secret);
    opens("A", "2022-07-10");
    awaitHeard(1);
    assertSigned(heard.getFirst(), secret);

    sealing.sealAll();

    assertThat(kept(made)).startsWith("v1:");
    opens("B", "2022-07-10");
    awaitHeard(2);
    assertSigned(heard.getLast(), secret);
  }

  @Test
  void aSecretWhoseKeyIsGoneIsSaidInTheLogOfTheWebhook() throws Exception {
    JsonNode made = created("problem.opened");
    keep(made, "v1:00000000:AAAA");
    sealing.sealAll();
    opens("A", "2022-07-10");
    await()
        .untilAsserted(() ->
            assertThat(log(made).path(0).path("answer").textValue())
                .isEqualTo("the key of its secret is not in the key file"));
    assertThat(heard).isEmpty();
  }

  private static void keep(JsonNode made, String secret) throws Exception {
    try (Connection connection = Service.database();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "update webhook set secret = '%s' where id = '%s'".formatted(secret, id(made)));
    }
  }

  private static void assertSigned(Heard message, String secret) throws Exception {
    new com.standardwebhooks.Webhook(secret)
        .verify(
            message.body(),
            Map.of(
                "webhook-id", message.headers().allValues("webhook-id"),
                "webhook-timestamp", message.headers().allValues("webhook-timestamp"),
                "webhook-signature", message.headers().allValues("webhook-signature")));
  }

  @Test
  void aProblemThatTurnsOverdueIsToldOnceAndALightWhenItChanges() {
    created("problem.overdue", "target.light");
    opens("A", "2022-07-10");
    wujin.reports("6.1", "2022-06-30", "49");
    Service.target(city, wujin, "6.1");
    awaitHeard(1);
    assertThat(heard.getFirst().json().path("data").path("light").textValue())
        .isEqualTo("on-track");
    Service.moveTo("2022-07-11");
    awaitHeard(2);
    assertThat(heard.getLast().json().path("type").textValue()).isEqualTo("problem.overdue");
    wujin.reports("6.1", "2022-06-30", "51");
    Service.moveTo("2022-07-12");
    opens("B", "2022-07-01");
    awaitHeard(3);
    assertThat(heard.getLast().json().path("data").path("problem").textValue()).isEqualTo("B");
  }

  @Test
  void whatFailsIsTriedAgainAndCanBeSentAgain() {
    answer = 503;
    JsonNode made = created("problem.opened");
    opens("A", "2022-07-10");
    awaitHeard(1);
    await()
        .untilAsserted(() -> {
          assertThat(log(made).path(0).path("state").textValue()).isEqualTo("pending");
          assertThat(log(made).path(0).path("status").intValue()).isEqualTo(503);
          assertThat(log(made).path(0).path("nextAt").isTextual()).isTrue();
        });
    answer = 200;
    String delivery = log(made).path(0).path("id").textValue();
    as("district-planner", wujin.code())
        .post("/api/v1/webhooks/" + id(made) + "/deliveries/" + delivery + "/redeliver")
        .then()
        .statusCode(202);
    awaitHeard(2);
    assertThat(heard.get(1).headers().allValues("webhook-id"))
        .isEqualTo(heard.get(0).headers().allValues("webhook-id"));
  }

  /** The feed is trimmed at 100,000 changes; here the webhook's place is put before its oldest. */
  @Test
  void whatWasTrimmedBeforeItWasReadIsToldAsMissed() {
    JsonNode made = created("target.light");
    Service.update(
        "insert into webhook_light (webhook, target, light) values (?, ?, 'on-track')"
            + " on conflict (webhook, target) do update set light = excluded.light",
        id(made),
        wujin.target("6.1"));
    Service.update(
        "update webhook set cursor = (select min(no) from change_feed) - 8 where id = ?", id(made));
    long oldest = Service.count("select min(no) from change_feed");
    awaitHeard(1);
    JsonNode message = heard.getFirst().json();
    assertThat(message.path("type").textValue()).isEqualTo("snapshot");
    JsonNode data = message.path("data");
    assertThat(data.path("from").longValue()).isEqualTo(oldest - 7);
    assertThat(data.path("to").longValue()).isEqualTo(oldest - 1);
    assertThat(data.path("detail").path("en").textValue()).contains("read the report again");
    assertThat(data.path("read").textValue()).contains(wujin.code());
    assertThat(log(made).path(0).path("type").textValue()).isEqualTo("snapshot");
    // Its receiver reads that the target is behind, so on track again is news to it.
    wujin.reports("6.1", "2022-06-30", "49");
    awaitHeard(2);
    assertThat(heard.getLast().json().path("data").path("light").textValue()).isEqualTo("on-track");
    create(address(), "snapshot").then().statusCode(400);
  }

  @Test
  void aRedirectIsNotFollowedAndGoneTurnsTheWebhookOff() {
    answer = 302;
    JsonNode made = created("problem.opened");
    opens("A", "2022-07-10");
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> assertThat(log(made).path(0).path("status").intValue()).isEqualTo(302));
    answer = 410;
    opens("B", "2022-07-10");
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> {
          JsonNode webhook =
              Service.json(
                  as("district-planner", wujin.code()).get("/api/v1/webhooks/" + id(made)));
          assertThat(webhook.path("enabled").booleanValue()).isFalse();
          assertThat(webhook.path("disabledWhy").textValue()).contains("410");
        });
  }

  @Test
  void nobodyKeepsAForeignDistrictsWebhooks() {
    JsonNode made = created("problem.opened");
    RequestSpecification foreign = as("district-planner", liyang.code());
    foreign.get("/api/v1/webhooks/" + id(made)).then().statusCode(403);
    foreign.get("/api/v1/webhooks/" + id(made) + "/deliveries").then().statusCode(403);
    foreign.delete("/api/v1/webhooks/" + id(made)).then().statusCode(403);
    foreign.get("/api/v1/webhooks?scope=" + wujin.code()).then().statusCode(403);
    as("district-viewer", wujin.code()).get("/api/v1/webhooks").then().statusCode(403);
    as("city-admin", city.code()).get("/api/v1/webhooks/" + id(made)).then().statusCode(200);
    create(address(), "no.such").then().statusCode(400);
    create("ftp://example.com/", "problem.opened").then().statusCode(400);
    as("district-planner", wujin.code())
        .delete("/api/v1/webhooks/" + id(made))
        .then()
        .statusCode(204);
    as("district-planner", wujin.code()).get("/api/v1/webhooks/" + id(made)).then().statusCode(404);
  }
}
