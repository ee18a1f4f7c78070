package duban.contracts.schema;

import static org.assertj.core.api.Assertions.assertThat;

import duban.contracts.Json;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/events.md shows one example a type, and they are the golden files. */
class EventsDocumentTest {

  private static final Pattern EXAMPLE =
      Pattern.compile("### (\\S+)\\n.*?```json\\n(.*?)```", Pattern.DOTALL);

  @Test
  void the_document_shows_every_type_as_its_golden_file_has_it() throws Exception {
    Map<String, String> examples = new TreeMap<>();
    Matcher example = EXAMPLE.matcher(EventShapes.text(EventShapes.DOCUMENT));
    while (example.find()) {
      examples.put(example.group(1), example.group(2));
    }
    assertThat(examples.keySet()).isEqualTo(EventShapes.all().keySet());
    for (Map.Entry<String, String> shown : examples.entrySet()) {
      String golden = EventShapes.text(EventShapes.GOLDEN.resolve(shown.getKey() + ".json"));
      assertThat(Json.lenient().readTree(shown.getValue()))
          .as(shown.getKey())
          .isEqualTo(Json.lenient().readTree(golden));
    }
  }
}
