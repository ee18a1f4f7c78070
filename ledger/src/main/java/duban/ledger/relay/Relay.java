package duban.ledger.relay;

import duban.ledger.chain.LedgerEvent;
import duban.ledger.relay.RelayStatus.Trouble;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sends what is appended to Kafka. Any number of processes may relay the same ledgers: a ledger's
 * relay mark is locked while its links are sent, so one of them works it at a time.
 *
 * <p>Each busy ledger has a virtual thread, because a producer's send may block (for metadata, or
 * when its buffer is full) and must not do so on an event loop.
 */
public final class Relay implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(Relay.class);
  private static final Duration DATABASE_PATIENCE = Duration.ofSeconds(20);
  private static final int LEDGERS_TOLD = 100;
  private static final Duration KAFKA_PATIENCE = Duration.ofSeconds(15);

  private final Pool pool;
  private final Producer<String, String> producer;
  private final RelayRoute route;
  private final RelayLimits limits;
  private final Semaphore places;
  private final Map<String, AtomicInteger> wakes = new ConcurrentHashMap<>();
  private final ExecutorService workers =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("relay-", 0).factory());
  private final ScheduledExecutorService sweeper =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("relay-sweep").factory());
  private volatile @Nullable Trouble trouble;
  private volatile boolean closed;

  public Relay(Pool pool, Producer<String, String> producer, RelayRoute route, RelayLimits limits) {
    this.pool = pool;
    this.producer = producer;
    this.route = route;
    this.limits = limits;
    this.places = new Semaphore(limits.ledgersAtOnce());
  }

  /** Begins to look for ledgers that were left behind, at once and then at every sweep. */
  public void start() {
    long millis = limits.sweep().toMillis();
    // sweep() catches what it meets, so this future never completes and nothing is lost with it.
    var _ = sweeper.scheduleWithFixedDelay(this::sweep, 0, millis, TimeUnit.MILLISECONDS);
  }

  /** There is something to send; returns at once. */
  public void wake(String ledger) {
    if (closed) {
      return;
    }
    // The first wake starts a worker; later ones are seen by it before it leaves.
    AtomicInteger pending = wakes.computeIfAbsent(ledger, name -> new AtomicInteger());
    if (pending.getAndIncrement() == 0) {
      workers.execute(() -> work(ledger, pending));
    }
  }

  /** Links that are committed and not yet marked as sent, over all ledgers. */
  public Uni<Long> lag() {
    return RelayStore.lag(pool);
  }

  /** How far Kafka has what is committed, and what keeps it from having the rest. */
  public Uni<RelayStatus> status() {
    return lag()
        .chain(unsent ->
            RelayStore.furthestBehind(pool, LEDGERS_TOLD)
                .map(behind -> new RelayStatus(route.topic(), unsent, behind, trouble)));
  }

  private void sweep() {
    try {
      List<String> behind = await(RelayStore.behind(pool));
      behind.forEach(this::wake);
      if (behind.isEmpty()) {
        worksAgain();
      }
    } catch (RuntimeException e) {
      note("cannot look for ledgers to relay", e);
    }
  }

  private void work(String ledger, AtomicInteger pending) {
    int seen;
    do {
      seen = pending.get();
      try {
        places.acquire();
        try {
          drain(ledger);
        } finally {
          places.release();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        pending.set(0);
        return;
      } catch (RuntimeException e) {
        // Left behind on purpose: the sweep comes again, with its pause between.
        note("cannot relay ledger " + ledger, e);
        pending.set(0);
        return;
      }
    } while (!pending.compareAndSet(seen, 0));
  }

  private void drain(String ledger) throws InterruptedException {
    // A full batch means that more may be waiting.
    int sent = limits.batch();
    boolean any = false;
    while (!closed && sent == limits.batch()) {
      sent = relay(ledger);
      any |= sent > 0;
    }
    if (any) {
      worksAgain();
    }
  }

  private void worksAgain() {
    if (trouble != null) {
      trouble = null;
      LOG.infof("relaying to %s again", route.topic());
    }
  }

  /** Sends one batch and moves the mark; returns how many links it sent. */
  private int relay(String ledger) throws InterruptedException {
    SqlConnection connection = await(pool.getConnection());
    try {
      Transaction transaction = await(connection.begin());
      boolean done = false;
      try {
        long mark = await(RelayStore.lock(connection, ledger));
        List<LedgerEvent> links = await(RelayStore.next(connection, ledger, mark, limits.batch()));
        if (!links.isEmpty()) {
          send(ledger, links);
          await(RelayStore.move(connection, ledger, links.getLast().seq()));
        }
        await(transaction.commit());
        done = true;
        return links.size();
      } finally {
        if (!done) {
          // A connection that is gone needs none: the server rolls back by itself.
          transaction.rollback().subscribe().with(over -> {}, gone -> {});
        }
      }
    } finally {
      connection.closeAndForget();
    }
  }

  private void send(String ledger, List<LedgerEvent> links) throws InterruptedException {
    String key = route.keyOf().apply(ledger);
    List<Future<RecordMetadata>> sent = new ArrayList<>(links.size());
    for (LedgerEvent link : links) {
      var message = LedgerMessage.write(route.topic(), key, route.source(), link);
      Future<RecordMetadata> acknowledgement = producer.send(message);
      // While Kafka is away a send blocks and then is done, failed: each of the rest would block
      // as long, with the mark's row and a connection held.
      if (acknowledgement.isDone()) {
        acknowledged(ledger, acknowledgement);
      }
      sent.add(acknowledgement);
    }
    for (Future<RecordMetadata> acknowledgement : sent) {
      acknowledged(ledger, acknowledgement);
    }
  }

  private static void acknowledged(String ledger, Future<RecordMetadata> acknowledgement)
      throws InterruptedException {
    try {
      acknowledgement.get(KAFKA_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("Kafka did not acknowledge " + ledger, e);
    }
  }

  private static <T> T await(Uni<T> uni) {
    return uni.await().atMost(DATABASE_PATIENCE);
  }

  /** One line when it begins to fail and one when it works again, not one a second. */
  private void note(String what, RuntimeException e) {
    Trouble known = trouble;
    String why = what + ": " + e.getMessage();
    if (known == null && !closed) {
      LOG.warn(why);
    }
    trouble = new Trouble(known == null ? Instant.now() : known.since(), why);
  }

  /** Ends after the batches under way. The producer stays open: it is its owner's to close. */
  @Override
  public void close() {
    closed = true;
    sweeper.shutdown();
    workers.close();
  }
}
