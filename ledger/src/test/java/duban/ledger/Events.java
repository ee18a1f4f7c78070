package duban.ledger;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import duban.ledger.chain.CanonicalJson;
import duban.ledger.chain.NewEvent;
import org.jspecify.annotations.Nullable;

/** Events for tests: the same id and value always make the same event. */
public final class Events {

  private Events() {}

  public static NewEvent said(String id, long value) {
    return event(id, "test.said.v1", "subject-" + Math.floorMod(value, 3), null, value);
  }

  /** An event that takes an earlier one back, in the words of this test's service. */
  public static NewEvent takenBack(String id, String refers) {
    return event(id, "test.taken-back.v1", refers, refers, 0);
  }

  private static NewEvent event(
      String id, String type, String subject, @Nullable String refers, long value) {
    return new NewEvent(
        id,
        type,
        subject,
        refers,
        CanonicalJson.canonical(
            JsonNodeFactory.instance.objectNode().put("value", value).put("by", "tester")));
  }
}
