package duban.reporting.rebuild;

import static duban.reporting.rebuild.Rebuilder.await;

import duban.reporting.feed.FeedSettings;
import duban.reporting.feed.FeedStore;
import duban.reporting.rebuild.Rebuilder.Workshop;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The rebuilt tables take the running ones' place, in one transaction: the intake stands still, the
 * last events are applied, and between two reports the schemas change names.
 */
@ApplicationScoped
class Switch {

  /** What PostgreSQL says when a lock was not to be had in time. */
  private static final String LOCK_NOT_AVAILABLE = "55P03";

  private static final Duration PAUSE = Duration.ofMillis(200);

  private final ProjectionVersion version;
  private final RebuildStore store;
  private final SwitchStore switches;
  private final FeedStore feed;
  private final FeedSettings feedSettings;
  private final RebuildSettings settings;

  Switch(
      ProjectionVersion version,
      RebuildStore store,
      SwitchStore switches,
      FeedStore feed,
      FeedSettings feedSettings,
      RebuildSettings settings) {
    this.version = version;
    this.store = store;
    this.switches = switches;
    this.feed = feed;
    this.feedSettings = feedSettings;
    this.settings = settings;
  }

  /**
   * @param different the tables that differ; null when there were none to compare with
   * @param applyRest brings the rebuilt tables to where the running ones stand still
   * @return false when reports left no gap, and it must be tried again
   */
  boolean attempt(Workshop shop, @Nullable List<String> different, Consumer<Workshop> applyRest) {
    SqlConnection own = shop.own();
    Instant deadline = Instant.now().plus(settings.intakeWaits());
    await(switches.begin(own, settings.intakeWaits()));
    try {
      await(switches.keepIntakeOut(own));
      applyRest.accept(shop);
      if (shop.served()) {
        await(switches.keepTimes(own));
      }
      keepReportsOut(own, deadline);
      finish(shop, different);
      await(switches.commit(own));
      return true;
    } catch (RuntimeException failure) {
      await(switches.rollback(own));
      if (failure instanceof PgException sql && LOCK_NOT_AVAILABLE.equals(sql.getSqlState())) {
        return false;
      }
      throw failure;
    }
  }

  /**
   * New reports queue behind this wait, so each is short, and there is a pause in which those that
   * queued go ahead.
   */
  private void keepReportsOut(SqlConnection own, Instant deadline) {
    while (true) {
      try {
        await(switches.keepReportsOut(own, settings.reportsWait()));
        return;
      } catch (PgException failure) {
        if (!LOCK_NOT_AVAILABLE.equals(failure.getSqlState())
            || !Instant.now().isBefore(deadline)) {
          throw failure;
        }
        await(Uni.createFrom().voidItem().onItem().delayIt().by(PAUSE));
      }
    }
  }

  /** Streams that saw rows which are otherwise now begin anew; all others notice nothing. */
  private void finish(Workshop shop, @Nullable List<String> different) {
    await(switches.rename(shop.own()));
    await(store.markBuilt(shop.own(), version));
    await(store.switched(shop.own(), shop.no(), shop.course(), different));
    if (different == null || !different.isEmpty()) {
      await(feed.beginAnew(shop.own(), feedSettings.keptRows() + 1));
    }
  }
}
