package duban.reporting.projection;

import static duban.reporting.Service.number;
import static duban.reporting.Service.rollup;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import duban.contracts.catalogue.Indicator;
import duban.contracts.catalogue.Indicator.Aggregation;
import duban.contracts.plan.Target.Kind;
import duban.contracts.plan.Target.Period;
import duban.ledger.chain.LedgerEvent;
import duban.reporting.City;
import duban.reporting.DistrictLedgers;
import duban.reporting.OnRealInfrastructure;
import duban.reporting.Service;
import duban.reporting.standing.Targets;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** From Kafka to the rollup of a city, by differences. */
@QuarkusTest
@Order(OnRealInfrastructure.NEXT)
class ProjectionTest extends OnRealInfrastructure {

  private final City city = City.fresh();
  private final Indicator seats = city.indicator(Aggregation.SUM);
  private final DistrictLedgers wujin = city.district();
  private final DistrictLedgers liyang = city.district();

  private Targets seats(String value) {
    return Targets.of(Kind.QUANTITY).value(value).indicator(seats);
  }

  private JsonNode ofCity() {
    return rollup(city, city.code(), seats.key(), wujin, liyang);
  }

  @Test
  void districtsAddUpToTheirCity() {
    wujin.publishes(seats("6325"));
    liyang.publishes(seats("4700"));
    wujin.reports("6.1", "2022-06-30", "3200");
    liyang.reports("6.1", "2022-06-30", "1610");
    JsonNode row = ofCity();
    assertThat(number(row, "promised")).isEqualByComparingTo("11025");
    assertThat(number(row, "reached")).isEqualByComparingTo("4810");
    assertThat(number(row, "share")).isEqualByComparingTo("0.4363");
    assertThat(row.path("light").textValue()).isEqualTo("at-risk");
    assertThat(row.path("lights").path("on-track").intValue()).isEqualTo(1);
    assertThat(row.path("lights").path("behind").intValue()).isEqualTo(1);
    assertThat(row.path("districts").findValuesAsText("district"))
        .containsExactly(wujin.code(), liyang.code());
    assertThat(number(row.path("districts").path(0), "reached")).isEqualByComparingTo("3200");
    assertThat(rollup(city, wujin.code(), seats.key(), wujin).path("light").textValue())
        .isEqualTo("on-track");
  }

  @Test
  void progressThatComesBeforeItsPlanWaits() {
    wujin.reports("6.1", "2022-06-30", "3200");
    assertThat(ofCity().isMissingNode()).isTrue();
    wujin.publishes(seats("6325"));
    assertThat(number(ofCity(), "reached")).isEqualByComparingTo("3200");
  }

  @Test
  void whatComesTwiceCountsOnce() {
    wujin.publishes(seats("6325"));
    LedgerEvent added = wujin.adds("6.1", "2022-03-01", "100");
    wujin.progress().send(added);
    wujin.adds("6.1", "2022-03-02", "10");
    wujin.progress().send(added);
    wujin.adds("6.1", "2022-03-03", "1");
    assertThat(number(ofCity(), "reached")).isEqualByComparingTo("111");
  }

  @Test
  void whatKafkaDidNotBringIsFetchedFromItsOwner() {
    wujin.publishes(seats("6325"));
    wujin.reports("6.1", "2022-01-31", "100");
    for (int i = 1; i <= 450; i++) {
      wujin.reportsUnheard("6.1", "2022-02-01", Integer.toString(100 + i));
    }
    wujin.adds("6.1", "2022-02-02", "1000");
    assertThat(number(ofCity(), "reached")).isEqualByComparingTo("1550");
  }

  @Test
  void aLastMessageThatWasLostIsFetchedToo() {
    wujin.publishes(seats("6325"));
    wujin.reports("6.1", "2022-01-31", "100");
    wujin.reportsUnheard("6.1", "2022-02-28", "200");
    assertThat(number(ofCity(), "reached")).isEqualByComparingTo("200");
  }

  @Test
  void anAmendmentMovesTheRollupByTheDifference() {
    wujin.publishes(seats("6325"), seats("75"));
    liyang.publishes(seats("4700"));
    wujin.reports("6.1", "2022-06-30", "3200");
    wujin.reports("6.2", "2022-06-30", "30");
    assertThat(number(ofCity(), "promised")).isEqualByComparingTo("11100");
    wujin.publishes(seats("7000"), null, seats("5"));
    JsonNode row = ofCity();
    assertThat(number(row, "promised")).isEqualByComparingTo("11705");
    assertThat(number(row, "reached")).isEqualByComparingTo("3200");
    assertThat(row.path("targets").intValue()).isEqualTo(3);
    JsonNode dropped = Service.target(city, wujin, "6.2");
    assertThat(dropped.path("dropped").booleanValue()).isTrue();
    assertThat(dropped.path("revision").intValue()).isEqualTo(1);
  }

  @Test
  void anAmendmentMayGiveATargetBackOrToAnotherIndicator() {
    Indicator other = city.indicator(Aggregation.MAX);
    wujin.publishes(seats("10"), seats("20"));
    wujin.publishes(seats("10"));
    assertThat(number(ofCity(), "promised")).isEqualByComparingTo("10");
    wujin.publishes(Targets.of(Kind.QUANTITY).value("10").indicator(other), seats("20"));
    assertThat(number(ofCity(), "promised")).isEqualByComparingTo("20");
    assertThat(number(rollup(city, city.code(), other.key(), wujin), "promised"))
        .isEqualByComparingTo("10");
  }

