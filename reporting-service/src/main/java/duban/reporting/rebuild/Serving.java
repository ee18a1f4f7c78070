package duban.reporting.rebuild;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Whether this version's tables are there to be read, or how far they have come. */
@ApplicationScoped
public class Serving {

  private final CompletableFuture<@Nullable Void> begun = new CompletableFuture<>();
  private volatile @Nullable RebuildState building;

  void begin() {
    begun.complete(null);
  }

  void isBuilding(@Nullable RebuildState state) {
    building = state;
  }

  /** How far they have come; null while that is not known. */
  @Nullable RebuildState building() {
    return building;
  }

  public boolean hasBegun() {
    return begun.isDone();
  }

  /** Done as soon as they are there. */
  public Uni<Void> begun() {
    return Uni.createFrom().completionStage(begun.copy()).replaceWithVoid();
  }
}
