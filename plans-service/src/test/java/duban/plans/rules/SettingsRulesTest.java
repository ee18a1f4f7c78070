package duban.plans.rules;

import static duban.plans.rules.Samples.merge;
import static duban.plans.rules.Samples.pointers;
import static duban.plans.rules.Samples.tree;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import duban.contracts.Json;
import duban.contracts.catalogue.Settings;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each limit from both sides. */
class SettingsRulesTest {

  private static List<String> faults(String patch) throws JsonProcessingException {
    ObjectNode settings = Json.strict().valueToTree(Settings.DEFAULT);
    merge(settings, tree("{" + patch + "}"));
    return pointers(SettingsRules.faults(Json.strict().treeToValue(settings, Settings.class)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"onTrackFrom\":1",
        "\"onTrackFrom\":0.71",
        "\"atRiskFrom\":0.01",
        "\"tolerance\":0",
        "\"tolerance\":0.99",
        "\"explainBelow\":0",
        "\"explainBelow\":1",
        "\"explainAbove\":1",
        "\"reportDueDay\":1",
        "\"reportDueDay\":28",
        "\"remindDays\":0",
        "\"remindDays\":60",
        "\"rectifyDays\":1",
        "\"rectifyDays\":365",
        "\"termStarts\":[\"02-28\"]",
        "\"termStarts\":[\"01-31\",\"04-30\",\"10-01\",\"12-31\"]",
        "\"doneStages\":[\"完\"]",
      })
  void whatIsWithinTheLimitsPasses(String patch) throws JsonProcessingException {
    assertThat(faults(patch)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"onTrackFrom\":1.01                | /onTrackFrom",
        "\"onTrackFrom\":0.7                 | /atRiskFrom",
        "\"atRiskFrom\":0                    | /atRiskFrom",
        "\"atRiskFrom\":-1,\"onTrackFrom\":0 | /atRiskFrom /onTrackFrom",
        "\"tolerance\":-0.01                 | /tolerance",
        "\"tolerance\":1                     | /tolerance",
        "\"explainBelow\":-0.01              | /explainBelow",
        "\"explainBelow\":1.01               | /explainBelow",
        "\"explainAbove\":0.99               | /explainAbove",
        "\"reportDueDay\":0                  | /reportDueDay",
        "\"reportDueDay\":29                 | /reportDueDay",
        "\"remindDays\":-1                   | /remindDays",
        "\"remindDays\":61                   | /remindDays",
        "\"rectifyDays\":0                   | /rectifyDays",
        "\"rectifyDays\":366                 | /rectifyDays",
        "\"termStarts\":[]                   | /termStarts",
        "\"termStarts\":[\"02-29\"]          | /termStarts/0",
        "\"termStarts\":[\"04-31\"]          | /termStarts/0",
        "\"termStarts\":[\"08-01\",\"08-01\"] | /termStarts/1",
        "\"termStarts\":[\"01-01\",\"02-01\",\"03-01\",\"04-01\",\"05-01\"] | /termStarts",
        "\"doneStages\":[]                   | /doneStages",
        "\"doneStages\":[\" \"]              | /doneStages/0",
        "\"doneStages\":[\"完\",\"完\"]      | /doneStages/1",
      })
  void whatIsBeyondThemIsNamed(String patch, String pointers) throws JsonProcessingException {
    assertThat(faults(patch)).containsExactly(pointers.split(" "));
  }

  @ParameterizedTest
  @CsvSource({"20, true", "21, false"})
  void stagesHaveALimit(int count, boolean taken) throws JsonProcessingException {
    String stages =
        IntStream.range(0, count).mapToObj(i -> "\"完成" + i + "\"").collect(Collectors.joining(","));
    assertThat(faults("\"doneStages\":[" + stages + "]"))
        .isEqualTo(taken ? List.of() : List.of("/doneStages"));
  }
}
