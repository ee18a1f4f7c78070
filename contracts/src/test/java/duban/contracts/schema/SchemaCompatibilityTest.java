package duban.contracts.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import duban.contracts.Json;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaCompatibilityTest {

  private static final String PUBLISHED =
      """
      {"type":"object",
       "properties":{"target":{"type":"string"},"value":{"type":"number","minimum":0},
                     "step":{"enum":["planned","started"]},
                     "list":{"type":"array","items":{"type":"object","required":["a"]}}},
       "required":["target","value"]}
      """;

  static Stream<Path> published() {
    return EventShapes.files(EventShapes.PUBLISHED).stream();
  }

  static Stream<Path> schemas() {
    return EventShapes.files(EventShapes.SCHEMAS).stream();
  }

  @ParameterizedTest
  @MethodSource("published")
  void a_published_schema_stays_valid(Path published) {
    Path current = EventShapes.SCHEMAS.resolve(published.getFileName());
    assertThat(current).exists();
    assertThat(Compatibility.breaks(json(published), json(current))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void a_schema_is_published_and_bears_its_own_address(Path schema) {
    assertThat(EventShapes.PUBLISHED.resolve(schema.getFileName()))
        .as("copy a new schema into schemas-published: from then on it is a promise")
        .exists();
    assertThat(json(schema).get("$id").asText())
        .isEqualTo("https://duban.cn/schemas/" + schema.getFileName());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"required\":[\"target\",\"value\"] | \"required\":[\"target\",\"value\",\"step\"]"
            + " | #/required asks for step",
        "\"value\":{\"type\":\"number\" | \"value\":{\"type\":\"string\""
            + " | #/properties/value/type changed",
        "\"target\":{\"type\":\"string\"}, | `` | #/properties/target is gone",
        "\"minimum\":0 | \"minimum\":1 | #/properties/value/minimum changed",
        "[\"planned\",\"started\"] | [\"planned\"] | #/properties/step/enum lost started",
        "\"required\":[\"a\"] | \"required\":[\"a\",\"b\"]"
            + " | #/properties/list/items/required asks for b",
        "\"target\":{\"type\":\"string\"} | \"target\":{\"type\":\"string\",\"maxLength\":9}"
            + " | #/properties/target/maxLength changed"
      })
  void a_break_is_found(String was, String is, String found) throws Exception {
    assertThat(PUBLISHED).contains(was);
    String current = PUBLISHED.replace(was, is == null ? "" : is);
    assertThat(
            Compatibility.breaks(
                Json.lenient().readTree(PUBLISHED), Json.lenient().readTree(current)))
        .containsExactly(found);
  }

  @Test
  void growing_is_allowed() throws Exception {
    String grown =
        PUBLISHED
            .replace("\"required\":[\"target\",\"value\"]", "\"required\":[\"target\"]")
            .replace("\"minimum\":0", "\"description\":\"any\"")
            .replace("[\"planned\",\"started\"]", "[\"planned\",\"started\",\"completed\"]")
            .replace("\"target\":", "\"note\":{\"type\":\"string\"},\"target\":");
    assertThat(
            Compatibility.breaks(
                Json.lenient().readTree(PUBLISHED), Json.lenient().readTree(grown)))
        .isEmpty();
  }

  private static JsonNode json(Path file) {
    try {
      return Json.lenient().readTree(EventShapes.text(file));
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new AssertionError(file + " is not JSON", e);
    }
  }
}
