package duban.reporting.verification;

import duban.ledger.chain.Chain;
import duban.ledger.chain.Hash;
import duban.ledger.chain.LedgerEvent;

/** Recomputes a ledger's chain while it is read; the reader then trusts nobody's word for it. */
final class ChainWalk {

  private final String ledger;
  private final Findings findings;
  private long seq;
  private Hash hash = Hash.ZERO;

  ChainWalk(String ledger, Findings findings) {
    this.ledger = ledger;
    this.findings = findings;
  }

  long seq() {
    return seq;
  }

  void step(LedgerEvent link) {
    String key = ledger + "/" + link.seq();
    findings.compare("ledger", key, "seq", link.seq(), seq + 1);
    Hash expected =
        Chain.link(hash, link.seq(), link.id(), link.type(), link.recordedAt(), link.bodyDigest());
    findings.compare("ledger", key, "hash", link.hash(), expected);
    seq = link.seq();
    hash = link.hash();
  }
}
