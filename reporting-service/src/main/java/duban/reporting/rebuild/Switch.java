package duban.reporting.rebuild;

import static duban.reporting.rebuild.Rebuilder.await;

import duban.reporting.feed.FeedSettings;
import duban.reporting.feed.FeedStore;
import duban.reporting.rebuild.Rebuilder.Workshop;
import duban.reporting.target.TargetStore;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rebuilt tables take the running ones' place, in one transaction: the intake stands still, the
 * last events are applied, both are compared, and between two reports the schemas change names.
 */
@ApplicationScoped
class Switch {

  /** What PostgreSQL says when a lock was not to be had in time. */
  private static final String LOCK_NOT_AVAILABLE = "55P03";

  private static final Duration PAUSE = Duration.ofMillis(200);

  private final Pool running;
  private final ProjectionVersion version;
  private final RebuildStore store;
  private final SwitchStore switches;
  private final DigestStore digests;
  private final TargetStore targets;
  private final FeedStore feed;
  private final FeedSettings feedSettings;
  private final RebuildSettings settings;

  Switch(
      Pool running,
      ProjectionVersion version,
      RebuildStore store,
      SwitchStore switches,
      DigestStore digests,
      TargetStore targets,
      FeedStore feed,
      FeedSettings feedSettings,
      RebuildSettings settings) {
    this.running = running;
    this.version = version;
    this.store = store;
    this.switches = switches;
    this.digests = digests;
    this.targets = targets;
    this.feed = feed;
    this.feedSettings = feedSettings;
    this.settings = settings;
  }

  /**
   * @param done false when it must be tried again
   * @param different the tables that differ; null when there were none to compare with
   */
  record Outcome(boolean done, @Nullable List<String> different) {

    static final Outcome NOT_YET = new Outcome(false, null);
  }

  /**
   * @param applyRest brings the rebuilt tables to where the running ones stand still
   */
  Outcome attempt(Workshop shop, Consumer<Workshop> applyRest) {
    SqlConnection own = shop.own();
    Instant deadline = Instant.now().plus(settings.intakeWaits());
    await(switches.begin(own, settings.intakeWaits()));
    try {
      await(switches.keepIntakeOut(own));
      if (shop.served() && !await(targets.districtsBehind(running)).isEmpty()) {
        // Their standings wait for a tick, and could not be compared.
        await(switches.rollback(own));
        return Outcome.NOT_YET;
      }
      applyRest.accept(shop);
      List<String> different = shop.served() ? compared(shop) : null;
      keepReportsOut(own, deadline);
      finish(shop, different);
      await(switches.commit(own));
      return new Outcome(true, different);
    } catch (RuntimeException failure) {
      await(switches.rollback(own));
      if (failure instanceof PgException sql && LOCK_NOT_AVAILABLE.equals(sql.getSqlState())) {
        return Outcome.NOT_YET;
      }
      throw failure;
    }
  }

  private List<String> compared(Workshop shop) {
    await(switches.keepTimes(shop.own()));
    return await(
        Uni.combine()
            .all()
            .unis(
                digests.digests(shop.next(), version.schema()),
                digests.digests(shop.own(), version.next()))
            .with(Switch::different));
  }

  private static List<String> different(Map<String, String> before, Map<String, String> after) {
    return Stream.concat(before.keySet().stream(), after.keySet().stream())
        .collect(Collectors.toCollection(TreeSet::new))
        .stream()
        .filter(table -> !Objects.equals(before.get(table), after.get(table)))
        .toList();
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
    if (different == null || !different.isEmpty()) {
      await(feed.beginAnew(shop.own(), feedSettings.keptRows() + 1));
    }
  }
}
