package duban.plans.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import duban.contracts.Json;
import duban.contracts.plan.Target;
import duban.plans.comparison.Comparison.Kind;
import duban.plans.comparison.Comparison.Row;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ComparingTest {

  private static final String AT_LEAST = "\"kind\":\"quantity\",\"unit\":\"个\",\"operator\":\">=\"";

  @ParameterizedTest(name = "{0} -> {1}: {2}")
  @CsvSource({
    "6325, 6325, continued, 0, 0.0000",
    "6325, 7000, rose, 675, 0.1067",
    "7000, 6325, fell, -675, -0.0964",
    "35, 35.0, continued, 0.0, 0.0000",
    "3, 1, fell, -2, -0.6667",
  })
  void tellsHowTheFigureMoved(
      BigDecimal was, BigDecimal is, String change, BigDecimal difference, BigDecimal share) {
    Row row =
        onlyRow(
            target("新增学位", AT_LEAST + ",\"value\":" + was),
            target("新增学位", AT_LEAST + ",\"value\":" + is));

    assertThat(row.change().word()).isEqualTo(change);
    assertThat(row.difference()).isEqualTo(difference);
    assertThat(row.share()).isEqualTo(share);
    assertThat(row.by()).isEqualTo("title");
  }

  @Test
  void aShareOfNothingIsNotTold() {
    Row row =
        onlyRow(
            target("安全事故", "\"kind\":\"quantity\",\"unit\":\"起\",\"operator\":\"<=\",\"value\":0"),
            target("安全事故", "\"kind\":\"quantity\",\"unit\":\"起\",\"operator\":\"<=\",\"value\":1"));

    assertThat(row.change()).isEqualTo(Kind.ROSE);
    assertThat(row.share()).isNull();
  }

  static Stream<Arguments> samePromises() {
    return Stream.of(
        Arguments.of(
            "a range counts by its low end",
            target(
                "新建幼儿园",
                "\"kind\":\"quantity\",\"unit\":\"所\",\"operator\":\"range\",\"low\":8,\"high\":10"),
            target("新建幼儿园", "\"kind\":\"quantity\",\"unit\":\"所\",\"operator\":\"=\",\"value\":8"),
            Kind.CONTINUED),
        Arguments.of(
            "named projects count",
            target(
                "改扩建学校",
                "\"kind\":\"project\",\"projects\":[\"甲\",\"乙\"],\"projectsComplete\":true"),
            target("改扩建学校", "\"kind\":\"quantity\",\"unit\":\"所\",\"operator\":\"=\",\"value\":3"),
            Kind.ROSE),
        Arguments.of(
            "coverage is a share",
            target(
                "心理辅导室覆盖率", "\"kind\":\"ratio\",\"unit\":\"%\",\"operator\":\">=\",\"value\":85"),
            target("心理辅导室覆盖率", "\"kind\":\"coverage\",\"unit\":\"%\""),
            Kind.ROSE),
        Arguments.of(
            "the same indicator, whatever the words",
            target("加大学位供给", AT_LEAST + ",\"value\":9,\"indicator\":\"new-seats\""),
            target("扩充入学名额", AT_LEAST + ",\"value\":9,\"indicator\":\"new-seats\""),
            Kind.CONTINUED),
        Arguments.of(
            "words without figures go on",
            target("制定实施意见", "\"kind\":\"deadline\""),
            target("制定实施意见", "\"kind\":\"narrative\""),
            Kind.CONTINUED));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void samePromises(String why, Target before, Target after, Kind change) {
    assertThat(onlyRow(before, after).change()).as(why).isEqualTo(change);
  }

  static Stream<Arguments> otherPromises() {
    return Stream.of(
        Arguments.of(
            "another unit",
            target("新增学位", AT_LEAST + ",\"value\":9"),
            target("新增学位", "\"kind\":\"quantity\",\"unit\":\"所\",\"operator\":\">=\",\"value\":9")),
        Arguments.of(
            "a count is no share",
            target("智慧校园", "\"kind\":\"quantity\",\"unit\":\"所\",\"operator\":\">=\",\"value\":9"),
            target("智慧校园", "\"kind\":\"ratio\",\"unit\":\"%\",\"operator\":\">=\",\"value\":9")),
        Arguments.of(
            "another period",
            target("驻校督查", "\"kind\":\"frequency\",\"period\":\"month\",\"value\":1"),
            target("驻校督查", "\"kind\":\"frequency\",\"period\":\"term\",\"value\":1")),
        Arguments.of(
            "two indicators",
            target("新增学位", AT_LEAST + ",\"value\":9,\"indicator\":\"new-seats\""),
            target("新增学位", AT_LEAST + ",\"value\":9,\"indicator\":\"senior-seats\"")),
        Arguments.of(
            "other words",
            target("新增学位", AT_LEAST + ",\"value\":9"),
            target("心理辅导", AT_LEAST + ",\"value\":9")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void otherPromises(String why, Target before, Target after) {
    assertThat(Comparing.rows(List.of(before), List.of(after)))
        .as(why)
        .extracting(Row::change)
        .containsExactly(Kind.NEW, Kind.VANISHED);
  }

  @Test
  void theLikeliestPairIsMadeFirst() {
    Target classrooms = target("创建智慧教室", AT_LEAST + ",\"value\":30");
    Target schools = target("创建智慧学校", AT_LEAST + ",\"value\":5");
    Target same = target("创建智慧教室", AT_LEAST + ",\"value\":35");

    List<Row> rows = Comparing.rows(List.of(schools, classrooms), List.of(same));

    assertThat(rows).extracting(Row::change).containsExactly(Kind.ROSE, Kind.VANISHED);
    assertThat(rows.getFirst().before()).isEqualTo(classrooms);
  }

  @Test
  void everyTargetOfBothPlansIsInExactlyOneRow() {
    Random random = new Random(2022);
    for (int round = 0; round < 300; round++) {
      List<Target> before = some(random, "2022");
      List<Target> after = some(random, "2023");

      List<Row> rows = Comparing.rows(before, after);

      assertThat(rows.stream().map(Row::before).filter(Objects::nonNull))
          .as("round %d", round)
          .containsExactlyInAnyOrderElementsOf(before);
      assertThat(rows.stream().map(Row::after).filter(Objects::nonNull))
          .as("round %d", round)
          .containsExactlyElementsOf(after);
      assertThat(total(Comparing.tally(rows))).isEqualTo(rows.size());
    }
  }

  private static int total(Comparison.Tally tally) {
    return tally.continued() + tally.rose() + tally.fell() + tally.added() + tally.vanished();
  }

  private static List<Target> some(Random random, String year) {
    List<String> titles = List.of("新增学位", "新增优质学位", "智慧教室", "智慧校园", "新建幼儿园", "心理辅导室");
    List<String> indicators = List.of("", ",\"indicator\":\"a\"", ",\"indicator\":\"b\"");
    return new ArrayList<>(
        IntStream.range(0, random.nextInt(9))
            .mapToObj(i ->
                read(
                    """
                    {"id":"320412-%s.1.%d","title":"%s",%s,"value":%d%s}
                    """
                        .formatted(
                            year,
                            i + 1,
                            titles.get(random.nextInt(titles.size())),
                            AT_LEAST,
                            1 + random.nextInt(3),
                            indicators.get(random.nextInt(indicators.size())))))
            .toList());
  }

  private static Row onlyRow(Target before, Target after) {
    List<Row> rows = Comparing.rows(List.of(before), List.of(after));
    assertThat(rows).hasSize(1);
    return rows.getFirst();
  }

  private static Target target(String title, String rest) {
    return read("{\"id\":\"320412-2022.6.1\",\"title\":\"%s\",%s}".formatted(title, rest));
  }

  private static Target read(String json) {
    try {
      return Json.strict().readValue(json, Target.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(json, e);
    }
  }
}
