package duban.ledger.read;

import duban.ledger.chain.IndexKeys;
import java.util.Optional;

/**
 * How the columns that index an event follow from its body. Only the owning service knows; it makes
 * its new events by the same function, or the two would drift apart.
 */
@FunctionalInterface
public interface IndexRule {

  /**
   * Empty for a type that this version does not know: a newer one wrote it.
   *
   * @param type full, versioned name
   * @param body canonical JSON
   * @throws RuntimeException when the body does not say it
   */
  Optional<IndexKeys> keys(String type, String body);

  /** For events that are found by their position alone. */
  static IndexRule none() {
    return (type, body) -> Optional.empty();
  }
}
