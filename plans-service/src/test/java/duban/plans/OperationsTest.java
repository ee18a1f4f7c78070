package duban.plans;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.emptyOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The service says how it runs. */
@QuarkusTest
class OperationsTest {

  private static final String PATH = "/api/v1/operations/plans";

  @Test
  void itSaysHowFarKafkaHasItsLedgers() {
    Story.defineNewSeats();
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() ->
            Story.bureau()
                .get(PATH)
                .then()
                .statusCode(200)
                .body("process.service", equalTo("plans-service"))
                .body("process.version", not(emptyOrNullString()))
                .body("databaseAnswers", equalTo(true))
                .body("kafka.answers", equalTo(true))
                .body("kafka.brokers", greaterThan(0))
                .body("relay.topic", equalTo("duban.plans"))
                .body("relay.unsent", equalTo(0))
                .body("relay.trouble", nullValue()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"city-viewer", "district-planner", "district-reporter", "district-viewer"})
  void thatIsTheBureausAlone(String role) {
    Story.as(role, "320000").get(PATH).then().statusCode(403);
  }
}
