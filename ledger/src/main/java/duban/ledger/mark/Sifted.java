package duban.ledger.mark;

import duban.ledger.chain.LedgerEvent;
import java.util.List;

/**
 * What a reader may do with what arrived.
 *
 * @param ready to be applied now, each ledger's in order
 * @param gaps links that must be fetched from the owner before those behind them may be applied
 * @param duplicates how many were dropped because they had been applied before
 */
public record Sifted(List<LedgerEvent> ready, List<Gap> gaps, int duplicates) {

  /** The links of {@code ledger} past {@code after} and before {@code before} are missing. */
  public record Gap(String ledger, long after, long before) {}
}
