package duban.reporting.change;

import static duban.reporting.Service.number;
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
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What changed since last month's bulletin. */
@QuarkusTest
@Order(OnRealInfrastructure.EARLY)
class ChangesTest extends OnRealInfrastructure {

  private final City city = City.fresh();
  private final Indicator seats = city.indicator(Aggregation.SUM);
  private final DistrictLedgers wujin = city.district();
  private final DistrictLedgers liyang = city.district();

  private static Targets promise(String value) {
    return Targets.of(Kind.QUANTITY).value(value);
  }

  private JsonNode changes(String more) {
    return Service.after(
        city.viewer(), "/changes?year=2022&scope=" + city.code() + more, wujin, liyang);
  }

  private static Instant between() throws InterruptedException {
    Thread.sleep(3);
    Instant now = Instant.now();
    Thread.sleep(3);
    return now;
  }

  @Test
  void saysThatNothingDiffers() {
    wujin.publishes(promise("100"));
    JsonNode told = changes("&fromAsOf=2022-06-30&toAsOf=2022-06-30");
    assertThat(told.path("targets")).isEmpty();
    assertThat(told.path("notice").path("zh").textValue()).isEqualTo("两个时点之间没有变化。");
    assertThat(changes("&fromAsOf=2022-01-01&toAsOf=2022-06-30").has("notice")).isFalse();
  }

  @Test
  void onlyWhatDiffersIsTold() throws InterruptedException {
    wujin.publishes(promise("100").indicator(seats), promise("10"), promise("5"), promise("8"));
    liyang.publishes(promise("100").indicator(seats));
    wujin.reports("6.1", "2022-05-31", "20");
    LedgerEvent wrong = wujin.reports("6.2", "2022-05-31", "10");
    liyang.reports("6.1", "2022-05-31", "60");
    Instant bulletin = between();
    wujin.reports("6.1", "2022-06-30", "50");
    wujin.voids(wrong);
    wujin.publishes(
        promise("100").indicator(seats), promise("12"), null, promise("8"), promise("3"));
    JsonNode told = changes("&fromAsOf=2022-06-30&fromKnownAt=" + bulletin + "&toAsOf=2022-06-30");
    assertThat(told.path("targets").findValuesAsText("target"))
        .containsExactly(
            wujin.target("6.1"), wujin.target("6.2"), wujin.target("6.3"), wujin.target("6.5"));
    JsonNode first = told.path("targets").path(0);
    assertThat(first.path("change")).map(JsonNode::asText).containsExactly("light", "reached");
    assertThat(first.path("before").path("light").textValue()).isEqualTo("behind");
    assertThat(first.path("after").path("light").textValue()).isEqualTo("on-track");
    assertThat(number(first.path("after"), "reached")).isEqualByComparingTo("50");
    assertThat(told.path("targets").path(1).path("change"))
        .map(JsonNode::asText)
        .containsExactly("light", "reached", "promised", "unreported");
    assertThat(told.path("targets").path(2).path("change").path(0).asText()).isEqualTo("dropped");
    assertThat(told.path("targets").path(2).has("after")).isFalse();
    assertThat(told.path("targets").path(3).path("change").path(0).asText()).isEqualTo("added");
    assertThat(told.path("rollups").findValuesAsText("scope"))
        .as("the other district's sum is as it was")
        .containsExactly(city.code(), wujin.code());
    assertThat(number(told.path("rollups").path(0).path("before"), "reached"))
        .isEqualByComparingTo("80");
    assertThat(number(told.path("rollups").path(0).path("after"), "reached"))
        .isEqualByComparingTo("110");
    JsonNode scope = told.path("scopes").path(0);
    assertThat(scope.path("before").path("lights").path("achieved").intValue()).isEqualTo(1);
    assertThat(scope.path("after").path("lights").has("achieved")).isFalse();
    assertThat(told.path("events").path("progress.reported").intValue()).isEqualTo(1);
    assertThat(told.path("events").path("event.voided").intValue()).isEqualTo(1);
    assertThat(told.path("plans")).hasSize(1);
    assertThat(told.path("plans").path(0).path("type").textValue()).isEqualTo("plan.amended");
    assertThat(told.path("plans").path(0).path("revision").intValue()).isEqualTo(2);
    assertThat(positions(told, "from")).isEqualTo(2);
    assertThat(positions(told, "to")).isEqualTo(4);
  }

  private long positions(JsonNode told, String end) {
    return told.path(end)
        .path("freshness")
        .path("positions")
        .path("progress/" + wujin.code())
        .asLong();
  }

  @Test
  void nothingHappenedNothingIsTold() {
    wujin.publishes(promise("100").indicator(seats));
    wujin.reports("6.1", "2022-05-31", "20");
    JsonNode told = changes("&fromAsOf=2022-06-30");
    assertThat(told.path("targets")).isEmpty();
    assertThat(told.path("rollups")).isEmpty();
    assertThat(told.path("scopes")).isEmpty();
    assertThat(told.path("events")).isEmpty();
    assertThat(told.path("plans")).isEmpty();
  }

  @Test
  void betweenTwoDaysTheCalendarAloneMovesLights() {
    wujin.publishes(promise("100"), promise("100"));
    wujin.reports("6.1", "2022-01-15", "20");
    wujin.reports("6.2", "2022-01-15", "100");
    JsonNode told = changes("&fromAsOf=2022-02-10&toAsOf=2022-06-30&limit=1");
    assertThat(told.path("targets").findValuesAsText("target"))
        .containsExactly(wujin.target("6.1"));
    assertThat(told.path("targets").path(0).path("change"))
        .map(JsonNode::asText)
        .containsExactly("light", "unreported");
    assertThat(told.has("next")).isFalse();
  }

  @Test
  void whoeverDoesNotSayFromWhenIsRefusedAndSoIsAStranger() {
    Service.get(city.viewer(), "/changes?scope=" + city.code()).then().statusCode(400);
    Service.get(wujin.viewer(), "/changes?fromAsOf=2022-01-01&scope=" + liyang.code())
        .then()
        .statusCode(403);
  }
}
