package duban.reporting.query;

import duban.contracts.catalogue.District;
import duban.contracts.catalogue.Indicator;
import duban.contracts.catalogue.Indicator.Aggregation;
import duban.contracts.catalogue.Indicator.Direction;
import duban.contracts.catalogue.Settings;
import duban.contracts.plan.Target.Kind;
import duban.contracts.plan.Target.Operator;
import duban.contracts.plan.Target.Period;
import duban.ledger.chain.LedgerEvent;
import duban.reporting.City;
import duban.reporting.DistrictLedgers;
import duban.reporting.Service;
import duban.reporting.standing.Targets;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** A random history of two cities with three districts, of which one may move. */
final class History {

  final City city = City.fresh();
  final City other = City.fresh();
  final List<DistrictLedgers> districts =
      List.of(city.district(), city.district(), other.district());
  final List<Indicator> indicators;

  private final Random random;
  private final List<LedgerEvent> said = new ArrayList<>();
  private final Set<DistrictLedgers> closed = new HashSet<>();
  LocalDate today = LocalDate.of(2022, 6, 30);

  History(long seed) {
    random = new Random(seed);
    indicators =
        List.of(
            city.indicator(Aggregation.SUM),
            city.indicator(Aggregation.RATIO),
            city.indicator(Aggregation.MAX, Direction.LESS),
            city.indicator(Aggregation.LATEST));
  }

  void batch() {
    int events = 1 + random.nextInt(12);
    for (int i = 0; i < events; i++) {
      event(districts.get(random.nextInt(districts.size())));
    }
  }

  private void event(DistrictLedgers district) {
    switch (random.nextInt(22)) {
      case 0, 1 -> publish(district);
      case 2 -> {
        today = anyDay();
        Service.moveTo(today.toString());
      }
      case 3 -> redefine(indicators.get(random.nextInt(indicators.size())));
      case 4 -> City.define(settings());
      case 5 -> move();
      case 6 -> close(district);
      case 7, 8 -> withdraw();
      case 9 -> judge();
      default -> said.add(something(district));
    }
  }

  LocalDate anyDay() {
    return LocalDate.of(2022, 1, 1).plusDays(random.nextInt(400));
  }

  private void publish(DistrictLedgers district) {
    if (!closed.contains(district)) {
      district.publishes(targets());
    }
  }

  private void close(DistrictLedgers district) {
    if (district.isPublished() && random.nextInt(3) == 0 && closed.add(district)) {
      district.closes();
    }
  }

  private Targets[] targets() {
    String value = Integer.toString(1 + random.nextInt(50));
    return new Targets[] {
      Targets.of(Kind.QUANTITY)
          .value(value)
          .indicator(random.nextBoolean() ? indicators.get(0) : indicators.get(3)),
      sometimes(
          Targets.of(Kind.QUANTITY)
              .operator(Operator.AT_MOST)
              .value(value)
              .indicator(indicators.get(2))),
      sometimes(Targets.of(Kind.RATIO).value("80").base("10").indicator(indicators.get(1))),
      sometimes(Targets.of(Kind.PROJECT).projects("甲校", "乙校").indicator(indicators.get(0))),
      sometimes(Targets.of(Kind.FREQUENCY).value("2").each(Period.MONTH)),
      sometimes(Targets.of(Kind.DEADLINE).due("2022-05-31")),
      sometimes(Targets.of(Kind.QUANTITY).operator(Operator.ABOUT).value(value)),
      sometimes(Targets.of(Kind.NARRATIVE))
    };
  }

  /** One that is left out is dropped, and comes back with a later revision. */
  private Targets sometimes(Targets target) {
    return random.nextInt(4) == 0 ? null : target;
  }

  private LedgerEvent something(DistrictLedgers district) {
    String day = anyDay().toString();
    String value = random.nextInt(60) + "." + random.nextInt(10);
    return switch (random.nextInt(8)) {
      case 0, 1 -> district.reports("6." + (1 + random.nextInt(2)), day, value);
      case 2 -> district.adds("6." + (1 + random.nextInt(2)), day, value);
      case 3 -> district.reportsShare("6.3", day, Integer.toString(random.nextInt(9)), "9");
      case 4 -> district.reaches("6.4", day, random.nextBoolean() ? "甲校" : "乙校", "completed");
      case 5 -> district.adds("6.5", day, "1");
      case 6 -> district.reports("6." + (6 + random.nextInt(2)), day, value);
      default -> district.notes(day, random.nextInt(101));
    };
  }

  private void withdraw() {
    if (!said.isEmpty()) {
      LedgerEvent wrong = said.remove(random.nextInt(said.size()));
      of(wrong).voids(wrong);
    }
  }

  private void judge() {
    if (!said.isEmpty()) {
      LedgerEvent report = said.get(random.nextInt(said.size()));
      of(report).judges(random.nextBoolean() ? "report.verified" : "report.disputed", report);
    }
  }

  private DistrictLedgers of(LedgerEvent event) {
    return districts.stream()
        .filter(one -> event.ledger().endsWith(one.code()))
        .findFirst()
        .orElseThrow();
  }

  private void redefine(Indicator old) {
    int number = random.nextInt(1000);
    City.define(
        new Indicator(
            old.key(),
            "指标" + number,
            "Indicator " + number,
            old.unit(),
            old.aggregation(),
            old.direction(),
            old.measure(),
            new BigDecimal("0." + random.nextInt(100))));
  }

  private Settings settings() {
    Settings usual = Settings.DEFAULT;
    return new Settings(
        new BigDecimal("0." + (60 + random.nextInt(40))),
        new BigDecimal("0." + (20 + random.nextInt(40))),
        new BigDecimal("0." + random.nextInt(100)),
        random.nextBoolean(),
        usual.explainBelow(),
        usual.explainAbove(),
        usual.reportDueDay(),
        usual.remindDays(),
        usual.rectifyDays(),
        usual.termStarts(),
        usual.doneStages());
  }

  /** The second district goes over to the other city, or comes back, on some day. */
  private void move() {
    String code = districts.get(1).code();
    String parent = random.nextBoolean() ? other.code() : city.code();
    int number = random.nextInt(1000);
    City.define(
        new District(code, parent, "district", "区" + number, "District " + number, anyDay()));
  }
}
