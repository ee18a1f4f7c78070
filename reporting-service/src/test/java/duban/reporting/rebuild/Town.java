package duban.reporting.rebuild;

import com.fasterxml.jackson.databind.JsonNode;
import duban.contracts.catalogue.Indicator;
import duban.contracts.catalogue.Indicator.Aggregation;
import duban.contracts.plan.Target.Kind;
import duban.ledger.chain.LedgerEvent;
import duban.reporting.City;
import duban.reporting.DistrictLedgers;
import duban.reporting.Service;
import duban.reporting.standing.Targets;

/** A city of its own, whose ledgers hold a bit of everything that is to be built anew. */
final class Town {

  private final City city = City.fresh();
  private final Indicator seats = city.indicator(Aggregation.SUM);
  private final Indicator most = city.indicator(Aggregation.MAX);

  /** Late, added, taken back, amended. */
  DistrictLedgers district() {
    DistrictLedgers district = city.district();
    Targets sum = Targets.of(Kind.QUANTITY).value("100000").indicator(seats);
    Targets max = Targets.of(Kind.QUANTITY).value("500").indicator(most);
    district.publishes(sum, max, Targets.of(Kind.NARRATIVE));
    district.reports("6.1", "2022-03-31", "300");
    district.reports("6.1", "2022-01-31", "100.50");
    district.adds("6.1", "2022-04-01", "7.25");
    LedgerEvent wrong = district.reports("6.2", "2022-05-31", "400");
    district.reports("6.2", "2022-04-30", "200");
    district.voids(wrong);
    district.notes("2022-05-05", 40);
    district.publishes(sum, max);
    return district;
  }

  String code() {
    return city.code();
  }

  String viewer() {
    return city.viewer();
  }

  String seats() {
    return seats.key();
  }

  String rollups() {
    return "/rollups?year=2022&scope=" + city.code() + "&indicator=" + seats.key();
  }

  JsonNode row(DistrictLedgers... said) {
    return Service.after(city.viewer(), rollups(), said).path("rows").path(0);
  }

  JsonNode target(DistrictLedgers district, String key) {
    return Service.target(city, district, key);
  }
}
