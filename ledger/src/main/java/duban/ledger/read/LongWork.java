package duban.ledger.read;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.MultiEmitter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Work of minutes, on a worker thread because it computes as much as it waits. Whoever waits hears
 * of it every second, so that no idle limit on the way takes the silence for an end; when nobody
 * waits any more it stops.
 */
public final class LongWork {

  private static final Duration TOLD_EVERY = Duration.ofSeconds(1);

  private LongWork() {}

  /** The work's hold on who waits for it. */
  @FunctionalInterface
  public interface Listener {

    /**
     * Tells where the work stands.
     *
     * @return whether somebody still waits for it
     */
    boolean stillWants(Progress progress);
  }

  /** The result of blocking work, begun by the subscription and ended by its cancellation. */
  public static <T> Uni<T> onWorker(Consumer<Progress> told, Function<Listener, T> work) {
    return Uni.createFrom()
        .<T>emitter(emitter -> {
          AtomicBoolean over = new AtomicBoolean();
          emitter.onTermination(() -> over.set(true));
          emitter.complete(
              work.apply(progress -> {
                told.accept(progress);
                return !over.get();
              }));
        })
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
  }

  /**
   * Where the work stands, a {@link Progress} a second, and last its result.
   *
   * @param begun what is told until the work tells more
   */
  public static Multi<Object> told(
      Progress begun, Function<Consumer<Progress>, ? extends Uni<?>> work) {
    return Multi.createFrom()
        .emitter(
            lines -> tell(new AtomicReference<>(begun), work, lines), BackPressureStrategy.LATEST);
  }

  private static void tell(
      AtomicReference<Progress> latest,
      Function<Consumer<Progress>, ? extends Uni<?>> work,
      MultiEmitter<? super Object> lines) {
    Uni<?> result = work.apply(latest::set);
    Cancellable clock =
        Multi.createFrom()
            .ticks()
            .startingAfter(TOLD_EVERY)
            .every(TOLD_EVERY)
            .onOverflow()
            .drop()
            .subscribe()
            .with(tick -> lines.emit(latest.get()));
    Cancellable running =
        result
            .subscribe()
            .with(
                done -> {
                  clock.cancel();
                  lines.emit(done).complete();
                },
                lines::fail);
    lines.onTermination(() -> {
      clock.cancel();
      running.cancel();
    });
  }
}
