package duban.ledger.append;

import duban.ledger.chain.Hash;
import java.time.Instant;

/** Where a ledger stands: its last link. */
record Head(long seq, Hash hash, Instant recordedAt) {

  static final Head EMPTY = new Head(0, Hash.ZERO, Instant.EPOCH);
}
