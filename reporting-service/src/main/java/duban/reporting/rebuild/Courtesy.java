package duban.reporting.rebuild;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/**
 * A rebuild beside running tables takes the time that reports and the intake leave: before each of
 * its transactions it lets theirs end, for as long as its own last one took at the most, since else
 * it would never come to its end among many askers.
 */
final class Courtesy {

  private static final Duration LOOK_AGAIN = Duration.ofMillis(1);

  private final IntSupplier others;
  private final Duration atMost;
  private volatile long lastNanos;

  /**
   * @param others how many transactions of others are under way
   * @param atMost zero: nobody else is served
   */
  Courtesy(IntSupplier others, Duration atMost) {
    this.others = others;
    this.atMost = atMost;
  }

  <T> T inTurn(Supplier<T> work) {
    letOthersGoFirst();
    long began = System.nanoTime();
    T done = work.get();
    lastNanos = System.nanoTime() - began;
    return done;
  }

  private void letOthersGoFirst() {
    long patience = System.nanoTime() + Math.min(lastNanos, atMost.toNanos());
    while (others.getAsInt() > 0 && System.nanoTime() < patience) {
      LockSupport.parkNanos(LOOK_AGAIN.toNanos());
    }
  }
}
