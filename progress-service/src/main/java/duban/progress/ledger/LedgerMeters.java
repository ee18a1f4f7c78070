package duban.progress.ledger;

import duban.contracts.problem.Problem;
import duban.ledger.append.Ledger;
import duban.ledger.relay.Relay;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * What a watcher of the ledgers needs: events and the groups they were committed in (their quotient
 * is the group size), what waits for a commit, and what waits for Kafka.
 */
@ApplicationScoped
public class LedgerMeters {

  private static final Duration LAG_EVERY = Duration.ofSeconds(5);

  private final Ledger<Problem> ledger;
  private final Relay relay;
  private final AtomicLong relayLag = new AtomicLong();
  private @Nullable Cancellable looking;

  LedgerMeters(Ledger<Problem> ledger, Relay relay) {
    this.ledger = ledger;
    this.relay = relay;
  }

  /** Links committed and not yet known to be in Kafka, as last looked at. */
  public long relayLag() {
    return relayLag.get();
  }

  void start(@Observes StartupEvent started, MeterRegistry meters) {
    FunctionCounter.builder("duban.ledger.events", ledger, l -> l.stats().events())
        .description("events committed by this process")
        .register(meters);
    FunctionCounter.builder("duban.ledger.groups", ledger, l -> l.stats().groups())
        .description("transactions they were committed in")
        .register(meters);
    Gauge.builder("duban.ledger.queued.events", ledger, l -> l.stats().queuedEvents())
        .description("events that wait for a commit")
        .register(meters);
    Gauge.builder("duban.relay.lag.events", relayLag, AtomicLong::get)
        .description("events committed and not yet sent to Kafka, over all processes")
        .register(meters);
    looking =
        Multi.createFrom()
            .ticks()
            .every(LAG_EVERY)
            .onOverflow()
            .drop()
            .onItem()
            .transformToUniAndConcatenate(
                tick -> relay.lag().onFailure().recoverWithItem(relayLag::get))
            .subscribe()
            .with(relayLag::set);
  }

  void stop(@Observes ShutdownEvent stopping) {
    if (looking != null) {
      looking.cancel();
    }
  }
}
