package duban.ledger.letter;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message that was put aside; what it carries is left out.
 *
 * @param letter its name: {@code <topic>-<partition>-<offset>}, of the dead-letter topic
 * @param at when it was put aside
 * @param reason why it could not be read; null where nobody said
 * @param from where it came from; null where nobody said
 * @param key the message's key, which names the ledger even where nothing else does
 * @param ledger as the message says, else as its key does; null when neither names one
 * @param seq as the message says; null when it does not
 * @param chars the length of what it carries
 * @param mark how far the reader has applied that ledger; null when it has none of it
 * @param redriven each time that it was taken again, the first time first
 */
public record DeadLetter(
    String letter,
    String topic,
    int partition,
    long offset,
    Instant at,
    State state,
    @Nullable String reason,
    @Nullable Origin from,
    @Nullable String key,
    @Nullable String ledger,
    @Nullable Long seq,
    @Nullable String type,
    int chars,
    @Nullable Long mark,
    List<Redrive> redriven) {

  /** Where a message came from. */
  public record Origin(String topic, int partition, long offset) {}

  /** Held against the reader's marks. */
  public DeadLetter against(Map<String, Long> marks) {
    Long reached = ledger == null ? null : marks.get(ledger);
    return new DeadLetter(
        letter,
        topic,
        partition,
        offset,
        at,
        State.of(seq, reached, redriven),
        reason,
        from,
        key,
        ledger,
        seq,
        type,
        chars,
        reached,
        redriven);
  }
}