  @Test
  void aVoidTakesBackWhatWasSaid() {
    wujin.publishes(seats("6325"));
    wujin.reports("6.1", "2022-05-31", "2000");
    LedgerEvent wrong = wujin.reports("6.1", "2022-06-30", "32000");
    assertThat(ofCity().path("light").textValue()).isEqualTo("achieved");
    wujin.voids(wrong);
    wujin.adds("6.1", "2022-06-30", "700");
    assertThat(number(ofCity(), "reached")).isEqualByComparingTo("2700");
    JsonNode history = Service.target(city, wujin, "6.1").path("history");
    assertThat(history.findValuesAsText("type"))
        .containsExactly(
            "progress.added", "event.voided", "progress.reported", "progress.reported");
    assertThat(history.path(2).path("voided").booleanValue()).isTrue();
  }

  @Test
  void aVoidTakesBackWhatItsBodyNamesWhateverItsColumnSays() {
    wujin.publishes(seats("6325"));
    LedgerEvent right = wujin.reports("6.1", "2022-05-31", "2000");
    LedgerEvent wrong = wujin.reports("6.1", "2022-06-30", "32000");
    wujin.voidsBesideItsColumns(wrong, right);
    assertThat(number(ofCity(), "reached")).isEqualByComparingTo("2000");
    JsonNode history = Service.target(city, wujin, "6.1").path("history");
    assertThat(history.findValuesAsText("refers")).contains(wrong.id()).doesNotContain(right.id());
    assertThat(Service.verify().path("ok").booleanValue()).isTrue();
  }

  @Test
  void aRatioAddsNumeratorsAndDenominators() {
    Indicator share = city.indicator(Aggregation.RATIO);
    Targets certified = Targets.of(Kind.RATIO).value("85").indicator(share);
    wujin.publishes(certified);
    liyang.publishes(certified);
    wujin.reportsShare("6.1", "2022-06-30", "90", "100");
    liyang.reportsShare("6.1", "2022-06-30", "5", "10");
    JsonNode row = rollup(city, city.code(), share.key(), wujin, liyang);
    assertThat(number(row, "reached")).isEqualByComparingTo("86.3636");
    assertThat(number(row, "promised")).isEqualByComparingTo("85");
  }

  @Test
  void theLargestIsFoundAnewWhenItGoes() {
    Indicator most = city.indicator(Aggregation.MAX);
    Targets target = Targets.of(Kind.QUANTITY).value("10").indicator(most);
    wujin.publishes(target);
    liyang.publishes(target);
    liyang.reports("6.1", "2022-06-30", "4");
    LedgerEvent largest = wujin.reports("6.1", "2022-06-30", "9");
    assertThat(number(rollup(city, city.code(), most.key(), wujin, liyang), "reached"))
        .isEqualByComparingTo("9");
    wujin.voids(largest);
    assertThat(number(rollup(city, city.code(), most.key(), wujin, liyang), "reached"))
        .isEqualByComparingTo("4");
  }

  @Test
  void everyKindIsToldFromItsEvents() {
    wujin.publishes(
        Targets.of(Kind.PROJECT).projects("甲校", "乙校"),
        Targets.of(Kind.DEADLINE),
        Targets.of(Kind.FREQUENCY).value("1").each(Period.MONTH),
        Targets.of(Kind.NARRATIVE),
        Targets.of(Kind.MONEY).value("116000000"));
    wujin.reaches("6.1", "2022-05-01", "甲校", "completed");
    wujin.reaches("6.1", "2022-05-01", "乙校", "started");
    wujin.reports("6.2", "2022-06-01", "1");
    wujin.adds("6.3", "2022-01-05", "1");
    wujin.adds("6.3", "2022-02-05", "1");
    wujin.notes("2022-06-01", 60);
    wujin.reports("6.5", "2022-06-30", "58000000.55");
    assertThat(number(Service.target(city, wujin, "6.1"), "reached")).isEqualByComparingTo("1");
    assertThat(Service.target(city, wujin, "6.2").path("light").textValue()).isEqualTo("achieved");
    assertThat(number(Service.target(city, wujin, "6.3"), "done")).isEqualByComparingTo("0.166667");
    assertThat(number(Service.target(city, wujin, "6.4"), "done")).isEqualByComparingTo("0.6");
    assertThat(number(Service.target(city, wujin, "6.5"), "reached"))
        .isEqualByComparingTo("58000000.55");
  }

  @Test
  void figuresStayExactDecimals() {
    wujin.publishes(seats("0.3"));
    wujin.adds("6.1", "2022-03-01", "0.1");
    wujin.adds("6.1", "2022-03-02", "0.1");
    wujin.adds("6.1", "2022-03-02", "0.1");
    assertThat(ofCity().path("reached").decimalValue().toPlainString()).isEqualTo("0.3");
    assertThat(ofCity().path("light").textValue()).isEqualTo("achieved");
  }

  @Test
  void anIndicatorDefinedOtherwiseIsToldAnew() {
    wujin.publishes(seats("10"));
    wujin.reports("6.1", "2022-06-30", "10");
    assertThat(number(ofCity(), "reached")).isEqualByComparingTo("10");
    City.define(
        new Indicator(seats.key(), "改名", "Renamed", "个", Aggregation.NONE, null, null, null));
    JsonNode row = ofCity();
    assertThat(row.path("nameEn").textValue()).isEqualTo("Renamed");
    assertThat(row.path("promised").isMissingNode()).isTrue();
    assertThat(row.path("lights").path("achieved").intValue()).isEqualTo(1);
  }
}
