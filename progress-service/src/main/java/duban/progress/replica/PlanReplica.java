package duban.progress.replica;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import duban.progress.ledger.Database;
import duban.progress.rules.PublishedPlan;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.unchecked.Unchecked;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The published plans as this service knows them. A parsed plan stays in memory as long as its
 * revision is the kept one; that is looked up at most once a second, so that a change which another
 * process of this service has received is seen here too.
 */
@ApplicationScoped
public class PlanReplica {

  private static final int LOOKED_UP = 1_000;

  private final ReplicaStore store;
  private final Cache<String, PublishedPlan> parsed;
  private final AsyncCache<String, Optional<PublishedPlan>> current;

  PlanReplica(ReplicaStore store, ReplicaSettings settings) {
    this.store = store;
    this.parsed = Caffeine.newBuilder().maximumSize(settings.cachedPlans()).build();
    this.current =
        Caffeine.newBuilder()
            .maximumSize(LOOKED_UP)
            .expireAfterWrite(settings.trustCache())
            .buildAsync();
  }

  /** Blocks; for virtual threads. */
  public Optional<PublishedPlan> find(String plan) {
    CompletableFuture<Optional<PublishedPlan>> looked =
        current.get(plan, (id, _) -> load(id).subscribeAsCompletionStage());
    // The usual case by far, and a batch comes here for each line.
    boolean known = looked.isDone() && !looked.isCompletedExceptionally();
    return known
        ? looked.resultNow()
        : Database.await(Uni.createFrom().completionStage(() -> looked));
  }

  /** To be called after the plan's row has changed. */
  void forget(String plan) {
    current.synchronous().invalidate(plan);
  }

  private Uni<Optional<PublishedPlan>> load(String plan) {
    Optional<PublishedPlan> known = Optional.ofNullable(parsed.getIfPresent(plan));
    return store
        .state(plan)
        .chain(state ->
            known.isPresent() && state.equals(known.map(PlanReplica::state))
                ? Uni.createFrom().item(known)
                : read(plan));
  }

  private static ReplicaStore.State state(PublishedPlan plan) {
    return new ReplicaStore.State(plan.revision(), plan.closed());
  }

  private Uni<Optional<PublishedPlan>> read(String plan) {
    return store
        .find(plan)
        .map(Unchecked.function(PlanReplica::parse))
        .invoke(found -> found.ifPresent(published -> parsed.put(plan, published)));
  }

  private static Optional<PublishedPlan> parse(Optional<PlanCopy> copy) throws UnreadablePlan {
    return copy.isEmpty() ? Optional.empty() : Optional.of(copy.get().parsed());
  }
}
