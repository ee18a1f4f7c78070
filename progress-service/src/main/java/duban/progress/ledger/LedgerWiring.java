package duban.progress.ledger;

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
import duban.progress.rules.FollowUps;
import duban.progress.rules.Indexing;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.apache.kafka.clients.producer.Producer;

/** The ledgers and their relay as the service uses them: limits, clock, start and orderly end. */
@ApplicationScoped
public class LedgerWiring {

  private static final String SOURCE = "/progress-service";
  private static final int LINKS_VERIFIED_AT_A_TIME = 1_000;
  private static final Duration PRODUCER_CLOSE = Duration.ofSeconds(5);

  @Produces
  @Singleton
  LedgerLimits limits(LedgerSettings settings) {
    return new LedgerLimits(
        settings.maxEventsPerAppend(),
        settings.maxBodyChars(),
        settings.maxQueuedEvents(),
        settings.maxEventsPerCommit());
  }

  @Produces
  @Singleton
  Producer<String, String> producer(LedgerSettings settings) {
    return RelayProducer.connect(settings.kafka(), "progress-service");
  }

  @Produces
  @Singleton
  Relay relay(Pool pool, Producer<String, String> producer) {
    RelayRoute route = new RelayRoute(Topics.PROGRESS, SOURCE, Ledgers::key);
    return new Relay(pool, producer, route, RelayLimits.defaults());
  }

  @Produces
  @Singleton
  Ledger<Problem> ledger(Pool pool, Relay relay, LedgerLimits limits, RecordingClock clock) {
    return new Ledger<>(pool, new FollowUps(), limits, clock, relay::wake);
  }

  @Produces
  @Singleton
  LedgerReader reader(Pool pool) {
    return new LedgerReader(pool);
  }

  @Produces
  @Singleton
  LedgerVerifier verifier(LedgerReader reader) {
    return new LedgerVerifier(reader, new Indexing(), LINKS_VERIFIED_AT_A_TIME);
  }

  void start(@Observes StartupEvent started, Relay relay) {
    relay.start();
  }

  /**
   * First no more appends, then no more relaying (what is left is sent after the next start), and
   * the producer last, because the relay still needs it.
   */
  void stop(
      @Observes ShutdownEvent stopping,
      Ledger<Problem> ledger,
      Relay relay,
      Producer<String, String> producer) {
    ledger.close();
    relay.close();
    producer.close(PRODUCER_CLOSE);
  }
}
