package duban.reporting.intake;

import duban.ledger.chain.LedgerEvent;
import duban.reporting.owner.OwnerLedgers;
import duban.reporting.projection.Positions;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;

/** Fetches from a ledger's owner what Kafka did not bring, and applies it page by page. */
@ApplicationScoped
class CatchUp {

  private static final Logger LOG = Logger.getLogger(CatchUp.class);

  private final OwnerLedgers owners;
  private final Positions positions;
  private final Applying applying;
  private final MeterRegistry meters;

  CatchUp(OwnerLedgers owners, Positions positions, Applying applying, MeterRegistry meters) {
    this.owners = owners;
    this.positions = positions;
    this.applying = applying;
    this.meters = meters;
  }

  /** Applies the ledger up to where its owner has it. */
  Uni<Void> with(String ledger) {
    return Multi.createBy()
        .repeating()
        .uni(() -> nextPage(ledger))
        .whilst(fetched -> fetched > 0)
        .collect()
        .in(() -> new long[1], (sum, fetched) -> sum[0] += fetched)
        .invoke(sum -> told(ledger, sum[0]))
        .replaceWithVoid();
  }

  private Uni<Integer> nextPage(String ledger) {
    return positions
        .of(ledger)
        .chain(seq -> owners.after(ledger, seq).chain(page -> apply(ledger, seq, page)));
  }

  private Uni<Integer> apply(String ledger, long seq, List<LedgerEvent> page) {
    if (!page.isEmpty() && page.getFirst().seq() != seq + 1) {
      return Uni.createFrom()
          .failure(new IllegalStateException("the owner has no " + ledger + " past " + seq));
    }
    return applying.apply(page).replaceWith(page.size());
  }

  private void told(String ledger, long fetched) {
    if (fetched > 0) {
      LOG.warnf("fetched from the owner: ledger=%s events=%d", ledger, fetched);
      meters.counter("duban.events.fetched", "ledger", ledger).increment((double) fetched);
    }
  }
}
