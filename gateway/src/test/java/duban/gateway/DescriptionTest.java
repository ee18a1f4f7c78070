package duban.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import duban.contracts.Json;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DescriptionTest extends AtTheDoor {

  @Test
  void allServicesAreOneDescription() throws IOException {
    JsonNode whole = description();

    assertThat(whole.at("/openapi").asText()).startsWith("3.1");
    assertThat(names(whole.at("/paths")))
        .contains(
            "/api/v1/plans/{id}",
            "/api/v1/districts/{district}/events",
            "/api/v1/rollups",
            "/session",
            "/openapi",
            "/q/health")
        .noneMatch(path -> path.startsWith("/internal"));
    assertThat(whole.has("x-duban-missing")).isFalse();
    assertThat(whole.at("/servers/0/url").asText()).isEqualTo("/");
  }

  @Test
  void aTokenIsAskedForEverywhereButAtTheOwnOperations() throws IOException {
    JsonNode whole = description();

    assertThat(whole.at("/components/securitySchemes/bearer/scheme").asText()).isEqualTo("bearer");
    assertThat(whole.at("/security/0").has("bearer")).isTrue();
    assertThat(whole.at("/paths/~1session/post/security").size()).isZero();
    assertThat(whole.at("/paths/~1session/post/security").isArray()).isTrue();
    assertThat(whole.at("/paths/~1api~1v1~1rollups/get").has("security")).isFalse();
    JsonNode own = whole.at("/paths/~1api~1v1~1operations~1gateway/get");
    assertThat(own.path("summary").asText()).contains("gateway");
    assertThat(own.has("security")).isFalse();
  }

  @Test
  void schemasOfOneNameStayApart() throws IOException {
    JsonNode whole = description();

    assertThat(names(whole.at("/components/schemas")))
        .contains("Row", "progress.Row", "reporting.Row");
    assertThat(whole.at("/paths/~1api~1v1~1rollups/get/responses/200/$ref").asText())
        .isEqualTo("#/components/schemas/reporting.Row");
    assertThat(whole.at("/components/schemas/reporting.Row/title").asText())
        .isEqualTo("Row of reporting");
  }

  @Test
  void aServiceThatIsDownIsNamedAndTheRestStands() throws IOException {
    int port = PlayedServices.stop("progress");
    try {
      await()
          .untilAsserted(() ->
              assertThat(description().path("x-duban-missing").toString())
                  .isEqualTo("[\"progress-service\"]"));
      assertThat(description().at("/info/description").asText()).contains("progress-service");
      assertThat(names(description().at("/paths"))).contains("/api/v1/rollups");
      await()
          .untilAsserted(() ->
              assertThat(get("/q/health/ready").body())
                  .contains("\"progress-service\": \"NO ANSWER\"")
                  .contains("\"reporting-service\": \"UP\""));
      assertThat(get("/q/health/ready").status()).isEqualTo(200);
    } finally {
      PlayedServices.listen("progress", port);
    }
    await().untilAsserted(() -> assertThat(description().has("x-duban-missing")).isFalse());
  }

  private static JsonNode description() throws IOException {
    RawHttp.Answer answer = get("/openapi");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("content-type")).startsWith("application/json");
    return Json.lenient().readTree(answer.body());
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
