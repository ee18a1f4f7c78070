package duban.ledger.append;

import duban.ledger.chain.Hash;
import java.time.Instant;
import java.util.List;

/**
 * What became of an append.
 *
 * @param <R> the owning service's word for a refusal
 */
public sealed interface Answer<R> {

  /** Committed; one receipt an event, in the request's order. */
  record Appended<R>(List<Receipt> receipts) implements Answer<R> {}

  /** The id of the event at {@code index} was used before, for other content. */
  record Conflicting<R>(int index, String id) implements Answer<R> {}

  /** The ledger stands at {@code actualSeq}, not where the caller expected it. */
  record Elsewhere<R>(long actualSeq) implements Answer<R> {}

  /** The owning service refused the event at {@code index}. */
  record Refused<R>(int index, R reason) implements Answer<R> {}

  /** The ledger's queue is full; nothing was done and the caller may come again. */
  record TryLater<R>() implements Answer<R> {}

  /**
   * Where an event stands.
   *
   * @param duplicate whether it had been appended before, and this is the first answer again
   */
  record Receipt(
      String ledger, long seq, String id, Hash hash, Instant recordedAt, boolean duplicate) {}
}
