package duban.progress.intake;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** How long a batch goes on waiting for a ledger that does not take what it is given. */
final class Endurance {

  private static final long PAUSE_NANOS = Duration.ofMillis(50).toNanos();

  private final long patienceNanos;
  private long waitedNanos;

  Endurance(Duration patience) {
    this.patienceNanos = patience.toNanos();
  }

  /** Pauses; false when the patience is used up. A virtual thread that waits costs nothing. */
  boolean waitAgain() {
    if (waitedNanos >= patienceNanos) {
      return false;
    }
    long before = System.nanoTime();
    LockSupport.parkNanos(PAUSE_NANOS);
    // Without this an interrupted thread would spin.
    waitedNanos += Math.max(PAUSE_NANOS, System.nanoTime() - before);
    return true;
  }

  /** Something was taken. */
  void renew() {
    waitedNanos = 0;
  }
}
