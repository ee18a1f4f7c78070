package duban.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import duban.ledger.chain.CanonicalJson;
import duban.ledger.chain.IndexKeys;
import duban.ledger.chain.NewEvent;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Events for tests: the same id and value always make the same event. */
public final class Events {

  private Events() {}

  public static NewEvent said(String id, long value) {
    return event(id, "test.said.v1", subjectOf(value), null, value);
  }

  /** An event that takes an earlier one back, in the words of this test's service. */
  public static NewEvent takenBack(String id, String refers) {
    return event(id, "test.taken-back.v1", refers, refers, 0);
  }

  /** An event about what an earlier one is about. */
  public static NewEvent seconded(String id, String refers, String subject) {
    return event(id, "test.seconded.v1", subject, refers, 0);
  }

  /** How the columns of these events follow from their bodies; pure, as a service's would be. */
  public static Optional<IndexKeys> keys(String type, String body) {
    JsonNode content = tree(body);
    String earlier = content.path("earlier").textValue();
    return switch (type) {
      case "test.said.v1" ->
          Optional.of(new IndexKeys(subjectOf(content.path("value").longValue()), null));
      case "test.taken-back.v1" -> Optional.of(new IndexKeys(earlier, earlier));
      case "test.seconded.v1" -> Optional.of(IndexKeys.following(earlier));
      default -> Optional.empty();
    };
  }

  private static String subjectOf(long value) {
    return "subject-" + Math.floorMod(value, 3);
  }

  private static NewEvent event(
      String id, String type, String subject, @Nullable String refers, long value) {
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("value", value).put("by", "tester");
    if (refers != null) {
      body.put("earlier", refers);
    }
    return new NewEvent(id, type, subject, refers, CanonicalJson.canonical(body));
  }

  private static JsonNode tree(String body) {
    try {
      return new JsonMapper().readTree(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
