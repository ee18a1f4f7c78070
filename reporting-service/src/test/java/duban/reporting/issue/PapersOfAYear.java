package duban.reporting.issue;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import duban.contracts.catalogue.Indicator;
import duban.contracts.catalogue.Indicator.Aggregation;
import duban.contracts.plan.Target.Kind;
import duban.ledger.chain.LedgerEvent;
import duban.reporting.City;
import duban.reporting.DistrictLedgers;
import duban.reporting.OnRealInfrastructure;
import duban.reporting.Service;
import duban.reporting.standing.Targets;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.util.List;

/**
 * A city whose two districts have reported until June 2022, and its papers as they are asked for.
 */
abstract class PapersOfAYear extends OnRealInfrastructure {

  final City city = City.fresh();
  final Indicator seats = city.indicator(Aggregation.SUM);
  final DistrictLedgers wujin = city.district();
  final DistrictLedgers liyang = city.district();

  LedgerEvent seatsReached;
  LedgerEvent roomsReported;
  LedgerEvent lastReported;

  void aYear() {
    wujin.publishes(
        Targets.of(Kind.QUANTITY).value("6325").indicator(seats),
        Targets.of(Kind.QUANTITY).value("35"),
        Targets.of(Kind.QUANTITY).value("10"));
    liyang.publishes(Targets.of(Kind.QUANTITY).value("4700").indicator(seats));
    wujin.reports("6.1", "2022-05-31", "2000");
    seatsReached = wujin.reports("6.1", "2022-06-20", "6325");
    roomsReported = wujin.reports("6.2", "2022-06-10", "3");
    wujin.reports("6.3", "2022-05-31", "1");
    lastReported = wujin.reports("6.3", "2022-06-15", "6");
    Service.after(city.viewer(), "/rollups?year=2022&scope=" + city.code(), wujin, liyang);
  }

  String bulletin(String month) {
    return "/api/v1/bulletins/" + city.code() + "/" + month;
  }

  JsonNode get(String path) {
    Response answer = given().auth().oauth2(city.viewer()).get(path);
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    return Service.parse(answer.asString());
  }

  Response issue(String path) {
    return given()
        .auth()
        .oauth2(city.admin())
        .header("Accept-Language", "en")
        .post(path + "/issue");
  }

  static List<String> targets(JsonNode lines) {
    return lines.findValuesAsText("target");
  }

  ByteArrayInputStream file(String path) {
    return new ByteArrayInputStream(given().auth().oauth2(city.viewer()).get(path).asByteArray());
  }
}
