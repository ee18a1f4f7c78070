package duban.ledger.append;

import duban.ledger.chain.NewEvent;
import java.util.List;
import java.util.OptionalLong;

/**
 * One request: its events are appended together or not at all.
 *
 * @param expectedSeq where the caller believes the ledger to stand; the request is refused if it
 *     stands elsewhere
 */
public record Append(List<NewEvent> events, OptionalLong expectedSeq) {

  public Append {
    if (events.isEmpty()) {
      throw new IllegalArgumentException("an append without events");
    }
    events = List.copyOf(events);
  }

  public static Append of(NewEvent event) {
    return new Append(List.of(event), OptionalLong.empty());
  }

  public static Append of(List<NewEvent> events) {
    return new Append(events, OptionalLong.empty());
  }
}
