package duban.plans.document;

import static org.assertj.core.api.Assertions.assertThat;

import duban.contracts.Json;
import duban.contracts.plan.Plan;
import duban.contracts.plan.Plan.WorkItem;
import duban.contracts.plan.Target;
import duban.contracts.plan.Target.Kind;
import duban.contracts.plan.Target.Operator;
import duban.contracts.plan.Target.Period;
import duban.document.TargetReading;
import duban.document.TargetReading.Base;
import duban.plans.review.Outline;
import duban.plans.review.TargetFaults;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FittingTest {

  private static final String ID = "320404-2023.6.1";
  private static final WorkItem ITEM = new WorkItem("6", "6", "学校", null, List.of());
  private static final Outline OUTLINE =
      new Outline(
          new Plan(
              "320404",
              2023,
              "要点",
              null,
              null,
              null,
              null,
              null,
              List.of(new Plan.Section("二", null, null, List.of(ITEM)))));

  static Stream<Arguments> readings() {
    Readings tens = Readings.of(Kind.QUANTITY, Operator.AT_LEAST, "2.5", "万人次");
    tens.base = new Base(new BigDecimal("25000"), null, null, "人次");
    Readings more = Readings.of(Kind.QUANTITY);
    more.strict = true;
    Readings about = Readings.of(Kind.QUANTITY, Operator.ABOUT, "500", "名");
    about.strict = true;
    Readings money = Readings.of(Kind.MONEY, Operator.EQUAL, "1.16", "亿元");
    money.base = new Base(new BigDecimal("116000000"), null, null, "元");
    Readings monthly = Readings.of(Kind.FREQUENCY, Operator.EQUAL, "1", "次");
    monthly.period = Period.MONTH;
    Readings late = Readings.of(Kind.DEADLINE).bare();
    late.due = LocalDate.of(2021, 6, 30);
    Readings up = Readings.of(Kind.QUANTITY).bare();
    up.trend = "up";
    return Stream.of(
        row(
            "as it is",
            Readings.of(Kind.QUANTITY),
            "\"operator\":\">=\",\"value\":6325,\"unit\":\"个\"",
            0),
        row(
            "scaled",
            tens,
            "\"operator\":\">=\",\"value\":25000,\"unit\":\"人次\",\"stated\":{\"value\":2.5,\"unit\":\"万人次\"}",
            0),
        row(
            "more than",
            more,
            "\"operator\":\">=\",\"strict\":true,\"value\":6325,\"unit\":\"个\"",
            0),
        row("about is not strict", about, "\"operator\":\"about\",\"value\":500,\"unit\":\"名\"", 0),
        row(
            "range",
            Readings.of(Kind.QUANTITY).range("8", "10"),
            "\"operator\":\"range\",\"low\":8,\"high\":10,\"unit\":\"个\"",
            0),
        row(
            "yuan",
            money,
            "\"kind\":\"money\",\"operator\":\"=\",\"value\":116000000,\"unit\":\"元\",\"stated\":{\"value\":1.16,\"unit\":\"亿元\"}",
            0),
        row(
            "money of another unit is a quantity",
            Readings.of(Kind.MONEY, Operator.EQUAL, "3", "美元"),
            "\"kind\":\"quantity\",\"operator\":\"=\",\"value\":3,\"unit\":\"美元\"",
            0),
        row(
            "share",
            Readings.of(Kind.RATIO, Operator.AT_LEAST, "85", "%"),
            "\"kind\":\"ratio\",\"operator\":\">=\",\"value\":85,\"unit\":\"%\"",
            0),
        row(
            "a share above all is a quantity",
            Readings.of(Kind.RATIO, Operator.AT_LEAST, "120", "%"),
            "\"kind\":\"quantity\",\"operator\":\">=\",\"value\":120,\"unit\":\"%\"",
            0),
        row(
            "all of them",
            Readings.of(Kind.COVERAGE).bare(),
            "\"kind\":\"coverage\",\"unit\":\"%\"",
            0),
        row(
            "a coverage of 30 schools has no share",
            Readings.of(Kind.COVERAGE, Operator.EQUAL, "30", "所"),
            "\"kind\":\"coverage\",\"unit\":\"%\"",
            1),
        row(
            "projects",
            Readings.of(Kind.PROJECT, Operator.EQUAL, "2", "所").named(true, "甲校", "乙校"),
            "\"kind\":\"project\",\"operator\":\"=\",\"value\":2,\"unit\":\"所\",\"projects\":[\"甲校\",\"乙校\"],\"projectsComplete\":true",
            0),
        row(
            "some of the projects",
            Readings.of(Kind.PROJECT, Operator.EQUAL, "5", "所").named(true, "甲校"),
            "\"kind\":\"project\",\"operator\":\"=\",\"value\":5,\"unit\":\"所\",\"projects\":[\"甲校\"],\"projectsComplete\":false",
            0),
        row(
            "more projects than it says",
            Readings.of(Kind.PROJECT, Operator.EQUAL, "1", "所").named(true, "甲校", "乙校"),
            "\"kind\":\"project\",\"unit\":\"所\",\"projects\":[\"甲校\",\"乙校\"],\"projectsComplete\":true",
            1),
        row(
            "one project twice",
            Readings.of(Kind.PROJECT).bare().named(false, "甲校", "甲校"),
            "\"kind\":\"project\",\"projects\":[\"甲校\"],\"projectsComplete\":false",
            0),
        row(
            "about ten projects are a quantity",
            Readings.of(Kind.PROJECT, Operator.ABOUT, "10", "所"),
            "\"kind\":\"quantity\",\"operator\":\"about\",\"value\":10,\"unit\":\"所\"",
            0),
        row(
            "each month",
            monthly,
            "\"kind\":\"frequency\",\"operator\":\"=\",\"value\":1,\"unit\":\"次\",\"period\":\"month\"",
            0),
        row(
            "a frequency of no period",
            Readings.of(Kind.FREQUENCY, Operator.EQUAL, "1", "次"),
            "\"kind\":\"narrative\"",
            1),
        row("a deadline long ago", late, "\"kind\":\"deadline\"", 1),
        row("a direction only", up, "\"kind\":\"narrative\"", 2),
        row(
            "a quantity of nothing",
            Readings.of(Kind.QUANTITY, Operator.AT_LEAST, "0", "个"),
            "\"kind\":\"narrative\"",
            1),
        row("words", Readings.of(Kind.NARRATIVE).bare(), "\"kind\":\"narrative\"", 0));
  }

  private static Arguments row(String why, Readings reading, String fields, int doubts) {
    String kind = fields.contains("\"kind\"") ? "" : "\"kind\":\"quantity\",";
    return Arguments.of(
        why,
        reading.reading(),
        "{\"id\":\"%s\",\"title\":\"新增学位\",%s%s}".formatted(ID, kind, fields),
        doubts);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void readings(String why, TargetReading reading, String target, int doubts) throws Exception {
    Fitted fitted = fit(reading);

    assertThat(fitted.target()).as(why).isEqualTo(Json.strict().readValue(target, Target.class));
    assertThat(fitted.doubts()).as(why).hasSize(doubts);
    assertThat(TargetFaults.alone(OUTLINE, ITEM, fitted.target())).as(why).isEmpty();
  }

  @Test
  void longWordsAreCutAndNeverWithinACharacter() {
    Readings reading = Readings.of(Kind.NARRATIVE).bare();
    reading.title = "𠮷".repeat(400);

    String title = fit(reading.reading()).target().title();

    assertThat(title).hasSizeLessThanOrEqualTo(300).endsWith("𠮷…");
  }

  @Test
  void aTargetWithoutATitleIsCalledByItsWords() {
    Readings reading = Readings.of(Kind.NARRATIVE).bare();
    reading.title = " ";

    assertThat(fit(reading.reading()).target().title()).isEqualTo("引文");
  }

  /** Whatever a reader may come up with, the plan's rules take what is made of it. */
  @Test
  void everythingFits() {
    Random random = new Random(2023);
    for (int round = 0; round < 5_000; round++) {
      TargetReading reading = any(random).reading();

      assertThat(TargetFaults.alone(OUTLINE, ITEM, fit(reading).target()))
          .as("%s", reading)
          .isEmpty();
    }
  }

  private static Readings any(Random random) {
    String[] figures = {"0", "-1", "0.5", "1", "2", "85", "101", "116000000"};
    String[] units = {"个", "%", "元", "", "次", "一个长得无论如何也装不进计划里去的计量单位名称"};
    List<Operator> operators = List.of(Operator.values());
    List<Kind> kinds = List.of(Kind.values());
    String figure = figures[random.nextInt(figures.length)];
    String unit = units[random.nextInt(units.length)];
    Readings reading =
        Readings.of(
            kinds.get(random.nextInt(kinds.size())),
            operators.get(random.nextInt(operators.size())),
            figure,
            unit);
    reading.strict = random.nextBoolean();
    if (random.nextInt(4) == 0) {
      reading.range(figure, figures[random.nextInt(figures.length)]);
    }
    if (random.nextInt(4) == 0) {
      reading.bare();
    }
    if (random.nextBoolean()) {
      reading.named(random.nextBoolean(), "甲", "乙", " ");
    }
    reading.period = random.nextBoolean() ? Period.TERM : null;
    reading.due = LocalDate.of(2019 + random.nextInt(18), 1 + random.nextInt(12), 28);
    reading.trend = random.nextBoolean() ? "down" : null;
    return reading;
  }

  private static Fitted fit(TargetReading reading) {
    return Fitting.fit(reading, ID, LocalDate.of(2023, 1, 1), LocalDate.of(2023, 12, 31));
  }
}
