package duban.reporting.intake;

import duban.contracts.Topics;
import duban.ledger.chain.LedgerEvent;
import duban.ledger.mark.Sifted.Gap;
import duban.reporting.intake.Delivery.Unreadable;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * The two consumers. Each takes one batch at a time and lets go of it only when it is applied, so
 * an offset is never committed past an event that is not in the database.
 */
@ApplicationScoped
public class Intake {

  private static final Logger LOG = Logger.getLogger(Intake.class);

  private final Applying applying;
  private final CatchUp catchUp;
  private final DeadLetters deadLetters;
  private final IntakeState state;
  private final IntakeSettings settings;

  Intake(
      Applying applying,
      CatchUp catchUp,
      DeadLetters deadLetters,
      IntakeState state,
      IntakeSettings settings) {
    this.applying = applying;
    this.catchUp = catchUp;
    this.deadLetters = deadLetters;
    this.state = state;
    this.settings = settings;
  }

  @Incoming("plans")
  Uni<Void> plans(ConsumerRecords<String, String> messages) {
    return take(Topics.PLANS, messages);
  }

  @Incoming("progress")
  Uni<Void> progress(ConsumerRecords<String, String> messages) {
    return take(Topics.PROGRESS, messages);
  }

  private Uni<Void> take(String topic, ConsumerRecords<String, String> messages) {
    Delivery delivery = Delivery.read(messages);
    return untilDone(topic, deadLetters.put(delivery.unreadable()))
        .chain(() -> untilDone(topic, applied(delivery.links())))
        .chain(() -> untilDone(topic, caughtUp(suspects(delivery.unreadable()))));
  }

  /** A ledger of which a message was unreadable is fetched at once, not when the next one comes. */
  private static Collection<String> suspects(List<Unreadable> unreadable) {
    return unreadable.stream()
        .flatMap(one -> one.ledger().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Uni<Void> applied(List<LedgerEvent> links) {
    return applying
        .apply(links)
        .chain(outcome ->
            outcome.gaps().isEmpty()
                ? Uni.createFrom().voidItem()
                : caughtUp(ledgers(outcome.gaps())).chain(() -> appliedWithoutGap(links)));
  }

  /** An owner that has not got as far as what came (its restored copy, say) fills no gap. */
  private Uni<Void> appliedWithoutGap(List<LedgerEvent> links) {
    return applying
        .apply(links)
        .invoke(outcome ->
            outcome.gaps().stream()
                .findFirst()
                .ifPresent(gap -> {
                  throw new GapRemains(gap);
                }))
        .replaceWithVoid();
  }

  private static Collection<String> ledgers(List<Gap> gaps) {
    return gaps.stream().map(Gap::ledger).collect(Collectors.toCollection(TreeSet::new));
  }

  private Uni<Void> caughtUp(Collection<String> ledgers) {
    return Multi.createFrom()
        .iterable(ledgers)
        .onItem()
        .transformToUniAndConcatenate(catchUp::with)
        .collect()
        .last();
  }

  /** For ever: what is given up here would be missing in every report. */
  private Uni<Void> untilDone(String topic, Uni<Void> work) {
    return work.onFailure()
        .invoke(failure -> {
          if (state.failed(topic, failure)) {
            LOG.warnf("will be repeated until it goes well: topic=%s why=%s", topic, failure);
          }
        })
        .onFailure()
        .retry()
        .withBackOff(settings.firstBackOff(), settings.longestBackOff())
        .indefinitely()
        .invoke(() -> {
          if (state.recovered(topic)) {
            LOG.infof("goes on: topic=%s", topic);
          }
        });
  }
}
