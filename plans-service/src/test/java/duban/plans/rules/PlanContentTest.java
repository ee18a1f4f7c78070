package duban.plans.rules;

import static duban.plans.rules.Samples.TARGET;
import static duban.plans.rules.Samples.merge;
import static duban.plans.rules.Samples.planWith;
import static duban.plans.rules.Samples.pointers;
import static duban.plans.rules.Samples.read;
import static duban.plans.rules.Samples.tree;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import duban.contracts.problem.FieldProblem;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Responsibility, parts and links to other years. */
class PlanContentTest {

  private static final String ITEM = "/sections/0/items/0";

  private static List<String> faults(ObjectNode plan) {
    return pointers(PlanRules.faults(read(plan)));
  }

  private static ObjectNode led(String unit) {
    ObjectNode plan = planWith("quantity", null);
    ObjectNode lead = tree("{\"responsibility\":{\"lead\":[{" + unit + "}]}}");
    merge((ObjectNode) plan.at(ITEM), lead);
    return plan;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0519-86310001",
        "86310001",
        "(0519)86310001-8012",
        "+86 519 86310001",
        "010-66096114",
        "0513-91234567-8012",
        "400-820-8820",
        "12345",
        "０５１９－８６３１０００１"
      })
  void anOfficeHasAPhone(String phone) {
    assertThat(faults(led("\"unit\":\"基建科\",\"phone\":\"" + phone + "\""))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"unit\":\"科\",\"phone\":\"13861234567\"             | /phone",
        "\"unit\":\"科\",\"phone\":\"138 6123 4567\"           | /phone",
        "\"unit\":\"科\",\"phone\":\"+86-13861234567\"         | /phone",
        "\"unit\":\"科\",\"phone\":\"１３８６１２３４５６７\"     | /phone",
        "\"unit\":\"科\",\"phone\":\"32040219800101123X\"      | /phone",
        "\"unit\":\"科\",\"phone\":\"call me\"                 | /phone",
        "\"unit\":\"科\",\"post\":\"科长 13861234567\"         | /post",
        "\"unit\":\"张 320402198001011234\"                    | /unit",
        "\"unit\":\" \"                                        | /unit",
        "\"unit\":\"科\",\"post\":\" \"                        | /post",
      })
  void noPrivatePersonsNumbers(String unit, String field) {
    assertThat(faults(led(unit))).containsExactly(ITEM + "/responsibility/lead/0" + field);
  }

  @ParameterizedTest
  @CsvSource({"0, false", "1, true", "10, true", "11, false"})
  void aListNamesOneToTenUnits(int units, boolean taken) {
    for (String list : List.of("lead", "responsible", "supervising")) {
      ObjectNode plan = planWith("quantity", null);
      ObjectNode responsibility = tree("{\"responsibility\":{\"" + list + "\":[]}}");
      for (int i = 0; i < units; i++) {
        responsibility.withArray("/responsibility/" + list).add(tree("{\"unit\":\"科\"}"));
      }
      merge((ObjectNode) plan.at(ITEM), responsibility);

      assertThat(faults(plan))
          .isEqualTo(taken ? List.of() : List.of(ITEM + "/responsibility/" + list));
    }
  }

  private static ObjectNode split(String sort, String parts) {
    return planWith(sort, "\"parts\":[" + parts + "]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "quantity  | {\"key\":\"a\",\"title\":\"甲\",\"value\":-1}              | /parts/0/value",
        "quantity  | {\"key\":\"a b\",\"title\":\"甲\"}                         | /parts/0/key",
        "quantity  | {\"key\":\"a\",\"title\":\"甲\"},{\"key\":\"a\",\"title\":\"乙\"} | /parts/1/key",
        "quantity  | {\"key\":\"a\",\"title\":\" \"}                            | /parts/0/title",
        "quantity  | {\"key\":\"a\",\"title\":\"甲\",\"denominator\":4}         | /parts/0/denominator",
        "quantity  | {\"key\":\"a\",\"title\":\"甲\",\"due\":\"2023-01-01\"}    | /parts/0/due",
        "quantity  | {\"key\":\"a\",\"title\":\"甲\",\"unit\":\"13861234567\"}  | /parts/0/unit",
        "ratio     | {\"key\":\"a\",\"title\":\"甲\",\"value\":101}             | /parts/0/value",
        "frequency | {\"key\":\"a\",\"title\":\"甲\",\"value\":0.5}             | /parts/0/value",
        "quantity  | {\"key\":\"a\",\"title\":\"甲\",\"titleEn\":\" \"} | /parts/0/titleEn",
        "quantity  | {\"key\":\"a\",\"title\":\"甲\",\"unit\":\" \"} | /parts/0/unit",
        "quantity  | {\"key\":\"a\",\"title\":\"甲\",\"due\":\"2021-12-31\"} | /parts/0/due",
        "ratio     | {\"key\":\"a\",\"title\":\"甲\",\"denominator\":0} | /parts/0/denominator",
        "narrative | {\"key\":\"a\",\"title\":\"甲\"}                           | /parts",
        "project   | {\"key\":\"a\",\"title\":\"甲\"}                           | /parts",
        "quantity  |                                                            | /parts",
      })
  void partsAreChecked(String sort, @Nullable String parts, String field) {
    assertThat(faults(split(sort, parts == null ? "" : parts))).containsExactly(TARGET + field);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "quantity  | {\"key\":\"a\",\"title\":\"甲\",\"value\":0}",
        "quantity  | {\"key\":\"a\",\"title\":\"甲\",\"due\":\"2022-01-01\"}",
        "quantity  | {\"key\":\"a\",\"title\":\"甲\",\"due\":\"2022-12-31\"}",
        "beyond    | {\"key\":\"a\",\"title\":\"甲\",\"due\":\"2023-06-30\"}",
        "ratio     | {\"key\":\"a\",\"title\":\"甲\",\"value\":100,\"denominator\":4}",
      })
  void soundPartsPass(String sort, String part) {
    // What reaches beyond its plan may have parts that do.
    ObjectNode plan =
        sort.equals("beyond")
            ? planWith("quantity", "\"due\":\"2023-08-31\",\"parts\":[" + part + "]")
            : split(sort, part);

    assertThat(faults(plan)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"200, true", "201, false"})
  void partsHaveALimit(int count, boolean taken) {
    String parts =
        IntStream.range(0, count)
            .mapToObj(i -> "{\"key\":\"k%d\",\"title\":\"甲\"}".formatted(i))
            .collect(Collectors.joining(","));

    assertThat(faults(split("quantity", parts)))
        .isEqualTo(taken ? List.of() : List.of(TARGET + "/parts"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "quantity  | 6000 | 325 |",
        "quantity  | 6000 | 300 | The parts add up to 6300, the target says 6325.",
        "range     | 5    | 4   |",
        "range     | 5    | 6   | The parts add up to 11, the target says 8–10.",
        "frequency | 1    | 1   | The parts add up to 2, the target says 1.",
      })
  void partsThatDoNotAddUpAreTold(
      String sort, String first, String second, @Nullable String warning) {
    String part = "{\"key\":\"%s\",\"title\":\"甲\",\"value\":%s}";
    ObjectNode plan = split(sort, part.formatted("a", first) + "," + part.formatted("b", second));

    assertThat(faults(plan)).isEmpty();
    assertThat(warnings(plan)).isEqualTo(warning == null ? List.of() : List.of(warning));
  }

  @Test
  void sharesAddUpByTheirBases() {
    String part = "{\"key\":\"%s\",\"title\":\"甲\",\"value\":%s,\"denominator\":%s}";
    String forty = part.formatted("a", "100", "40");

    assertThat(warnings(split("ratio", forty + "," + part.formatted("b", "70", "40")))).isEmpty();
    assertThat(warnings(split("ratio", forty + "," + part.formatted("b", "70", "10"))))
        .containsExactly("The parts add up to 47 of 50, the target says 85 %.");
  }

  private static List<String> warnings(ObjectNode plan) {
    return PlanWarnings.of(read(plan), Map.of()).stream()
        .map(FieldProblem::detail)
        .map(detail -> detail.en())
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "320412-2021.6.1, true",
    "320481-2019.1.2.3, true",
    "320412-2022.6.1, false",
    "320412-2023.6.1, false",
    "320412-2021.6, false",
    "nonsense, false",
  })
  void aTargetGoesOnFromAnEarlierYear(String continued, boolean taken) {
    ObjectNode plan = planWith("quantity", "\"continues\":\"" + continued + "\"");

    assertThat(faults(plan)).isEqualTo(taken ? List.of() : List.of(TARGET + "/continues"));
  }

  @Test
  void whatCannotBeCheckedIsTold() {
    ObjectNode plan = planWith("quantity", "\"continues\":\"320412-2021.6.1\"");
    Map<String, Set<String>> published = Map.of("320412-2021", Set.of("320412-2021.6.1"));

    assertThat(warnings(plan))
        .containsExactly("No plan 320412-2021 is published here, so it cannot be checked.");
    assertThat(PlanWarnings.of(read(plan), published)).isEmpty();
    assertThat(warnings(planWith("quantity", null))).isEmpty();
  }
}
