package duban.progress.replica;

import duban.contracts.DistrictCode;
import duban.contracts.Ledgers;
import duban.ledger.chain.LedgerEvent;
import duban.ledger.relay.LedgerMessage;
import duban.ledger.relay.UnreadableMessage;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/** Takes the plans ledgers from Kafka, a batch at a time. */
@ApplicationScoped
public class PlanFeed {

  private static final Logger LOG = Logger.getLogger(PlanFeed.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final LedgerFollower follower;
  private final DeadLetters deadLetters;

  /** Virtual threads, because following waits for the database and sometimes for the owner. */
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  PlanFeed(LedgerFollower follower, DeadLetters deadLetters) {
    this.follower = follower;
    this.deadLetters = deadLetters;
  }

  /**
   * What of a batch can be followed, and which ledgers have a link in it that cannot be, and why.
   */
  private record Sorted(Map<LedgerEvent, PlanChange> links, Map<String, String> torn) {}

  /**
   * The next batch comes when this one is done. A batch is never given up: while the database is
   * away it is tried again, since nothing behind it could be applied either.
   */
  @Incoming("plans")
  public Uni<Void> take(ConsumerRecords<String, String> batch) {
    return untilDone(() -> sort(batch))
        .chain(sorted ->
            untilDone(() -> {
              follow(sorted);
              return sorted;
            }))
        .replaceWithVoid();
  }

  private <T> Uni<T> untilDone(Supplier<T> step) {
    return Uni.createFrom()
        .item(step)
        .runSubscriptionOn(threads)
        .onFailure()
        .invoke(failure -> LOG.warnf("plans are not followed: %s", failure.getMessage()))
        .onFailure()
        .retry()
        .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
        .indefinitely();
  }

  private Sorted sort(ConsumerRecords<String, String> batch) {
    Map<LedgerEvent, PlanChange> links = new HashMap<>();
    Map<String, String> torn = new LinkedHashMap<>();
    for (ConsumerRecord<String, String> message : batch) {
      try {
        LedgerEvent link = LedgerMessage.read(message);
        links.put(link, PlanChange.of(link));
      } catch (UnreadableMessage | UnreadablePlan e) {
        String why = String.valueOf(e.getMessage());
        Optional<String> ledger = ledgerOf(message);
        deadLetters.send(message, why, ledger.orElse(null));
        ledger.ifPresent(name -> torn.put(name, why));
      }
    }
    return new Sorted(links, torn);
  }

  private void follow(Sorted sorted) {
    sorted.torn().forEach(follower::hold);
    follower.follow(sorted.links());
    sorted.torn().keySet().forEach(follower::catchUp);
  }

  /** Ledgers that wait for their owner. */
  public List<Held> held() {
    return follower.held();
  }

  /** The key names the ledger even when the rest of the message says nothing. */
  static Optional<String> ledgerOf(ConsumerRecord<String, String> message) {
    String key = message.key();
    boolean known =
        key != null && (DistrictCode.isValid(key) || Ledgers.plans(key).equals(Ledgers.CATALOGUE));
    return known ? Optional.of(Ledgers.plans(key)) : Optional.empty();
  }
}
