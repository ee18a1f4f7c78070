package duban.progress.replica;

import duban.ledger.chain.LedgerEvent;
import duban.ledger.mark.Gate;
import duban.ledger.mark.Mark;
import duban.ledger.mark.MarkStore;
import duban.ledger.mark.Sifted;
import duban.ledger.mark.Sifted.Gap;
import duban.progress.ledger.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Applies the plans ledgers to the copy, each link once and in order. A ledger of which a link is
 * missing or cannot be read is held until the owner has given what is missing; the others go on.
 * While it is held its messages are dropped: whatever they carry, the owner has it too.
 *
 * <p>Everything here blocks, and one thread at a time follows.
 */
@ApplicationScoped
class LedgerFollower {

  private static final Logger LOG = Logger.getLogger(LedgerFollower.class);

  private final Pool pool;
  private final ReplicaStore store;
  private final PlanReplica replica;
  private final PlansPeer peer;
  private final Map<String, Held> held = new ConcurrentHashMap<>();

  LedgerFollower(Pool pool, ReplicaStore store, PlanReplica replica, PlansPeer peer) {
    this.pool = pool;
    this.store = store;
    this.replica = replica;
    this.peer = peer;
  }

  /** Ledgers that wait for their owner. */
  List<Held> held() {
    return held.values().stream().sorted(Comparator.comparing(Held::ledger)).toList();
  }

  Optional<Held> held(String ledger) {
    return Optional.ofNullable(held.get(ledger));
  }

  void hold(String ledger, String why) {
    if (held.putIfAbsent(ledger, new Held(ledger, Instant.now(), why)) == null) {
      LOG.warnf("ledger %s is held until its owner has given what is missing", ledger);
    }
  }

  /** Applies what comes next, and fetches what is missing before it. */
  synchronized void follow(Map<LedgerEvent, PlanChange> arrived) {
    Map<LedgerEvent, PlanChange> wanted = new HashMap<>(arrived);
    wanted.keySet().removeIf(link -> held.containsKey(link.ledger()));
    for (Gap gap : apply(wanted).gaps()) {
      catchUp(gap.ledger());
    }
  }

  /** Fetches from the owner all that is past the mark; holds the ledger if that fails. */
  synchronized void catchUp(String ledger) {
    // Let go first: a message that comes from now on is not dropped but waits for this to end.
    Held before = held.remove(ledger);
    String why = "it could not be applied";
    boolean caughtUp = false;
    try {
      fetchPastMark(ledger);
      caughtUp = true;
    } catch (PeerUnavailable | UnreadablePlan e) {
      why = String.valueOf(e.getMessage());
      if (before == null) {
        LOG.warnf("ledger %s cannot be fetched: %s", ledger, why);
      }
    } finally {
      if (!caughtUp) {
        held.put(ledger, new Held(ledger, before == null ? Instant.now() : before.since(), why));
      }
    }
    if (before != null && caughtUp) {
      LOG.infof("ledger %s goes on", ledger);
    }
  }

  private void fetchPastMark(String ledger) throws PeerUnavailable, UnreadablePlan {
    long mark = mark(ledger);
    for (List<LedgerEvent> page = peer.events(ledger, mark);
        !page.isEmpty();
        page = peer.events(ledger, mark)) {
      apply(readable(page));
      long moved = mark(ledger);
      if (moved == mark) {
        throw new PeerUnavailable("the owner's answer does not go on from seq " + mark);
      }
      mark = moved;
    }
  }

  /** Catches up on every ledger that its owner has taken further than we have. */
  void compareHeads() throws PeerUnavailable {
    Map<String, Mark> marks = Database.await(MarkStore.all(pool));
    peer.heads()
        .forEach((ledger, seq) -> {
          Mark mark = marks.get(ledger);
          if (mark == null || mark.seq() < seq) {
            catchUp(ledger);
          }
        });
  }

  /** 0 for a ledger of which nothing was applied. */
  long mark(String ledger) {
    Mark mark = Database.await(MarkStore.all(pool)).get(ledger);
    return mark == null ? 0 : mark.seq();
  }

  /** Where the copy stands in every ledger of plans. */
  Map<String, Long> marks() {
    Map<String, Long> marks = new HashMap<>();
    Database.await(MarkStore.all(pool)).forEach((ledger, mark) -> marks.put(ledger, mark.seq()));
    return marks;
  }

  private static Map<LedgerEvent, PlanChange> readable(List<LedgerEvent> links)
      throws UnreadablePlan {
    Map<LedgerEvent, PlanChange> changes = new HashMap<>();
    for (LedgerEvent link : links) {
      changes.put(link, PlanChange.of(link));
    }
    return changes;
  }

  private Sifted apply(Map<LedgerEvent, PlanChange> arrived) {
    if (arrived.isEmpty()) {
      return new Sifted(List.of(), List.of(), 0);
    }
    Sifted sifted = Database.await(pool.withTransaction(tx -> apply(tx, arrived)));
    arrived.values().forEach(this::forget);
    return sifted;
  }

  private Uni<Sifted> apply(SqlConnection transaction, Map<LedgerEvent, PlanChange> arrived) {
    List<LedgerEvent> links = List.copyOf(arrived.keySet());
    List<String> ledgers = links.stream().map(LedgerEvent::ledger).distinct().toList();
    return MarkStore.lock(transaction, ledgers)
        .map(marks -> Gate.sift(marks, links))
        .call(sifted -> change(transaction, sifted.ready(), arrived))
        .call(sifted -> MarkStore.move(transaction, sifted.ready()));
  }

  private Uni<Void> change(
      SqlConnection transaction, List<LedgerEvent> ready, Map<LedgerEvent, PlanChange> changes) {
    Uni<Void> changed = Uni.createFrom().voidItem();
    for (LedgerEvent link : ready) {
      changed =
          changed.chain(() -> store.apply(transaction, Objects.requireNonNull(changes.get(link))));
    }
    return changed;
  }

  private void forget(PlanChange change) {
    switch (change) {
      case PlanChange.Published published -> replica.forget(published.copy().plan());
      case PlanChange.Closed closed -> replica.forget(closed.plan());
      case PlanChange.Nothing _ -> {
        // No plan changed.
      }
    }
  }
}
