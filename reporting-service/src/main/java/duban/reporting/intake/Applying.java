package duban.reporting.intake;

import duban.ledger.chain.LedgerEvent;
import duban.reporting.projection.Projection;
import duban.reporting.projection.Projection.Outcome;
import duban.reporting.projection.Ticker;
import duban.reporting.rebuild.Serving;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Applies events, counts them, and tells anew what another catalogue has made stale. */
@ApplicationScoped
class Applying {

  private final Projection projection;
  private final Ticker ticker;
  private final Serving serving;
  private final MeterRegistry meters;

  Applying(Projection projection, Ticker ticker, Serving serving, MeterRegistry meters) {
    this.projection = projection;
    this.serving = serving;
    this.ticker = ticker;
    this.meters = meters;
  }

  /** Waits while this version's tables are being built, which takes the same events in. */
  Uni<Outcome> apply(List<LedgerEvent> links) {
    return serving
        .begun()
        .chain(() -> projection.apply(links))
        .invoke(outcome -> meters.counter("duban.events.applied").increment(outcome.applied()))
        .call(outcome -> outcome.catalogueChanged() ? ticker.tick() : Uni.createFrom().nullItem());
  }
}
