package duban.reporting.line;

import static duban.reporting.Service.number;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import duban.contracts.catalogue.Indicator;
import duban.contracts.catalogue.Indicator.Aggregation;
import duban.contracts.catalogue.Indicator.Measure;
import duban.contracts.catalogue.Programme;
import duban.contracts.plan.Target.Kind;
import duban.reporting.City;
import duban.reporting.DistrictLedgers;
import duban.reporting.OnRealInfrastructure;
import duban.reporting.Service;
import duban.reporting.standing.Targets;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** Promises over the years: a flow adds up, a stock does not, a ring ends. */
@QuarkusTest
class LinesTest extends OnRealInfrastructure {

  private final City city = City.fresh();
  private final Indicator seats = city.indicator(Aggregation.SUM);
  private final DistrictLedgers wujin = city.district();
  private final DistrictLedgers liyang = city.district();

  private static Targets promise(String value) {
    return Targets.of(Kind.QUANTITY).value(value);
  }

  private String of(int year, String key) {
    return wujin.code() + "-" + year + "." + key;
  }

  private JsonNode line(String target) {
    return Service.after(city.viewer(), "/targets/" + target + "/line", wujin, liyang);
  }

  @Test
  void aFlowAddsUpOverTheYearsAndAStockDoesNot() {
    wujin.publishesFor(2021, promise("30"), promise("30").measure(Measure.STOCK));
    wujin.publishesFor(
        2022,
        promise("40").continues(of(2021, "6.1")),
        promise("40").measure(Measure.STOCK).continues(of(2021, "6.2")));
    wujin.reportsOn(of(2021, "6.1"), "2021-12-31", "30");
    wujin.reportsOn(of(2021, "6.2"), "2021-12-31", "28");
    wujin.reportsOn(of(2022, "6.1"), "2022-06-01", "15.5");
    wujin.reportsOn(of(2022, "6.2"), "2022-06-01", "35");
    JsonNode flow = line(of(2021, "6.1"));
    assertThat(flow).as("seen from either end").isNotNull();
    assertThat(flow.path("years").findValuesAsText("target"))
        .containsExactly(of(2021, "6.1"), of(2022, "6.1"));
    assertThat(flow.path("measure").textValue()).isEqualTo("flow");
    assertThat(flow.path("years").path(0).path("light").textValue()).isEqualTo("achieved");
    assertThat(number(flow.path("years").path(1), "soFar")).isEqualByComparingTo("45.5");
    assertThat(line(of(2022, "6.1")).path("years")).isEqualTo(flow.path("years"));
    JsonNode stock = line(of(2022, "6.2"));
    assertThat(stock.path("measure").textValue()).isEqualTo("stock");
    assertThat(number(stock.path("years").path(1), "soFar")).isEqualByComparingTo("35");
  }

  @Test
  void aRingAndAnUnknownTargetAreSurvived() {
    wujin.publishesFor(2021, promise("30").continues(of(2022, "6.1")));
    wujin.publishesFor(
        2022, promise("40").continues(of(2021, "6.1")), promise("9").continues(of(2019, "6.1")));
    assertThat(line(of(2021, "6.1")).path("years")).hasSize(2);
    JsonNode broken = line(of(2022, "6.2"));
    assertThat(broken.path("years")).hasSize(1);
    assertThat(broken.path("unknown").path(0).textValue()).isEqualTo(of(2019, "6.1"));
    Service.get(city.viewer(), "/targets/" + of(2022, "6.9") + "/line").then().statusCode(404);
  }

  @Test
  void aForeignDistrictsYearsAreWithheld() {
    liyang.publishesFor(2021, promise("30"));
    wujin.publishesFor(2022, promise("40").continues(liyang.code() + "-2021.6.1"));
    assertThat(line(of(2022, "6.1")).path("years")).hasSize(2);
    JsonNode own =
        Service.json(Service.get(wujin.viewer(), "/targets/" + of(2022, "6.1") + "/line"));
    assertThat(own.path("years")).hasSize(1);
    assertThat(own.path("withheld").intValue()).isEqualTo(1);
    Service.get(wujin.viewer(), "/targets/" + liyang.code() + "-2021.6.1/line")
        .then()
        .statusCode(403);
  }

  @Test
  void aProgrammeAddsUpItsSlicesAgainstWhatItPromises() {
    String key = "p" + city.code();
    City.define(
        new Programme(key, "学位三年行动", "Seats", 2021, 2023, seats.key(), new BigDecimal("200")));
    wujin.publishesFor(2021, promise("30").indicator(seats).programme(key));
    wujin.publishesFor(2022, promise("40").indicator(seats).programme(key));
    liyang.publishesFor(2022, promise("50").indicator(seats).programme(key), promise("7"));
    wujin.reportsOn(of(2021, "6.1"), "2021-12-31", "30");
    liyang.reportsOn(liyang.code() + "-2022.6.1", "2022-06-01", "20");
    JsonNode told =
        Service.after(
            city.viewer(), "/programmes/" + key + "/line?scope=" + city.code(), wujin, liyang);
    assertThat(told.path("years").findValuesAsText("year"))
        .containsExactly("2021", "2021", "2022", "2022", "2022");
    assertThat(number(told.path("years").path(1), "promised")).isEqualByComparingTo("90");
    assertThat(number(told.path("years").path(1), "reached")).isEqualByComparingTo("20");
    assertThat(number(told, "slicesPromised")).isEqualByComparingTo("120");
    assertThat(number(told, "reached")).isEqualByComparingTo("50");
    assertThat(number(told, "share")).isEqualByComparingTo("0.25");
    Service.get(city.viewer(), "/programmes/nothing/line?scope=" + city.code())
        .then()
        .statusCode(404);
  }
}
