package duban.reporting.intake;

import duban.reporting.owner.OwnerLedgers;
import duban.reporting.projection.Positions;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.logging.Logger;

/**
 * Looks now and then at where the owners' ledgers stand. What stood beyond a mark at the last look
 * and still does at this one did not come through Kafka (a lost topic, an unreadable last message)
 * and is fetched; a ledger that merely moves fast is left to Kafka.
 */
@ApplicationScoped
class Reconciliation {

  private static final Logger LOG = Logger.getLogger(Reconciliation.class);

  private final OwnerLedgers owners;
  private final Positions positions;
  private final CatchUp catchUp;
  private volatile Map<String, Long> lastHeads = Map.of();

  Reconciliation(OwnerLedgers owners, Positions positions, CatchUp catchUp) {
    this.owners = owners;
    this.positions = positions;
    this.catchUp = catchUp;
  }

  @Scheduled(
      every = "${duban.intake.reconcile-every:60s}",
      delayed = "${duban.intake.reconcile-every:60s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> reconcile() {
    return owners
        .heads()
        .chain(heads -> positions.all().map(marks -> missing(heads, marks)))
        .chain(this::fetch)
        .onFailure()
        .invoke(failure -> LOG.warnf("could not reconcile: %s", failure))
        .onFailure()
        .recoverWithNull();
  }

  private List<String> missing(Map<String, Long> heads, Map<String, Long> marks) {
    Map<String, Long> before = lastHeads;
    lastHeads = new TreeMap<>(heads);
    return before.entrySet().stream()
        .filter(head -> marks.getOrDefault(head.getKey(), 0L) < head.getValue())
        .map(Map.Entry::getKey)
        .toList();
  }

  private Uni<Void> fetch(List<String> ledgers) {
    return Multi.createFrom()
        .iterable(ledgers)
        .onItem()
        .transformToUniAndConcatenate(catchUp::with)
        .collect()
        .last();
  }
}
