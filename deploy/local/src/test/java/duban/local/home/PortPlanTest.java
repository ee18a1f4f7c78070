package duban.local.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PortPlanTest {

  @Test
  void theGatewayHasTheFirstOfSevenPortsInARow() {
    PortPlan ports = new PortPlan(8080);
    assertThat(ports)
        .returns(8081, PortPlan::plans)
        .returns(8082, PortPlan::progress)
        .returns(8083, PortPlan::reporting)
        .returns(8084, PortPlan::postgres)
        .returns(8085, PortPlan::kafka)
        .returns(8086, PortPlan::kafkaController);
  }

  @Test
  void nothingNamedIsNoPlan() {
    assertThat(PortPlan.parse(null)).isEmpty();
    assertThat(PortPlan.parse(" ")).isEmpty();
    assertThat(PortPlan.parse(" 9000 ")).isEqualTo(Optional.of(new PortPlan(9000)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"http", "80", "0", "-1", "65530", "99999", "8080.5"})
  void whatIsNoPortIsRefusedByItsName(String text) {
    assertThatThrownBy(() -> PortPlan.parse(text))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("DUBAN_PORT")
        .hasMessageContaining(text);
  }

  @ParameterizedTest
  @CsvSource({
    "8080, the gateway",
    "8081, plans-service",
    "8082, progress-service",
    "8083, reporting-service",
    "8084, PostgreSQL",
    "8085, Kafka",
    "8086, Kafka's controller"
  })
  void aTakenPortIsSaidWithItsPartAndAWayOut(int taken, String part) {
    assertThatThrownBy(() -> new PortPlan(8080).requireFree(port -> port != taken))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("port " + taken + ", which " + part + " needs")
        .hasMessageContaining("DUBAN_PORT=9080 ./duban up");
  }

  @Test
  void theWayOutIsFreeItself() {
    assertThatThrownBy(() -> new PortPlan(9080).requireFree(port -> port > 9186))
        .hasMessageContaining("DUBAN_PORT=9280");
  }

  @Test
  void freePortsAreNotTalkedAbout() {
    assertThatCode(() -> new PortPlan(8080).requireFree(port -> true)).doesNotThrowAnyException();
  }
}
