package duban.progress.replica;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import duban.progress.ledger.Database;
import duban.progress.rules.PublishedPlan;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;

/**
 * What plans-service itself says of a plan, for when the copy would lead to a refusal. Concurrent
 * questions about a plan are one request, and each answer is remembered for a moment: unknown plans
 * in a batch of thousands cost plans-service one request a second.
 */
@ApplicationScoped
public class PlanDirectory {

  private static final Logger LOG = Logger.getLogger(PlanDirectory.class);
  private static final int REMEMBERED = 1_000;

  /** What plans-service answered. */
  public sealed interface Asked {
    record Published(PublishedPlan plan) implements Asked {}

    /** There is no such plan, or only a draft of it. */
    record NotPublished() implements Asked {}

    record Unreachable() implements Asked {}
  }

  private final PlansPeer peer;
  private final ReplicaStore store;
  private final PlanReplica replica;
  private final AsyncCache<String, Asked> answers;
  private final ExecutorService askers = Executors.newVirtualThreadPerTaskExecutor();

  PlanDirectory(PlansPeer peer, ReplicaStore store, PlanReplica replica, ReplicaSettings settings) {
    this.peer = peer;
    this.store = store;
    this.replica = replica;
    this.answers =
        Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(settings.rememberAnswers())
            .buildAsync();
  }

  /** Blocks for a bounded time; for virtual threads. */
  public Asked ask(String plan) {
    return Database.await(
        Uni.createFrom()
            .completionStage(() ->
                answers.get(
                    plan, (id, _) -> CompletableFuture.supplyAsync(() -> askPeer(id), askers))));
  }

  private Asked askPeer(String plan) {
    try {
      Optional<PlanCopy> copy = peer.plan(plan);
      return copy.isEmpty() ? new Asked.NotPublished() : keep(copy.get());
    } catch (PeerUnavailable | UnreadablePlan e) {
      LOG.warnf("cannot ask for plan %s: %s", plan, e.getMessage());
      return new Asked.Unreachable();
    }
  }

  private Asked keep(PlanCopy copy) throws UnreadablePlan {
    PublishedPlan published = copy.parsed();
    Database.await(store.keep(copy));
    replica.forget(copy.plan());
    return new Asked.Published(published);
  }
}
