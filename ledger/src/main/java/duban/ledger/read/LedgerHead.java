package duban.ledger.read;

import duban.ledger.chain.Hash;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A ledger's last link; whoever keeps {@code (seq, hash)} can prove later that nothing up to it was
 * rewritten.
 *
 * @param seq 0 when the ledger is empty, with {@link Hash#ZERO}
 * @param recordedAt null when the ledger is empty
 */
public record LedgerHead(String ledger, long seq, Hash hash, @Nullable Instant recordedAt) {

  public static LedgerHead empty(String ledger) {
    return new LedgerHead(ledger, 0, Hash.ZERO, null);
  }
}
