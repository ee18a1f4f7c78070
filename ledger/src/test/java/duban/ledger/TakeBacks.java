package duban.ledger;

import duban.ledger.append.Decider;
import duban.ledger.append.Past;
import duban.ledger.chain.NewEvent;
import java.util.Optional;

/** A small service's rule: only what is there can be taken back, and only once. */
public final class TakeBacks implements Decider<String> {

  @Override
  public Optional<String> refusal(NewEvent event, Past past) {
    String earlier = java.util.Objects.requireNonNull(event.refers());
    if (past.event(earlier).isEmpty()) {
      return Optional.of("unknown");
    }
    return past.referringTo(earlier).isEmpty() ? Optional.empty() : Optional.of("again");
  }
}
