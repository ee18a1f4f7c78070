package duban.ledger.append;

import duban.ledger.chain.NewEvent;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * One request: its events are appended together or not at all.
 *
 * @param expectedSeq where the caller believes the ledger to stand; the request is refused if it
 *     stands elsewhere
 * @param at when it is said, for a system that plays a day of its own; null: now, by the ledger's
 *     clock
 */
public record Append(List<NewEvent> events, OptionalLong expectedSeq, @Nullable Instant at) {

  public Append {
    if (events.isEmpty()) {
      throw new IllegalArgumentException("an append without events");
    }
    events = List.copyOf(events);
  }

  public Append(List<NewEvent> events, OptionalLong expectedSeq) {
    this(events, expectedSeq, null);
  }

  public static Append of(NewEvent event) {
    return new Append(List.of(event), OptionalLong.empty());
  }

  public static Append of(List<NewEvent> events) {
    return new Append(events, OptionalLong.empty());
  }

  /** The same request, said at that moment. */
  public Append at(@Nullable Instant moment) {
    return new Append(events, expectedSeq, moment);
  }
}
