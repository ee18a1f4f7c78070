package duban.gateway.limit;

import java.util.concurrent.atomic.AtomicBoolean;

/** One of a bounded number of places; whoever finds first that its holder is done gives it back. */
public final class Place {

  private final AtomicBoolean held = new AtomicBoolean(true);
  private final Runnable giveBack;

  Place(Runnable giveBack) {
    this.giveBack = giveBack;
  }

  /** Gives the place back; does nothing the second time. */
  public void leave() {
    if (held.compareAndSet(true, false)) {
      giveBack.run();
    }
  }
}
