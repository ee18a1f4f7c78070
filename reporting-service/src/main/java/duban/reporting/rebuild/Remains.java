package duban.reporting.rebuild;

import duban.reporting.store.Transactions;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/**
 * What a rebuild leaves behind whose process was killed: half-built tables that nobody reads, and a
 * story without an end. The next process to look, be it this one started again or another replica,
 * drops the tables and ends the story. It is not gone on with: what it had read is read again in
 * less time than it takes to prove that it is whole.
 */
@ApplicationScoped
class Remains {

  private static final Logger LOG = Logger.getLogger(Remains.class);

  private final Transactions transactions;
  private final ProjectionVersion version;
  private final RebuildStore store;
  private final SwitchStore switches;

  Remains(
      Transactions transactions,
      ProjectionVersion version,
      RebuildStore store,
      SwitchStore switches) {
    this.transactions = transactions;
    this.version = version;
    this.store = store;
    this.switches = switches;
  }

  /** At the start, and then soon enough for somebody who waits for the rebuild's end. */
  @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> clearNow() {
    return clear()
        .invoke(cleared -> {
          if (cleared) {
            LOG.warn("what a rebuild left behind is cleared away");
          }
        })
        .onFailure()
        .invoke(failure -> LOG.warnf("will be cleared away later: %s", failure))
        .onFailure()
        .recoverWithItem(false)
        .replaceWithVoid();
  }

  /** False when there is nothing, or when what is there belongs to a rebuild that lives. */
  Uni<Boolean> clear() {
    return transactions.write(transaction ->
        store
            .hasRemains(transaction, version)
            .chain(found -> found ? store.takeToClear(transaction) : no())
            .chain(taken -> taken ? clear(transaction) : no()));
  }

  private Uni<Boolean> clear(SqlConnection transaction) {
    return switches
        .dropLeftovers(transaction)
        .chain(() -> store.endLeftBehind(transaction))
        .replaceWith(true);
  }

  private static Uni<Boolean> no() {
    return Uni.createFrom().item(false);
  }
}
