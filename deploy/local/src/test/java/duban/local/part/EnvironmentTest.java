package duban.local.part;

import static org.assertj.core.api.Assertions.assertThat;

import duban.local.home.PortPlan;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EnvironmentTest {

  private static final Environment PRESENT = environment(Optional.empty());

  @ParameterizedTest
  @CsvSource({"PLANS, 9001, plans", "PROGRESS, 9002, progress", "REPORTING, 9003, reporting"})
  void aServiceHasItsOwnPortAndDatabase(Service service, String port, String database) {
    assertThat(PRESENT.of(service))
        .containsEntry("QUARKUS_HTTP_PORT", port)
        .containsEntry("DUBAN_DB_HOST", "127.0.0.1")
        .containsEntry("DUBAN_DB_PORT", "9004")
        .containsEntry("DUBAN_DB_NAME", database)
        .containsEntry("DUBAN_DB_USER", "duban")
        .containsEntry("DUBAN_DB_PASSWORD", "secret")
        .containsEntry("DUBAN_KAFKA", "127.0.0.1:9005");
  }

  @Test
  void theGatewayGetsNoDatabaseAndNoPassword() {
    Map<String, String> gateway = PRESENT.of(Service.GATEWAY);
    assertThat(gateway).containsEntry("QUARKUS_HTTP_PORT", "9000");
    assertThat(gateway.keySet()).noneMatch(name -> name.startsWith("DUBAN_DB"));
    assertThat(gateway).doesNotContainKey("DUBAN_KAFKA").doesNotContainValue("secret");
  }

  @Test
  void onlyTheProgressServiceKeepsFiles() {
    for (Service service : Service.values()) {
      assertThat(PRESENT.of(service).get("DUBAN_EVIDENCE_FOLDER"))
          .isEqualTo(service == Service.PROGRESS ? "/home/evidence" : null);
    }
  }

  @Test
  void onlyTheReportingServiceKnowsTheKeyOfTheWebhooks() {
    for (Service service : Service.values()) {
      assertThat(PRESENT.of(service).get("DUBAN_WEBHOOK_KEY_FILE"))
          .isEqualTo(service == Service.REPORTING ? "/home/keys/webhooks.key" : null);
    }
  }

  @ParameterizedTest
  @EnumSource(Service.class)
  void everyServiceKnowsThePeersTheKeysAndTheLoopback(Service service) {
    assertThat(PRESENT.of(service))
        .containsEntry("QUARKUS_HTTP_HOST", "127.0.0.1")
        .containsEntry("DUBAN_PLANS_URL", "http://127.0.0.1:9001")
        .containsEntry("DUBAN_PROGRESS_URL", "http://127.0.0.1:9002")
        .containsEntry("DUBAN_REPORTING_URL", "http://127.0.0.1:9003")
        .containsEntry("DUBAN_JWKS", "/home/keys/jwks.json")
        .containsEntry("DUBAN_ISSUER", "https://duban.local/issuer")
        .containsEntry("DUBAN_SERVICE_TOKEN_FILE", "/home/keys/service.token")
        .doesNotContainKey("DUBAN_TODAY");
  }

  @ParameterizedTest
  @EnumSource(Service.class)
  void aFixedDayIsTheSameForAll(Service service) {
    Environment fixed = environment(Optional.of(LocalDate.of(2022, 6, 30)));
    assertThat(fixed.of(service)).containsEntry("DUBAN_TODAY", "2022-06-30");
  }

  private static Environment environment(Optional<LocalDate> today) {
    return new Environment(
        new PortPlan(9000),
        Path.of("/home/keys/jwks.json"),
        Path.of("/home/keys/service.token"),
        Path.of("/home/evidence"),
        Path.of("/home/keys/webhooks.key"),
        "secret",
        today);
  }
}
