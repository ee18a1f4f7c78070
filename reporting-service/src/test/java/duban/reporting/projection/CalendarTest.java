package duban.reporting.projection;

import static duban.reporting.Service.rollup;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import duban.contracts.catalogue.Indicator;
import duban.contracts.catalogue.Indicator.Aggregation;
import duban.contracts.plan.Target.Kind;
import duban.reporting.City;
import duban.reporting.DistrictLedgers;
import duban.reporting.OnRealInfrastructure;
import duban.reporting.Service;
import duban.reporting.standing.Targets;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Lights move with the calendar alone. */
@QuarkusTest
@Order(OnRealInfrastructure.EARLY)
class CalendarTest extends OnRealInfrastructure {

  private final City city = City.fresh();
  private final Indicator seats = city.indicator(Aggregation.SUM);
  private final DistrictLedgers wujin = city.district();

  @AfterEach
  void back() {
    Service.moveTo("2022-06-30");
  }

  @Test
  void aNewDayMovesLightsAndRollups() {
    wujin.publishes(Targets.of(Kind.QUANTITY).value("6325").indicator(seats));
    wujin.reports("6.1", "2022-06-30", "3200");
    wujin.reports("6.1", "2022-08-31", "4000");
    assertThat(light()).isEqualTo("on-track");
    Service.moveTo("2022-08-30");
    assertThat(light()).isEqualTo("at-risk");
    assertThat(Service.target(city, wujin, "6.1").path("unreported").booleanValue()).isTrue();
    Service.moveTo("2022-08-31");
    JsonNode row = rollup(city, city.code(), seats.key(), wujin);
    assertThat(row.path("reached").intValue()).isEqualTo(4000);
    Service.moveTo("2023-01-01");
    assertThat(light()).isEqualTo("overdue");
    assertThat(Service.target(city, wujin, "6.1").path("reason").path("en").textValue())
        .contains("1 days overdue");
  }

  private String light() {
    return rollup(city, city.code(), seats.key(), wujin).path("light").textValue();
  }

  @Test
  void theDayIsTold() {
    JsonNode today = Service.json(Service.get(city.viewer(), "/today"));
    assertThat(today.path("today").textValue()).isEqualTo("2022-06-30");
    assertThat(today.path("fixed").booleanValue()).isTrue();
  }

  @Test
  void onlyTheCityMovesTheDayAndOnlyToADay() {
    given()
        .auth()
        .oauth2(city.viewer())
        .contentType("application/json")
        .body("{\"today\":\"2022-07-01\"}")
        .put("/api/v1/today")
        .then()
        .statusCode(403);
    for (String body : new String[] {"{\"today\":\"soon\"}", "{\"day\":\"2022-07-01\"}", "{", ""}) {
      given()
          .auth()
          .oauth2(city.admin())
          .contentType("application/json")
          .body(body)
          .put("/api/v1/today")
          .then()
          .statusCode(400)
          .contentType("application/problem+json");
    }
  }
}
