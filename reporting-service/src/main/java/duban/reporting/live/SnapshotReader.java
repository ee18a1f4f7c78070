package duban.reporting.live;

import duban.reporting.catalogue.Setting;
import duban.reporting.event.EventStore;
import duban.reporting.feed.FeedStore;
import duban.reporting.projection.Projection;
import duban.reporting.query.Overview;
import duban.reporting.store.Transactions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Reads a snapshot and the feed's number that it belongs to at one and the same moment. */
@ApplicationScoped
class SnapshotReader {

  private final Transactions transactions;
  private final Projection projection;
  private final FeedStore feed;
  private final Overview overview;
  private final EventStore events;
  private final LiveSettings settings;

  SnapshotReader(
      Transactions transactions,
      Projection projection,
      FeedStore feed,
      Overview overview,
      EventStore events,
      LiveSettings settings) {
    this.transactions = transactions;
    this.projection = projection;
    this.feed = feed;
    this.overview = overview;
    this.events = events;
    this.settings = settings;
  }

  Uni<Snapshot> read(String scope, int year) {
    return transactions.snapshot(transaction ->
        feed.head(transaction)
            .chain(no ->
                projection
                    .setting(transaction)
                    .chain(setting -> read(transaction, setting, scope, year, no))));
  }

  private Uni<Snapshot> read(
      SqlConnection transaction, Setting setting, String scope, int year, long no) {
    List<String> districts = setting.within(scope);
    return Uni.combine()
        .all()
        .unis(
            overview.freshness(transaction, districts),
            overview.rollups(transaction, setting, scope, year, null),
            overview.scopes(transaction, setting, scope, year),
            overview.plans(transaction, setting, scope, year),
            events.latest(transaction, districts, year, settings.snapshotEvents()))
        .with((freshness, rollups, scopes, plans, latest) ->
            new Snapshot(
                no, scope, year, setting.today(), freshness, rollups, scopes, plans, latest));
  }
}
