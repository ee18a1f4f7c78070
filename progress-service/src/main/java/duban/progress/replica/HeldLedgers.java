package duban.progress.replica;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Looks after what Kafka alone would not mend: ledgers that are held, and links whose message never
 * came and that no later message betrays.
 */
@ApplicationScoped
class HeldLedgers {

  private static final Logger LOG = Logger.getLogger(HeldLedgers.class);

  private final LedgerFollower follower;
  private final ReplicaSettings settings;
  private final CountDownLatch stopping = new CountDownLatch(1);

  HeldLedgers(LedgerFollower follower, ReplicaSettings settings) {
    this.follower = follower;
    this.settings = settings;
  }

  void start(@Observes StartupEvent started, MeterRegistry meters) {
    Gauge.builder("duban.replica.held.ledgers", follower, f -> f.held().size())
        .description("plans ledgers that wait for their owner")
        .register(meters);
    Thread.ofVirtual().name("held-ledgers").start(this::lookAfter);
  }

  void stop(@Observes ShutdownEvent stopped) {
    stopping.countDown();
  }

  private void lookAfter() {
    Instant compared = Instant.EPOCH;
    while (!stopped(settings.retryHeld())) {
      try {
        follower.held().forEach(held -> follower.catchUp(held.ledger()));
        if (compared.plus(settings.compareHeads()).isBefore(Instant.now())) {
          follower.compareHeads();
          compared = Instant.now();
        }
      } catch (PeerUnavailable e) {
        LOG.debugf("cannot compare the plans ledgers' heads: %s", e.getMessage());
        compared = Instant.now();
      } catch (RuntimeException e) {
        LOG.warnf("cannot look after the plans ledgers: %s", e.getMessage());
      }
    }
  }

  private boolean stopped(Duration pause) {
    try {
      return stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
