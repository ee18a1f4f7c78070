package duban.ledger.append;

import duban.ledger.chain.NewEvent;
import java.util.Optional;

/**
 * The owning service's decision on an event, taken inside the append and under the ledger's order.
 * It must be pure: it is asked again when a transaction is repeated.
 *
 * @param <R> the service's word for a refusal
 */
@FunctionalInterface
public interface Decider<R> {

  /**
   * Asked only of events whose {@link NewEvent#refers} is set; {@code past} knows the events that
   * have this id or refer to it, those earlier in the same group included.
   */
  Optional<R> refusal(NewEvent event, Past past);

  /** For a ledger whose events stand alone. */
  static <R> Decider<R> none() {
    return (event, past) -> Optional.empty();
  }
}
