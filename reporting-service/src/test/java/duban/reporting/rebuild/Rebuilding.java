package duban.reporting.rebuild;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import duban.reporting.Service;
import duban.testkit.Tokens;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;

/** The rebuild as its caller sees it. */
final class Rebuilding {

  static final String PATH = "/api/v1/projection/rebuild";
  private static final String ADMIN = Tokens.mint("city-admin", "410000");

  private Rebuilding() {}

  /** Every line of a rebuild; the last is the result. */
  static List<JsonNode> lines() {
    Response answer = given().auth().oauth2(ADMIN).accept("application/x-ndjson").post(PATH);
    if (answer.statusCode() != 200) {
      throw new AssertionError(answer.statusCode() + answer.asString());
    }
    return answer.asString().lines().map(Service::parse).toList();
  }

  static JsonNode result() {
    return lines().getLast();
  }

  /** Begins one and does not wait for it. */
  static JsonNode begun() {
    return Service.json(given().auth().oauth2(ADMIN).accept("application/json").post(PATH));
  }

  static JsonNode last() {
    return Service.json(given().auth().oauth2(ADMIN).get(PATH));
  }

  static JsonNode awaitPhase(String... phases) {
    return Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(Rebuilding::last, state -> List.of(phases).contains(state.path("phase").asText()));
  }
}
