package duban.plans.publication;

import duban.contracts.Ledgers;
import duban.contracts.Topics;
import duban.contracts.problem.Problem;
import duban.door.RecordingClock;
import duban.ledger.append.Ledger;
import duban.ledger.append.LedgerLimits;
import duban.ledger.read.LedgerReader;
import duban.ledger.read.LedgerVerifier;
import duban.ledger.relay.Relay;
import duban.ledger.relay.RelayLimits;
import duban.ledger.relay.RelayProducer;
import duban.ledger.relay.RelayRoute;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.apache.kafka.clients.producer.Producer;

/** Puts the ledger, its reader and its relay together and ends them in the opposite order. */
@Singleton
public class PublicationWiring {

  private static final String SOURCE = "/plans-service";
  private static final int MOST_EVENTS_PER_COMMIT = 16;

  /** Few, because a link may carry a whole plan. */
  private static final int LINKS_VERIFIED_AT_A_TIME = 20;

  private static final Duration PRODUCER_PATIENCE = Duration.ofSeconds(5);

  private final Producer<String, String> producer;
  private final Relay relay;
  private final Ledger<Problem> ledger;
  private final LedgerReader reader;

  PublicationWiring(Pool pool, PublicationConfig config, RecordingClock clock) {
    this.producer = RelayProducer.connect(config.kafka(), "plans-service");
    this.relay =
        new Relay(
            pool,
            producer,
            new RelayRoute(Topics.PLANS, SOURCE, Ledgers::key),
            RelayLimits.defaults());
    LedgerLimits limits =
        new LedgerLimits(
            1, config.maxBodyCharacters(), config.maxQueuedEvents(), MOST_EVENTS_PER_COMMIT);
    this.ledger = new Ledger<>(pool, new Order(), limits, clock, relay::wake);
    this.reader = new LedgerReader(pool);
  }

  @Produces
  @Singleton
  Ledger<Problem> ledger() {
    return ledger;
  }

  @Produces
  @Singleton
  LedgerReader reader() {
    return reader;
  }

  @Produces
  @Singleton
  LedgerVerifier verifier() {
    return new LedgerVerifier(reader, new Indexing(), LINKS_VERIFIED_AT_A_TIME);
  }

  @Produces
  @Singleton
  Relay relay() {
    return relay;
  }

  void start(@Observes StartupEvent event) {
    relay.start();
  }

  void stop(@Observes ShutdownEvent event) {
    ledger.close();
    relay.close();
    producer.close(PRODUCER_PATIENCE);
  }
}
