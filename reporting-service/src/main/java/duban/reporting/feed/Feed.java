package duban.reporting.feed;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * The change feed as this replica's readers see it. Its rows are read from the database once for
 * all of them; only a reader that is further back than the tail asks the database itself.
 */
@ApplicationScoped
public class Feed {

  private static final Logger LOG = Logger.getLogger(Feed.class);
  private static final int ROWS_AT_ONCE = 500;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Pool pool;
  private final FeedStore store;
  private final FeedSettings settings;
  private final Listener listener;
  private final Set<UniEmitter<? super Void>> waiting = ConcurrentHashMap.newKeySet();

  /** Calls that came since the reading under way began; at 0 nothing is being read. */
  private final AtomicInteger calls = new AtomicInteger();

  private volatile Tail tail;

  Feed(Pool pool, FeedStore store, FeedSettings settings, Listener listener) {
    this.pool = pool;
    this.store = store;
    this.settings = settings;
    this.listener = listener;
    this.tail = new Tail(settings.tailRows(), settings.tailChars(), Long.MAX_VALUE);
  }

  void open(@Observes StartupEvent starting) {
    long head = store.head(pool).await().atMost(PATIENCE);
    tail = new Tail(settings.tailRows(), settings.tailChars(), head);
    listener
        .listen(this::call)
        .onFailure()
        .retry()
        .withBackOff(Duration.ofMillis(500), Duration.ofSeconds(10))
        .indefinitely()
        .subscribe()
        .with(
            listening -> LOG.debug("listening"),
            failure -> LOG.warnf("cannot listen yet: %s", failure));
  }

  void close(@Observes ShutdownEvent stopping) {
    listener.close();
  }

  /** The newest number this replica has read. */
  public long last() {
    return tail.last();
  }

  /** Done as soon as there is a change past {@code no}, for whomever. */
  public Uni<Void> pastOf(long no) {
    return Uni.createFrom()
        .emitter(emitter -> {
          waiting.add(emitter);
          emitter.onTermination(() -> waiting.remove(emitter));
          // Looked at after it was put down, so that no change slips in between.
          if (tail.last() > no) {
            emitter.complete(null);
          }
        });
  }

  /** The next changes for a reader, conflated: at most {@code limit} rows. */
  public Uni<FeedPage> after(long cursor, String scope, int year, int limit) {
    long head = Math.max(tail.last(), cursor);
    return tail.after(cursor, scope, year, limit)
        .map(page -> Uni.createFrom().item(page))
        .orElseGet(() ->
            store
                .concerning(pool, scope, year, cursor, head)
                .map(backlog -> FeedPage.conflated(backlog, head, limit)));
  }

  /**
   * Whether a reader can go on from a number: it is not of another feed's future, not more than
   * {@code farthest} changes back, and not trimmed.
   */
  public Uni<Boolean> reaches(long cursor, long farthest) {
    return store
        .head(pool)
        .chain(head ->
            cursor > head || head - cursor > farthest
                ? Uni.createFrom().item(false)
                : store.oldest(pool).map(oldest -> cursor == head || cursor >= oldest - 1));
  }

  /** There may be newer rows: reads them, once for any number of calls. */
  @Scheduled(every = "${duban.feed.look-every:5s}")
  void call() {
    if (calls.getAndIncrement() == 0) {
      read();
    }
  }

  private void read() {
    int answered = calls.get();
    store
        .after(pool, tail.last(), ROWS_AT_ONCE)
        .subscribe()
        .with(
            rows -> took(rows, answered),
            failure -> {
              LOG.warnf("could not read the feed: %s", failure);
              calls.set(0);
            });
  }

  private void took(List<FeedRow> rows, int answered) {
    if (!rows.isEmpty()) {
      tail.add(rows);
      waiting.forEach(emitter -> emitter.complete(null));
    }
    if (rows.size() == ROWS_AT_ONCE) {
      read();
    } else if (calls.addAndGet(-answered) > 0) {
      read();
    }
  }

  @Scheduled(every = "60s", delayed = "30s")
  Uni<Void> trim() {
    return store
        .trim(pool, settings.keptRows())
        .replaceWithVoid()
        .onFailure()
        .invoke(failure -> LOG.warnf("could not trim the feed: %s", failure))
        .onFailure()
        .recoverWithNull();
  }
}
