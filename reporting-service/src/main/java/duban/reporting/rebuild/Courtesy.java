package duban.reporting.rebuild;

import duban.reporting.rebuild.Rebuilder.Workshop;
import duban.reporting.store.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * A rebuild beside running tables takes the time that reports and the intake leave: before each of
 * its transactions it lets theirs end, but not for so long that it would never come to its own end.
 */
@ApplicationScoped
class Courtesy {

  private static final Duration LOOK_AGAIN = Duration.ofMillis(1);

  private final Transactions others;
  private final RebuildSettings settings;

  Courtesy(Transactions others, RebuildSettings settings) {
    this.others = others;
    this.settings = settings;
  }

  void letOthersGoFirst(Workshop shop) {
    if (!shop.served()) {
      return;
    }
    long patience = System.nanoTime() + settings.yieldsFor().toNanos();
    while (others.underWay() > 0 && System.nanoTime() < patience) {
      LockSupport.parkNanos(LOOK_AGAIN.toNanos());
    }
  }
}
