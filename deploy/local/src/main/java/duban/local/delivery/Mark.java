package duban.local.delivery;

import java.util.List;

/**
 * How far a posting came. The receipt proves it: a ledger that still has this hash at this seq has
 * everything that was acknowledged before.
 *
 * @param line the last line of which an answer was heard
 * @param refused lines up to there that are not in the ledger and are sent again
 */
record Mark(long line, long seq, String hash, List<Long> refused) {

  static final Mark NONE = new Mark(0, 0, "", List.of());
}
