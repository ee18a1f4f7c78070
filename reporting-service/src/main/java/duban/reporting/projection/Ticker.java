package duban.reporting.projection;

import duban.reporting.calendar.Calendar;
import duban.reporting.store.Transactions;
import duban.reporting.target.TargetStore;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Lights move with the calendar alone: when the day has turned, or the catalogue changed, every
 * standing that was told under another is told anew, a district at a time. Which those are is seen
 * from the rows, so a tick that was killed goes on where it stood, and of two replicas the second
 * finds nothing left to do.
 */
@ApplicationScoped
public class Ticker {

  private static final Logger LOG = Logger.getLogger(Ticker.class);

  /** Targets of one transaction, so that a district is never locked for long. */
  private static final int TARGETS_AT_ONCE = 500;

  private final Calendar calendar;
  private final Transactions transactions;
  private final TargetStore targets;
  private final Projection projection;

  Ticker(Calendar calendar, Transactions transactions, TargetStore targets, Projection projection) {
    this.calendar = calendar;
    this.transactions = transactions;
    this.targets = targets;
    this.projection = projection;
  }

  @Scheduled(every = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> turnAndTick() {
    return calendar
        .turn()
        .chain(turned -> tick())
        .onFailure()
        .invoke(failure -> LOG.warnf("the tick will come again: %s", failure))
        .onFailure()
        .recoverWithItem(0)
        .replaceWithVoid();
  }

  /** Tells what is behind the day until nothing is; how many targets it told. */
  public Uni<Integer> tick() {
    return transactions.write(targets::districtsBehind).chain(districts -> tick(districts));
  }

  private Uni<Integer> tick(List<String> districts) {
    return Multi.createFrom()
        .iterable(districts)
        .onItem()
        .transformToUniAndConcatenate(this::tick)
        .collect()
        .with(Collectors.summingInt(Integer::intValue));
  }

  private Uni<Integer> tick(String district) {
    return projection
        .turn(district, TARGETS_AT_ONCE)
        .chain(told ->
            told < TARGETS_AT_ONCE
                ? Uni.createFrom().item(told)
                : tick(district).map(more -> told + more));
  }
}
