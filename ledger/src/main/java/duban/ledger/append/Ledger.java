package duban.ledger.append;

import duban.ledger.chain.NewEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/**
 * The ledgers that one service owns. An answer of {@link Answer.Appended} means that the events are
 * committed. Concurrent appends to one ledger share a transaction; ledgers do not wait for each
 * other. Any number of processes may append to the same ledger.
 *
 * @param <R> the service's word for a refusal
 */
public final class Ledger<R> implements AutoCloseable {

  private static final Duration DRAIN = Duration.ofSeconds(5);

  private final Pool pool;
  private final Decider<R> decider;
  private final LedgerLimits limits;
  private final InstantSource clock;
  private final Consumer<String> appended;
  private final Map<String, Lane<R>> lanes = new ConcurrentHashMap<>();
  private final LongAdder events = new LongAdder();
  private final LongAdder groups = new LongAdder();
  private final LongAdder waiting = new LongAdder();
  private volatile boolean closed;

  /**
   * @param appended told the ledger's name after each commit, e.g. to wake its relay; must not
   *     block
   */
  public Ledger(
      Pool pool,
      Decider<R> decider,
      LedgerLimits limits,
      InstantSource clock,
      Consumer<String> appended) {
    this.pool = pool;
    this.decider = decider;
    this.limits = limits;
    this.clock = clock;
    this.appended = appended;
  }

  /**
   * Appends when subscribed to. The item says what became of the request; the failure is {@link
   * LedgerUnavailable} when the database did not answer.
   *
   * @throws IllegalArgumentException for a request beyond the limits: the caller should have
   *     refused it in its own words
   */
  public Uni<Answer<R>> append(String ledger, Append request) {
    check(ledger, request);
    return Uni.createFrom()
        .<Answer<R>>emitter(emitter -> {
          if (closed) {
            emitter.complete(new Answer.TryLater<>());
            return;
          }
          waiting.increment();
          lane(ledger).offer(request, emitter);
        })
        .onTermination()
        .invoke(waiting::decrement);
  }

  /** Events committed, groups they were committed in, and events that wait now. */
  public Stats stats() {
    return new Stats(
        events.sum(), groups.sum(), lanes.values().stream().mapToInt(Lane::queuedEvents).sum());
  }

  /** See {@link #stats}. */
  public record Stats(long events, long groups, int queuedEvents) {}

  private Lane<R> lane(String ledger) {
    return lanes.computeIfAbsent(
        ledger,
        name ->
            new Lane<>(
                name,
                pool,
                decider,
                limits,
                clock,
                count -> {
                  events.add(count);
                  groups.increment();
                  appended.accept(name);
                }));
  }

  private void check(String ledger, Append request) {
    requireName("ledger", ledger);
    if (request.events().size() > limits.maxEventsPerAppend()) {
      throw new IllegalArgumentException("more than " + limits.maxEventsPerAppend() + " events");
    }
    for (NewEvent event : request.events()) {
      requireName("id", event.id());
      requireName("type", event.type());
      requireName("subject", event.subject());
      if (event.refers() != null) {
        requireName("refers", event.refers());
      }
      if (event.body().json().length() > limits.maxBodyBytes()) {
        throw new IllegalArgumentException(
            "a body of more than " + limits.maxBodyBytes() + " characters");
      }
    }
  }

  private static void requireName(String what, String name) {
    if (name.isEmpty() || name.length() > LedgerLimits.MAX_NAME_LENGTH || name.indexOf(0) >= 0) {
      throw new IllegalArgumentException("not usable as " + what + ": " + name);
    }
  }

  /** Takes no more requests and waits, bounded, for those under way. */
  @Override
  public void close() {
    closed = true;
    long deadline = System.nanoTime() + DRAIN.toNanos();
    while (waiting.sum() > 0 && System.nanoTime() < deadline) {
      java.util.concurrent.locks.LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
    }
  }
}
