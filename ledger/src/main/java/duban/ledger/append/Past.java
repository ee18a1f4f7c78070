package duban.ledger.append;

import java.util.List;
import java.util.Optional;

/** What a ledger already holds of the facts that a group of new events refers to. */
public interface Past {

  /** The event with this id. */
  Optional<Fact> event(String id);

  /** The events that refer to this id or key, oldest first. */
  List<Fact> referringTo(String key);

  record Fact(long seq, String id, String type, String subject) {}
}
