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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
        "project   | \"value\":1,\"projectsComplete\":false         | /value",
        "project   | \"operator\":\"about\"                         | /operator",
        "project   | \"projects\":[\"甲\",\"甲\"]                   | /projects/1",
        "project   | \"projects\":[\"甲\",\"\"]                     | /projects/1",
        "frequency | \"period\":null                                | /period",
        "frequency | \"value\":null                                 | /value",
        "frequency | \"value\":0.5                                  | /value",
        "frequency | \"operator\":\"<=\"                            | /operator",
        "narrative | \"value\":1                                    | /value",
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
        "\"reportingIntervalDays\":0                            | /reportingIntervalDays",
        "\"starts\":\"2022-12-31\",\"ends\":\"2022-01-01\"      | /ends",
        "\"starts\":\"2023-01-01\",\"ends\":\"2023-12-31\"      | /starts",
        "\"starts\":\"2022-01-01\",\"ends\":\"2027-01-01\"      | /ends",
      })
  void thePlanItselfIsChecked(String patch, String pointer) {
    ObjectNode plan = tree(PLAN);
    merge(plan, tree("{" + patch + "}"));

    assertThat(pointers(PlanRules.faults(read(plan)))).containsExactly(pointer);
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
