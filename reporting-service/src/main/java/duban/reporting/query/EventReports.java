package duban.reporting.query;

import duban.contracts.Ledgers;
import duban.contracts.Text;
import duban.reporting.event.EventRow;
import duban.reporting.event.EventStore;
import duban.reporting.freshness.FreshnessStore;
import duban.reporting.question.AsOf;
import duban.reporting.question.Viewpoint;
import duban.reporting.question.Viewpoints;
import duban.reporting.store.Transactions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The events of a scope under the names that they had: the last ones, or all of a district in
 * order.
 */
@ApplicationScoped
class EventReports {

  private static final int PAGE_ROWS = 500;
  private static final Text NOTHING = new Text("没有符合条件的事件。", "No event fits.");

  private final Transactions transactions;
  private final Viewpoints viewpoints;
  private final EventStore events;
  private final FreshnessStore freshness;
  private final Titles titles;

  EventReports(
      Transactions transactions,
      Viewpoints viewpoints,
      EventStore events,
      FreshnessStore freshness,
      Titles titles) {
    this.transactions = transactions;
    this.viewpoints = viewpoints;
    this.events = events;
    this.freshness = freshness;
    this.titles = titles;
  }

  /** Those recorded by the moment and of days up to the day, where these are given. */
  Uni<EventsView> latest(String scope, int year, int limit, AsOf asOf) {
    return transactions.snapshot(transaction ->
        viewpoints
            .of(transaction, asOf)
            .chain(from -> {
              List<String> districts = from.setting().within(scope);
              return Uni.combine()
                  .all()
                  .unis(
                      latest(transaction, districts, year, limit, from, asOf),
                      freshness.of(transaction, districts, from.knownAt()))
                  .with((found, fresh) ->
                      new EventsView(found, fresh, fresh.whyNothing(found, NOTHING)));
            }));
  }

  private Uni<List<EventRow>> latest(
      SqlConnection transaction,
      List<String> districts,
      int year,
      int limit,
      Viewpoint from,
      AsOf asOf) {
    return ledgers(transaction, districts, from)
        .chain(
            ledgers -> events.latest(transaction, ledgers, year, limit, asOf.knownAt(), asOf.day()))
        .chain(rows -> titles.asKnown(transaction, rows, asOf.knownAt()));
  }

  /** A page of a district's events of a year past a place, in the ledger's order. */
  Uni<List<EventRow>> page(String district, int year, long after, LocalDate day, Instant knownAt) {
    return transactions.snapshot(transaction ->
        events
            .page(transaction, district, year, after, PAGE_ROWS, day, knownAt)
            .chain(rows -> titles.asKnown(transaction, rows, knownAt)));
  }

  private Uni<Map<String, Long>> ledgers(
      SqlConnection transaction, List<String> districts, Viewpoint from) {
    if (from.knownAt() == null) {
      Map<String, Long> all = new TreeMap<>();
      districts.forEach(district -> all.put(Ledgers.progress(district), Long.MAX_VALUE));
      return Uni.createFrom().item(all);
    }
    return freshness
        .marks(transaction, districts, from.knownAt())
        .map(marks -> {
          Map<String, Long> known = new TreeMap<>();
          marks.forEach((ledger, mark) -> known.put(ledger, mark.seq()));
          return known;
        });
  }
}
