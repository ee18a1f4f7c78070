package duban.ledger.read;

import java.util.Optional;

/**
 * What recomputing a whole ledger showed.
 *
 * @param head where the ledger stood when it was verified
 * @param events links looked at
 * @param erased links whose body was erased; the chain holds over their digests, and nothing says
 *     any more what their columns must be
 * @param fault the first link that is not what it was when appended; empty when all are
 */
public record Verification(LedgerHead head, long events, long erased, Optional<Fault> fault) {

  /**
   * A link that does not hold, or whose columns do not follow from its body, and why, in plain
   * English.
   */
  public record Fault(long seq, String why) {}
}
