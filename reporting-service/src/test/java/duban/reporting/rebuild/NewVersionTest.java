package duban.reporting.rebuild;

import static duban.reporting.Service.number;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import duban.contracts.catalogue.Indicator;
import duban.contracts.catalogue.Indicator.Aggregation;
import duban.contracts.plan.Target.Kind;
import duban.reporting.City;
import duban.reporting.DistrictLedgers;
import duban.reporting.OnRealInfrastructure;
import duban.reporting.Owners;
import duban.reporting.Service;
import duban.reporting.standing.Targets;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A version that starts where another has served: its own tables are built before it serves. */
@QuarkusTest
@TestProfile(NewVersionTest.AfterAnother.class)
class NewVersionTest extends OnRealInfrastructure {

  /** db/older leaves the tables of version 1, as an older replica would. */
  public static final class AfterAnother implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("quarkus.flyway.locations", "db/public,db/older");
    }

    @Override
    public List<TestResourceEntry> testResources() {
      return List.of(new TestResourceEntry(OwnersDown.class));
    }
  }

  /** So that the building has to wait while the service starts. */
  public static final class OwnersDown implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
      Owners.goDown();
      return Map.of();
    }

    @Override
    public void stop() {
      // They go with the service.
    }

    @Override
    public int order() {
      return 100;
    }
  }

  @Test
  void isBuiltByItselfWhileReportsSaySo() {
    City city = City.fresh();
    Indicator seats = city.indicator(Aggregation.SUM);
    DistrictLedgers wujin = city.district();
    wujin.publishes(Targets.of(Kind.QUANTITY).value("6325").indicator(seats));
    wujin.reports("6.1", "2022-06-30", "3200");
    String path = "/rollups?year=2022&scope=" + city.code() + "&indicator=" + seats.key();

    Response refusal = Service.get(city.viewer(), path);
    assertThat(refusal.statusCode()).isEqualTo(503);
    JsonNode problem = Service.json(refusal);
    assertThat(problem.path("type").textValue()).endsWith("/rebuilding");
    assertThat(problem.path("detail").textValue())
        .matches("Being built .*: \\d+ %, about \\d+ s left.");
    assertThat(Integer.parseInt(refusal.header("Retry-After"))).isPositive();
    assertThat(given().get("/q/health/ready").asString())
        .contains("\"name\": \"projection\"")
        .containsAnyOf("about to be built", "being built", "will be tried again");
    assertThat(Service.count("select count(*) from projection_v3.plan")).isZero();

    Owners.comeBack();
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> Service.get(city.viewer(), path).statusCode() == 200);
    JsonNode row = Service.after(city.viewer(), path, wujin).path("rows").path(0);
    assertThat(number(row, "reached")).isEqualByComparingTo("3200");
    wujin.adds("6.1", "2022-06-30", "0.5");
    wujin.reports("6.1", "2022-06-30", "3300");
    assertThat(number(Service.after(city.viewer(), path, wujin).path("rows").path(0), "reached"))
        .isEqualByComparingTo("3300");
    assertThat(given().get("/q/health/ready").statusCode()).isEqualTo(200);
    assertThat(Service.count("select count(*) from projection_v1.plan")).isEqualTo(1);
    JsonNode last = Rebuilding.last();
    assertThat(last.path("phase").textValue()).isEqualTo("done");
    assertThat(last.has("identical")).isFalse();
    assertThat(Rebuilding.result().path("identical").booleanValue()).isTrue();
    assertThat(Service.verify().path("ok").booleanValue()).isTrue();
  }
}
