package duban.reporting.freshness;

import duban.reporting.feed.Feed;
import duban.reporting.projection.Positions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Read your own writes: an answer waits, bounded, until what the caller appended is applied. The
 * feed tells of each transaction, so the wait ends with the commit and not with a timer.
 */
@ApplicationScoped
public class After {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** Plan events may change no row, and a feed's call may be lost. */
  private static final Duration LOOK_AGAIN = Duration.ofMillis(250);

  /** Between two looks, however fast others' changes come in. */
  private static final Duration BREATH = Duration.ofMillis(5);

  private final Positions positions;
  private final Feed feed;

  After(Positions positions, Feed feed) {
    this.positions = positions;
    this.feed = feed;
  }

  /**
   * @param header {@code Duban-After} as it came; null: do not wait
   * @throws duban.door.ProblemException when it is malformed
   */
  public <T> Uni<T> then(@Nullable String header, Supplier<Uni<T>> answer) {
    Positioned wanted = Positioned.parse(header);
    return wanted.isEmpty()
        ? answer.get()
        : applied(wanted, Instant.now().plus(PATIENCE)).chain(() -> answer.get());
  }

  private Uni<Void> applied(Positioned wanted, Instant until) {
    // Remembered before looking, so that what is applied after the look ends the wait at once.
    long seen = feed.last();
    return positions
        .all()
        .chain(now -> {
          if (wanted.isIncludedIn(now)) {
            return Uni.createFrom().voidItem();
          }
          if (Instant.now().isAfter(until)) {
            return Uni.createFrom().failure(new NotYetApplied());
          }
          return feed.pastOf(seen)
              .ifNoItem()
              .after(LOOK_AGAIN)
              .recoverWithItem(() -> null)
              .onItem()
              .delayIt()
              .by(BREATH)
              .chain(() -> applied(wanted, until));
        });
  }
}
