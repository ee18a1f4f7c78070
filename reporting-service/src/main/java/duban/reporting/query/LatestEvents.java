package duban.reporting.query;

import duban.reporting.projection.EventRow;
import duban.reporting.projection.EventStore;
import duban.reporting.projection.Projection;
import duban.reporting.store.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The last events of a scope. */
@ApplicationScoped
class LatestEvents {

  private final Transactions transactions;
  private final Projection projection;
  private final EventStore events;

  LatestEvents(Transactions transactions, Projection projection, EventStore events) {
    this.transactions = transactions;
    this.projection = projection;
    this.events = events;
  }

  Uni<List<EventRow>> of(String scope, int year, int limit) {
    return transactions.snapshot(transaction ->
        projection
            .setting(transaction)
            .chain(setting -> events.latest(transaction, setting.within(scope), year, limit)));
  }
}
