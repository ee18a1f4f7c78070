package duban.benchmarks.rebuild;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import duban.contracts.EventTypes;
import duban.contracts.Json;
import duban.contracts.Ledgers;
import duban.contracts.catalogue.District;
import duban.contracts.catalogue.Indicator;
import duban.contracts.catalogue.Indicator.Aggregation;
import duban.contracts.plan.Plan;
import duban.contracts.plan.Plan.Section;
import duban.contracts.plan.Plan.WorkItem;
import duban.contracts.plan.Target;
import duban.contracts.plan.Target.Kind;
import duban.contracts.plan.Target.Operator;
import duban.testkit.Postgres;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** A city's year in as many events as wanted, always the same ones. */
final class BigLedgers {

  static final String CITY = "320400";
  private static final int YEAR = 2022;
  private static final int TARGETS_AN_ITEM = 10;
  private static final LocalDate FIRST = LocalDate.of(YEAR, 1, 1);
  private static final int DAYS = 180;

  private final int districts;
  private final int targets;
  private final Random random = new Random(20220630);

  /**
   * @param targets of each district
   */
  BigLedgers(int districts, int targets) {
    this.districts = districts;
    this.targets = targets;
  }

  static String district(int number) {
    return "3204%02d".formatted(number + 1);
  }

  static String target(String district, int number) {
    return "%s-%d.%d.%d"
        .formatted(district, YEAR, 1 + number / TARGETS_AN_ITEM, 1 + number % TARGETS_AN_ITEM);
  }

  /** The catalogue and a plan of each district. */
  void writePlans(Postgres postgres, String database) throws SQLException, IOException {
    try (RawLedger catalogue = new RawLedger(postgres, database, Ledgers.CATALOGUE)) {
      define(catalogue, new District("320000", null, "province", "江苏省", "Jiangsu", since()));
      define(catalogue, new District(CITY, "320000", "city", "常州市", "Changzhou", since()));
      for (int d = 0; d < districts; d++) {
        define(catalogue, new District(district(d), CITY, "district", "区", "District", since()));
      }
      for (int i = 0; i < TARGETS_AN_ITEM; i++) {
        Indicator indicator =
            new Indicator("bench-" + i, "指标", "Indicator", "个", Aggregation.SUM, null, null, null);
        catalogue.append(
            "indicator-" + i,
            full("indicator.defined"),
            indicator.key(),
            null,
            object().set("indicator", Json.lenient().valueToTree(indicator)));
      }
    }
    for (int d = 0; d < districts; d++) {
      Plan plan = plan(district(d));
      try (RawLedger ledger = new RawLedger(postgres, database, Ledgers.plans(plan.district()))) {
        JsonNode content = Json.lenient().valueToTree(plan);
        ObjectNode body = object().put("plan", plan.id()).put("revision", 1);
        ledger.append(
            plan.id() + "-r1",
            full("plan.published"),
            plan.id(),
            null,
            body.set("content", content));
      }
    }
  }

  private static void define(RawLedger catalogue, District district)
      throws SQLException, IOException {
    catalogue.append(
        "district-" + district.code(),
        full("district.defined"),
        district.code(),
        null,
        object().set("district", Json.lenient().valueToTree(district)));
  }

  private static LocalDate since() {
    return LocalDate.of(2000, 1, 1);
  }

  private Plan plan(String district) {
    List<WorkItem> items = new ArrayList<>();
    for (int first = 0; first < targets; first += TARGETS_AN_ITEM) {
      List<Target> promised =
          IntStream.range(first, Math.min(targets, first + TARGETS_AN_ITEM))
              .mapToObj(number -> promise(district, number))
              .toList();
      String key = Integer.toString(1 + first / TARGETS_AN_ITEM);
      items.add(new WorkItem(key, key, "工作项 " + key, "Item " + key, promised));
    }
    return new Plan(
        district,
        YEAR,
        "工作要点",
        "Plan",
        null,
        null,
        null,
        null,
        List.of(new Section("一", "部分", "Section", items)));
  }

  private static Target promise(String district, int number) {
    return new Target(
        target(district, number),
        "新增学位",
        "New seats",
        Kind.QUANTITY,
        Operator.AT_LEAST,
        null,
        new BigDecimal(1000 + number),
        null,
        null,
        "个",
        null,
        "bench-" + number % TARGETS_AN_ITEM,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  /** Of a hundred events 58 report, 40 add and 2 take back, over the first half of the year. */
  void writeProgress(Postgres postgres, String database, long events)
      throws SQLException, IOException {
    for (int d = 0; d < districts; d++) {
      String district = district(d);
      try (RawLedger ledger = new RawLedger(postgres, database, Ledgers.progress(district))) {
        long share = events / districts + (d < events % districts ? 1 : 0);
        for (long i = 1; i <= share; i++) {
          say(ledger, district, i);
        }
      }
    }
  }

  private void say(RawLedger ledger, String district, long number)
      throws SQLException, IOException {
    String subject = target(district, random.nextInt(targets));
    String day = FIRST.plusDays(random.nextInt(DAYS)).toString();
    String id = district + "-" + number;
    int kind = random.nextInt(100);
    if (kind < 58 || number == 1) {
      ObjectNode body = object().put("target", subject).put("asOf", day);
      body.put("value", random.nextInt(1500)).put("note", "按月统计，学校已核对");
      ledger.append(id, full("progress.reported"), subject, null, body);
    } else if (kind < 98) {
      ObjectNode body = object().put("target", subject).put("on", day);
      body.put("amount", 1 + random.nextInt(9)).put("note", "本周新增");
      ledger.append(id, full("progress.added"), subject, null, body);
    } else {
      String wrong = district + "-" + (1 + random.nextLong(number - 1));
      ObjectNode body = object().put("event", wrong).put("reason", "统计口径有误");
      ledger.append(id, full("event.voided"), subject, wrong, body);
    }
  }

  private static String full(String type) {
    return EventTypes.full(type);
  }

  private static ObjectNode object() {
    return Json.lenient().createObjectNode();
  }
}
