package duban.reporting.rebuild;

import static duban.reporting.rebuild.Rebuilder.await;

import duban.contracts.problem.ProblemType;
import duban.door.ProblemException;
import duban.reporting.rebuild.Rebuilder.Workshop;
import duban.reporting.store.Transactions;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Begins rebuilds, one at a time over all replicas, and tells how they stand. Where one stands is
 * written down each second, so that whoever asks, and whichever replica, hears the same.
 */
@ApplicationScoped
class Rebuilds {

  private static final Duration BETWEEN_TWO = Duration.ofSeconds(5);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(50);
  private static final Logger LOG = Logger.getLogger(Rebuilds.class);
  private static final Duration TOLD_EVERY = Duration.ofSeconds(1);

  /** Beside its readers: the lock's and switch's connection, and the comparison's. */
  private static final int OTHER_CONNECTIONS = 2;

  private final Pool pool;
  private final Transactions others;
  private final NextTables nextTables;
  private final ProjectionVersion version;
  private final RebuildStore store;
  private final RebuildSettings settings;
  private final Rebuilder rebuilder;

  Rebuilds(
      Pool pool,
      Transactions others,
      NextTables nextTables,
      ProjectionVersion version,
      RebuildStore store,
      RebuildSettings settings,
      Rebuilder rebuilder) {
    this.pool = pool;
    this.others = others;
    this.nextTables = nextTables;
    this.version = version;
    this.store = store;
    this.settings = settings;
    this.rebuilder = rebuilder;
  }

  /**
   * Begins one, unless one is running, here or in another replica; its number. It goes on by
   * itself.
   *
   * @throws ProblemException CONFLICT, when another process has just begun or ended one
   */
  long begin(boolean served) {
    long patience = System.nanoTime() + BETWEEN_TWO.toNanos();
    while (true) {
      OptionalLong no = begunOrRunning(served);
      if (no.isPresent()) {
        return no.getAsLong();
      }
      // Its lock is held a moment before its row is written, and a moment after it has ended.
      if (System.nanoTime() > patience) {
        throw ProblemException.of(
            ProblemType.CONFLICT, "另一副本正在重建，请稍后再试。", "Another replica rebuilds; try again later.");
      }
      LockSupport.parkNanos(LOOK_AGAIN.toNanos());
    }
  }

  private OptionalLong begunOrRunning(boolean served) {
    Pool next = nextTables.open(settings.readers(served) + OTHER_CONNECTIONS);
    try {
      SqlConnection own = await(next.getConnection());
      if (await(store.take(own))) {
        long no = await(store.begin(pool, version.number()));
        Workshop shop = new Workshop(no, next, own, served, new Course(), courtesy(served));
        Thread.ofVirtual().name("rebuild").start(() -> run(shop));
        return OptionalLong.of(no);
      }
    } catch (RuntimeException failure) {
      next.closeAndForget();
      throw failure;
    }
    next.closeAndForget();
    RebuildState last = await(store.last(pool, null));
    return last == null || last.isOver() ? OptionalLong.empty() : OptionalLong.of(last.no());
  }

  private Courtesy courtesy(boolean served) {
    return new Courtesy(others::underWay, served ? settings.yieldsFor() : Duration.ZERO);
  }

  private void run(Workshop shop) {
    long no = shop.no();
    Cancellable telling =
        Multi.createFrom()
            .ticks()
            .every(TOLD_EVERY)
            .onOverflow()
            .drop()
            .onItem()
            .transformToUniAndConcatenate(tick -> told(no, shop.course()))
            .subscribe()
            .with(nothing -> {});
    try {
      List<String> different = rebuilder.rebuild(shop);
      telling.cancel();
      await(store.end(pool, no));
      LOG.infof(
          "rebuilt: no=%d version=%d events=%d perSecond=%d different=%s",
          no, version.number(), shop.course().done(), shop.course().eventsPerSecond(), different);
    } catch (RuntimeException failure) {
      telling.cancel();
      LOG.errorf(failure, "not rebuilt: no=%d phase=%s", no, shop.course().phase());
      failed(no, failure);
    } finally {
      shop.next().closeAndForget();
    }
  }

  private Uni<Void> told(long no, Course course) {
    return store.tell(pool, no, course).onFailure().recoverWithNull();
  }

  /** If this cannot be written either, the silence will tell it. */
  private void failed(long no, RuntimeException failure) {
    try {
      await(store.fail(pool, no, String.valueOf(failure.getMessage())));
    } catch (RuntimeException unreachable) {
      LOG.warnf("could not write down that it failed: %s", unreachable);
    }
  }

  /** The last one, or the running one; null when there was none. */
  Uni<@Nullable RebuildState> last() {
    return store.last(pool, null);
  }

  /** How that one stands, each second, and last how it ended. */
  Multi<RebuildState> follow(long no) {
    return Multi.createBy()
        .repeating()
        .uni(() -> store.last(pool, no))
        .withDelay(TOLD_EVERY)
        .whilst(state -> state != null && !state.isOver());
  }
}
