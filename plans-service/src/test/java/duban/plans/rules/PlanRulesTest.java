package duban.plans.rules;

import static duban.plans.rules.Samples.PLAN;
import static duban.plans.rules.Samples.TARGET;
import static duban.plans.rules.Samples.merge;
import static duban.plans.rules.Samples.planWith;
import static duban.plans.rules.Samples.pointers;
import static duban.plans.rules.Samples.read;
import static duban.plans.rules.Samples.tree;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import duban.contracts.Text;
import duban.contracts.problem.FieldProblem;
import java.time.LocalDate;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanRulesTest {

  @ParameterizedTest
  @CsvSource({
    "quantity",
    "range",
    "falling",
    "money",
    "ratio",
    "coverage",
    "project",
    "frequency",
    "deadline",
    "narrative"
  })
  void soundTargetsPass(String sort) {
    assertThat(PlanRules.faults(read(planWith(sort, null)))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "quantity  | \"operator\":null                              | /operator",
        "quantity  | \"value\":null                                 | /value",
        "quantity  | \"value\":0                                    | /value",
        "quantity  | \"value\":-1,\"operator\":\"=\"                | /value",
        "quantity  | \"unit\":null                                  | /unit",
        "quantity  | \"unit\":\" \"                                 | /unit",
        "quantity  | \"low\":1                                      | /low",
        "quantity  | \"baseline\":9000                              | /baseline",
        "quantity  | \"denominator\":9                              | /denominator",
        "quantity  | \"period\":\"month\"                           | /period",
        "quantity  | \"projects\":[\"甲\"]                          | /projects",
        "quantity  | \"finalMilestone\":\"in-use\"                  | /finalMilestone",
        "quantity  | \"strict\":true,\"operator\":\"about\"         | /strict",
        "quantity  | \"title\":\"\"                                 | /title",
        "quantity  | \"id\":\"320412-2022.7.1\"                     | /id",
        "quantity  | \"id\":\"320412-2022.6.\"                      | /id",
        "quantity  | \"id\":\"320412-2022.6.1\"                     | /id",
        "quantity  | \"id\":\"320481-2022.6.1\"                     | /id",
        "quantity  | \"due\":\"2021-12-31\"                         | /due",
        "quantity  | \"start\":\"2022-07-01\",\"due\":\"2022-06-30\"| /due",
        "quantity  | \"start\":\"2023-01-01\",\"due\":\"2023-06-30\"| /start",
        "quantity  | \"due\":\"2033-01-01\"                         | /due",
        "quantity  | \"pace\":[{\"on\":\"2022-06-30\",\"share\":1.1}]| /pace/0/share",
        "quantity  | \"pace\":[{\"on\":\"2023-06-30\",\"share\":1}] | /pace/0/on",
        "quantity  | \"pace\":[{\"on\":\"2022-06-30\",\"share\":0.5},{\"on\":\"2022-06-30\",\"share\":0.6}] | /pace/1/on",
        "quantity  | \"pace\":[{\"on\":\"2022-06-30\",\"share\":0.5},{\"on\":\"2022-07-30\",\"share\":0.4}] | /pace/1/share",
        "quantity  | \"stated\":{\"value\":1,\"unit\":\"\"}         | /stated/unit",
        "range     | \"low\":null                                   | /low",
        "range     | \"low\":11                                     | /high",
        "range     | \"value\":9                                    | /value",
        "falling   | \"baseline\":45                                | /baseline",
        "falling   | \"value\":-1                                   | /value",
        "money     | \"unit\":\"万元\"                              | /unit",
        "ratio     | \"value\":101                                  | /value",
        "ratio     | \"unit\":\"所\"                                | /unit",
        "ratio     | \"denominator\":0                              | /denominator",
        "ratio     | \"operator\":null                              | /operator",
        "coverage  | \"value\":100.1                                | /value",
        "project   | \"value\":3                                    | /value",
        "project   | \"value\":1.5                                  | /value",
        "project   | \"value\":2,\"projects\":[\"甲\",\"乙\",\"丙\"] | /value",
        "project   | \"operator\":\"=\",\"value\":2,\"projects\":[\"甲\",\"乙\",\"丙\"] | /value",
        "project   | \"operator\":\">=\",\"value\":1 | /value",
        "project   | \"operator\":\">=\",\"value\":3 | /value",
        "project   | \"value\":1,\"projectsComplete\":false         | /value",
        "project   | \"operator\":\"about\"                         | /operator",
        "project   | \"projects\":[\"甲\",\"甲\"]                   | /projects/1",
        "project   | \"projects\":[\"甲\",\"\"]                     | /projects/1",
        "frequency | \"period\":null                                | /period",
        "frequency | \"value\":null                                 | /value",
        "frequency | \"value\":0.5                                  | /value",
        "frequency | \"operator\":\"about\"                         | /operator",
        "frequency | \"operator\":\"<=\",\"value\":0              | /value",
        "frequency | \"operator\":\"<=\",\"baseline\":9           | /baseline",
        "narrative | \"value\":1                                    | /value",
        "quantity  | \"titleEn\":\" \" | /titleEn",
        "quantity  | \"scope\":\" \" | /scope",
        "quantity  | \"start\":\"2021-01-01\",\"due\":\"2021-12-31\" | /due",
        "quantity  | \"projectsComplete\":true | /projectsComplete",
        "quantity  | \"high\":1 | /high",
        "range     | \"high\":null | /high",
        "range     | \"low\":0 | /low",
        "money     | \"operator\":null | /operator",
        "money     | \"value\":null | /value",
        "ratio     | \"value\":-1 | /value",
        "ratio     | \"operator\":\"range\",\"value\":null,\"low\":-1,\"high\":90 | /low",
        "ratio     | \"operator\":\"range\",\"value\":null,\"low\":80,\"high\":101 | /high",
        "project   | \"value\":1.5,\"projects\":null,\"projectsComplete\":null | /value",
        "project   | \"value\":0,\"projects\":null,\"projectsComplete\":null | /value",
        "deadline  | \"operator\":\"range\",\"low\":1,\"high\":2 | /operator",
        "narrative | \"operator\":\">=\" | /operator",
      })
  void faultsAreNamedWithTheirPlace(String sort, String patch, String field) {
    assertThat(pointers(PlanRules.faults(read(planWith(sort, patch)))))
        .containsExactly(TARGET + field);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "project   | \"value\":5,\"projectsComplete\":false",
        "project   | \"value\":null,\"projects\":null,\"projectsComplete\":null",
        "project   | \"operator\":\"=\",\"finalMilestone\":\"in-use\"",
        "quantity  | \"operator\":\"=\",\"value\":0",
        "quantity  | \"strict\":true",
        "quantity  | \"start\":\"2021-09-01\",\"due\":\"2023-08-31\"",
        "quantity  | \"pace\":[{\"on\":\"2022-01-01\",\"share\":0},{\"on\":\"2022-12-31\",\"share\":1}]",
        "deadline  | \"operator\":\"=\",\"value\":2,\"unit\":\"年\"",
        "coverage  | \"operator\":\">=\",\"value\":90,\"denominator\":20",
        "coverage  | \"value\":100",
        "ratio     | \"value\":0",
        "range     | \"low\":8,\"high\":8",
        "project   | \"projectsComplete\":false",
        "project   | \"operator\":\">=\",\"value\":2,\"projects\":[\"甲\",\"乙\",\"丙\"]",
        "project   | \"operator\":\">=\",\"value\":2,\"projects\":[\"甲\",\"乙\",\"丙\"],\"projectsComplete\":false",
        "frequency | \"operator\":\"<=\"",
      })
  void unusualTargetsPass(String sort, String patch) {
    assertThat(PlanRules.faults(read(planWith(sort, patch)))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"year\":12                                            | /year",
        "\"year\":2147483647                                    | /year",
        "\"title\":\" \"                                        | /title",
        "\"zone\":\"Asia/Changzhou\"                            | /zone",
        "\"zone\":\"Europe/Berlin\"                             | /zone",
        "\"reportingIntervalDays\":0                            | /reportingIntervalDays",
        "\"starts\":\"2022-12-31\",\"ends\":\"2022-01-01\"      | /ends",
        "\"starts\":\"2023-01-01\",\"ends\":\"2023-12-31\"      | /starts",
        "\"starts\":\"2022-01-01\",\"ends\":\"2027-01-01\"      | /ends",
        "\"year\":1948 | /year",
        "\"year\":2200 | /year",
        "\"titleEn\":\" \" | /titleEn",
        "\"reportingIntervalDays\":367 | /reportingIntervalDays",
      })
  void thePlanItselfIsChecked(String patch, String pointer) {
    ObjectNode plan = tree(PLAN);
    merge(plan, tree("{" + patch + "}"));

    assertThat(pointers(PlanRules.faults(read(plan)))).containsExactly(pointer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"year\":1949",
        "\"year\":2199",
        "\"zone\":\"Asia/Shanghai\"",
        "\"zone\":\"PRC\"",
        "\"reportingIntervalDays\":1",
        "\"reportingIntervalDays\":366"
      })
  void theWordsOfEverySectionAndItemAreChecked(String patch) {
    ObjectNode plan = tree(PLAN);
    merge(plan, tree("{" + patch + "}"));
    assertThat(PlanRules.faults(read(plan))).isEmpty();

    String words = "\"no\":\" \",\"title\":\" \",\"titleEn\":\" \"";
    merge((ObjectNode) plan.at("/sections/0"), tree("{" + words + "}"));
    merge((ObjectNode) plan.at("/sections/0/items/1"), tree("{" + words + "}"));
    assertThat(pointers(PlanRules.faults(read(plan))))
        .containsExactly(
            "/sections/0/no",
            "/sections/0/title",
            "/sections/0/titleEn",
            "/sections/0/items/1/no",
            "/sections/0/items/1/title",
            "/sections/0/items/1/titleEn");
  }

  @Test
  void aFaultSaysWhichSignIsWanted() {
    assertThat(said(planWith("quantity", "\"value\":0")))
        .containsExactly(new Text("应为正数。", "Must be positive."));
    assertThat(said(planWith("quantity", "\"value\":-1,\"operator\":\"=\"")))
        .containsExactly(new Text("不得为负数。", "Must not be negative."));
  }

  private static List<Text> said(ObjectNode plan) {
    return PlanRules.faults(read(plan)).stream().map(FieldProblem::detail).toList();
  }

  @Test
  void bothEndsOfARangeAreFigures() {
    assertThat(pointers(PlanRules.faults(read(planWith("range", "\"low\":null,\"high\":0")))))
        .containsExactly(TARGET + "/high", TARGET + "/low");
  }

  @ParameterizedTest
  @CsvSource({"300, true", "301, false"})
  void aTitleHasALimit(int length, boolean taken) {
    ObjectNode plan = planWith("quantity", "\"title\":\"" + "长".repeat(length) + "\"");
    assertThat(pointers(PlanRules.faults(read(plan))))
        .isEqualTo(taken ? List.of() : List.of(TARGET + "/title"));
  }

  @ParameterizedTest
  @CsvSource({"500, true", "501, false"})
  void projectsHaveALimit(int count, boolean taken) {
    String names = listed(count, i -> "\"校" + i + "\"");
    ObjectNode plan = planWith("project", "\"value\":" + count + ",\"projects\":" + names);
    assertThat(pointers(PlanRules.faults(read(plan))))
        .isEqualTo(taken ? List.of() : List.of(TARGET + "/projects"));
  }

  @ParameterizedTest
  @CsvSource({"100, true", "101, false"})
  void pacePointsHaveALimit(int count, boolean taken) {
    LocalDate first = LocalDate.of(2022, 1, 1);
    String points =
        listed(count, i -> "{\"on\":\"%s\",\"share\":0.5}".formatted(first.plusDays(i)));
    ObjectNode plan = planWith("quantity", "\"pace\":" + points);
    assertThat(pointers(PlanRules.faults(read(plan))))
        .isEqualTo(taken ? List.of() : List.of(TARGET + "/pace"));
  }

  @ParameterizedTest
  @CsvSource({"2000, true", "2001, false"})
  void targetsHaveALimit(int count, boolean taken) {
    ObjectNode plan = planWith("quantity", null);
    for (int i = 1; i < count; i++) {
      ObjectNode one = plan.at(TARGET).deepCopy();
      plan.withArray("/sections/0/items/0/targets").add(one.put("id", "320412-2022.6." + (2 + i)));
    }
    assertThat(pointers(PlanRules.faults(read(plan))))
        .isEqualTo(taken ? List.of() : List.of("/sections"));
  }

  private static String listed(int count, IntFunction<String> one) {
    return IntStream.range(0, count).mapToObj(one).collect(Collectors.joining(",", "[", "]"));
  }

  @Test
  void itemsAndTargetsHaveOneIdEach() {
    ObjectNode plan = planWith("quantity", null);
    ObjectNode twice = (ObjectNode) plan.at(TARGET);
    plan.withArray("/sections/0/items/0/targets").add(twice.deepCopy());
    ((ObjectNode) plan.at("/sections/0/items/1")).put("key", "6");
    plan.withArray("/sections/0/items").add(tree("{\"key\":\"a\",\"title\":\"x\",\"targets\":[]}"));

    assertThat(pointers(PlanRules.faults(read(plan))))
        .containsExactly(
            "/sections/0/items/1/key",
            "/sections/0/items/2/key",
            "/sections/0/items/0/targets/1/id");
  }

  @Test
  void aHopelessPlanGetsABoundedAnswer() {
    ObjectNode plan = planWith("quantity", "\"value\":-1,\"unit\":\"\"");
    JsonNode bad = plan.at(TARGET);
    for (int i = 0; i < 2_500; i++) {
      plan.withArray("/sections/0/items/0/targets").add(bad);
    }

    assertThat(PlanRules.faults(read(plan))).hasSize(200);
  }
}
