package duban.plans.rules;

import static duban.plans.rules.Samples.merge;
import static duban.plans.rules.Samples.pointers;
import static duban.plans.rules.Samples.tree;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import duban.contracts.Json;
import duban.contracts.catalogue.Indicator;
import duban.contracts.catalogue.Indicator.Aggregation;
import duban.contracts.catalogue.Programme;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgrammeRulesTest {

  private static final Indicator SEATS =
      new Indicator("seats", "学位", "Seats", "个", Aggregation.SUM, null, null, null);

  private static Programme programme(String patch) throws JsonProcessingException {
    ObjectNode programme =
        tree(
            """
            {"key":"a-b","name":"行动","from":2021,"to":2023,"indicator":"seats","promised":1}
            """);
    merge(programme, tree("{" + patch + "}"));
    return Json.strict().treeToValue(programme, Programme.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"nameEn\":\"Seats\"                    |",
        "\"from\":1949,\"to\":1949                |",
        "\"from\":2199,\"to\":2199                |",
        "\"to\":2040                              |",
        "\"indicator\":null,\"promised\":null     |",
        "\"key\":\"other\"                        | /key",
        "\"name\":\" \"                           | /name",
        "\"nameEn\":\" \"                         | /nameEn",
        "\"from\":1948,\"to\":1949                | /from",
        "\"from\":2200,\"to\":2200                | /from",
        "\"to\":2020                              | /to",
        "\"to\":2041                              | /to",
        "\"indicator\":\"none\"                   | /indicator",
        "\"indicator\":null                       | /promised",
        "\"promised\":0                           | /promised",
      })
  void everyFaultIsNamed(String patch, @Nullable String pointer) throws JsonProcessingException {
    assertThat(
            pointers(
                ProgrammeRules.faults(
                    programme(patch),
                    "a-b",
                    key -> Optional.of(SEATS).filter(one -> one.key().equals(key)))))
        .isEqualTo(pointer == null ? List.of() : List.of(pointer));
  }

  @ParameterizedTest
  @CsvSource({"a, true", "2021-seats, true", "A, false", "a--b, false", "-a, false", "a b, false"})
  void aKeyIsLowerCaseWords(String key, boolean taken) throws JsonProcessingException {
    assertThat(key(key)).isEqualTo(taken ? List.of() : List.of("/key"));
  }

  @ParameterizedTest
  @CsvSource({"64, true", "65, false"})
  void aKeyHasALimit(int length, boolean taken) throws JsonProcessingException {
    assertThat(key("a".repeat(length))).isEqualTo(taken ? List.of() : List.of("/key"));
  }

  private static List<String> key(String key) throws JsonProcessingException {
    Programme programme = programme("\"key\":\"" + key + "\"");
    return pointers(ProgrammeRules.faults(programme, key, any -> Optional.of(SEATS)));
  }

  @ParameterizedTest
  @CsvSource({"seats, seats, true", ", seats, true", "seats, other, false", "seats, , false"})
  void theIndicatorStaysOnceItIsSaid(
      @Nullable String before, @Nullable String after, boolean taken) {
    Programme was = new Programme("a", "行动", null, 2021, 2023, before, null);
    Programme is = new Programme("a", "行动", null, 2021, 2023, after, null);
    assertThat(pointers(ProgrammeRules.changes(was, is)))
        .isEqualTo(taken ? List.of() : List.of("/indicator"));
  }
}
