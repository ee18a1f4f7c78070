package duban.reporting.verification;

import duban.ledger.chain.LedgerEvent;
import java.util.List;

/** Compares what is kept of a ledger with the ledger, a page at a time; it blocks. */
interface LedgerCheck {

  /**
   * @param links at least one, in order
   */
  void page(String ledger, List<LedgerEvent> links, Findings findings);

  /** After the last page, which ended at {@code seq}. */
  void end(String ledger, long seq, Findings findings);
}
