package duban.ledger.append;

import duban.ledger.append.Planner.Plan;
import duban.ledger.chain.LedgerEvent;
import duban.ledger.chain.NewEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One ledger's queue. While a group is being committed the next one gathers; so the busier the
 * ledger, the more appends share a commit.
 */
final class Lane<R> {

  private record Waiting<R>(Append request, UniEmitter<? super Answer<R>> answer) {}

  private final String ledger;
  private final Pool pool;
  private final Decider<R> decider;
  private final LedgerLimits limits;
  private final InstantSource clock;
  private final LongConsumer committed;

  private final ArrayDeque<Waiting<R>> queue = new ArrayDeque<>();
  private int queuedEvents;
  private boolean committing;

  /** Where the last group left the ledger; a guess that the next write checks. Null: not known. */
  private @Nullable Head believed;

  /**
   * @param committed told how many links each committed group wrote
   */
  Lane(
      String ledger,
      Pool pool,
      Decider<R> decider,
      LedgerLimits limits,
      InstantSource clock,
      LongConsumer committed) {
    this.ledger = ledger;
    this.pool = pool;
    this.decider = decider;
    this.limits = limits;
    this.clock = clock;
    this.committed = committed;
  }

  void offer(Append request, UniEmitter<? super Answer<R>> answer) {
    List<Waiting<R>> group;
    synchronized (this) {
      if (queuedEvents + request.events().size() > limits.maxQueuedEvents()) {
        group = null;
      } else {
        queue.add(new Waiting<>(request, answer));
        queuedEvents += request.events().size();
        group = committing ? List.of() : nextGroup();
      }
    }
    if (group == null) {
      answer.complete(new Answer.TryLater<>());
    } else if (!group.isEmpty()) {
      commit(group);
    }
  }

  synchronized int queuedEvents() {
    return queuedEvents;
  }

  /** Empty when nothing waits; then the lane rests until the next offer. */
  private synchronized List<Waiting<R>> nextGroup() {
    List<Waiting<R>> group = new ArrayList<>();
    int events = 0;
    while (!queue.isEmpty()) {
      int size = queue.element().request().events().size();
      if (!group.isEmpty() && events + size > limits.maxEventsPerCommit()) {
        break;
      }
      group.add(queue.remove());
      events += size;
    }
    queuedEvents -= events;
    committing = !group.isEmpty();
    return group;
  }

  private void commit(List<Waiting<R>> group) {
    List<Append> requests = group.stream().map(Waiting::request).toList();
    plannedAhead(requests)
        .onItem()
        .ifNull()
        .switchTo(() -> pool.withTransaction(transaction -> underLock(transaction, requests)))
        .subscribe()
        .with(plan -> succeed(group, plan), failure -> fail(group, failure));
  }

  /**
   * The usual case in one round trip: nobody else moved the ledger and all ids are new. The write
   * checks both; where either does not hold it changes nothing, null comes out, and the group is
   * planned again under the lock.
   */
  private Uni<@Nullable Plan<R>> plannedAhead(List<Append> requests) {
    Head from = believed;
    if (from == null || requests.stream().anyMatch(Lane::looksBack)) {
      return Uni.createFrom().nullItem();
    }
    Plan<R> plan = Planner.plan(ledger, from, List.of(), requests, decider, clock.instant());
    if (plan.links().isEmpty()) {
      return Uni.createFrom().nullItem();
    }
    return AppendStore.write(pool, ledger, from, plan.head(), plan.links())
        .map(written -> written ? plan : null)
        .onFailure()
        .recoverWithNull();
  }

  private static boolean looksBack(Append request) {
    // With an expected seq a repeat must be known for one before it is refused.
    return request.expectedSeq().isPresent()
        || request.events().stream().anyMatch(event -> event.refers() != null);
  }

  private Uni<Plan<R>> underLock(SqlConnection transaction, List<Append> requests) {
    Set<String> ids = new HashSet<>();
    Set<String> references = new HashSet<>();
    for (Append request : requests) {
      for (NewEvent event : request.events()) {
        ids.add(event.id());
        if (event.refers() != null) {
          ids.add(event.refers());
          references.add(event.refers());
        }
      }
    }
    return AppendStore.lock(transaction, ledger)
        .chain(head ->
            AppendStore.held(transaction, ledger, ids, references)
                .chain(held -> write(transaction, head, held, requests)));
  }

  private Uni<Plan<R>> write(
      SqlConnection transaction, Head head, List<LedgerEvent> held, List<Append> requests) {
    Plan<R> plan = Planner.plan(ledger, head, held, requests, decider, clock.instant());
    if (plan.links().isEmpty()) {
      return Uni.createFrom().item(plan);
    }
    return AppendStore.write(transaction, ledger, head, plan.head(), plan.links())
        .map(written -> {
          if (!written) {
            throw new IllegalStateException(
                "ledger " + ledger + " moved although its head was locked");
          }
          return plan;
        });
  }

  private void succeed(List<Waiting<R>> group, Plan<R> plan) {
    believed = plan.head();
    if (!plan.links().isEmpty()) {
      committed.accept(plan.links().size());
    }
    // The next group goes to the database before this one's callers are told.
    List<Waiting<R>> next = nextGroup();
    if (!next.isEmpty()) {
      commit(next);
    }
    for (int i = 0; i < group.size(); i++) {
      group.get(i).answer().complete(plan.answers().get(i));
    }
  }

  private void fail(List<Waiting<R>> group, Throwable cause) {
    believed = null;
    List<Waiting<R>> next = nextGroup();
    if (!next.isEmpty()) {
      commit(next);
    }
    LedgerUnavailable failure = new LedgerUnavailable(ledger, cause);
    group.forEach(waiting -> waiting.answer().fail(failure));
  }
}
