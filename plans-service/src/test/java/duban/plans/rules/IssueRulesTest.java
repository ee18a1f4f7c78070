package duban.plans.rules;

import static duban.plans.rules.Samples.merge;
import static duban.plans.rules.Samples.pointers;
import static duban.plans.rules.Samples.tree;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import duban.contracts.Json;
import duban.contracts.catalogue.Issue;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What must be said of an issue, so that it can be proved ever after. */
class IssueRulesTest {

  private static final String HASH = "a0".repeat(32);

  private static List<String> faults(ObjectNode patch) throws JsonProcessingException {
    ObjectNode issue =
        tree(
            """
            {"kind":"bulletin","scope":"320400","period":"2022-06","number":1,"asOf":"2022-06-30",
             "knownAt":"2022-07-05T16:00:00Z","digest":"%1$s",
             "positions":{"progress/320412":{"seq":1,"hash":"%1$s"},
                          "plans/catalogue":{"seq":7,"hash":"%1$s"}}}
            """
                .formatted(HASH));
    merge(issue, patch);
    return pointers(IssueRules.faults(Json.strict().treeToValue(issue, Issue.class)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"title\":\"六月通报\"                      |",
        "\"kind\":\"summary\",\"period\":\"2022\"  |",
        "\"kind\":\"letter\"                       | /kind",
        "\"kind\":\"summary\"                      | /period",
        "\"period\":\"2022\"                       | /period",
        "\"period\":\"2022-13\"                    | /period",
        "\"scope\":\"3204\"                        | /scope",
        "\"number\":0                              | /number",
        "\"digest\":\"a0\"                         | /digest",
        "\"title\":\" \"                           | /title",
        "\"positions\":{}                          | /positions",
      })
  void everyFaultIsNamed(String patch, @Nullable String pointer) throws JsonProcessingException {
    assertThat(faults(tree("{" + patch + "}")))
        .isEqualTo(pointer == null ? List.of() : List.of(pointer));
  }

  @ParameterizedTest
  @CsvSource({
    "progress/320412, 1, false, ",
    "accounts/320412, 1, false, /positions/accounts~1320412",
    "progress/320412, 0, false, /positions/progress~1320412/seq",
    "progress/320412, 1, true, /positions/progress~1320412/hash",
  })
  void aPlaceIsALedgersAndHasAHash(String ledger, long seq, boolean cut, @Nullable String pointer)
      throws JsonProcessingException {
    String hash = cut ? HASH.substring(1) : HASH;
    String positions =
        "{\"positions\":{\"%s\":{\"seq\":%d,\"hash\":\"%s\"}}}".formatted(ledger, seq, hash);
    assertThat(faults(tree(positions))).isEqualTo(pointer == null ? List.of() : List.of(pointer));
  }

  @ParameterizedTest
  @CsvSource({"2000, true", "2001, false"})
  void placesHaveALimit(int count, boolean taken) throws JsonProcessingException {
    ObjectNode positions = tree("{}");
    for (int i = 0; i < count; i++) {
      positions.set("progress/" + (100000 + i), tree("{\"seq\":1,\"hash\":\"" + HASH + "\"}"));
    }
    ObjectNode patch = tree("{}");
    patch.set("positions", positions);
    assertThat(faults(patch)).isEqualTo(taken ? List.of() : List.of("/positions"));
  }
}
