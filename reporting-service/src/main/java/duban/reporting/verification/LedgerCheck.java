package duban.reporting.verification;

import duban.ledger.chain.LedgerEvent;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Compares what is kept of a ledger with the ledger, a page at a time. */
interface LedgerCheck {

  /**
   * @param links at least one, in order
   */
  Uni<Void> page(String ledger, List<LedgerEvent> links, Findings findings);

  /** After the last page, which ended at {@code seq}. */
  Uni<Void> end(String ledger, long seq, Findings findings);
}
