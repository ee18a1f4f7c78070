package duban.document.source.reading;

import com.sun.management.ThreadMXBean;
import duban.document.source.reading.OverLimit.Limit;
import java.lang.management.ManagementFactory;

/**
 * What is left to one reading of time and memory. Belongs to the thread that reads; a reader asks
 * it at every paragraph and page, and wherever a file can make a library work without end.
 */
public final class Allowance {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final Limits limits;
  private final long deadlineNanos;
  private long burstStartBytes = THREADS.getCurrentThreadAllocatedBytes();

  public Allowance(Limits limits) {
    this.limits = limits;
    this.deadlineNanos = System.nanoTime() + limits.time().toNanos();
  }

  public Limits limits() {
    return limits;
  }

  /** Fails when the time is over, or more was allocated than one paragraph or page can need. */
  public void check() {
    if (Thread.currentThread().isInterrupted() || System.nanoTime() - deadlineNanos > 0) {
      throw new OverLimit(Limit.TIME);
    }
    if (THREADS.getCurrentThreadAllocatedBytes() - burstStartBytes > limits.burstBytes()) {
      throw new OverLimit(Limit.UNPACKED);
    }
  }

  /** A paragraph or page is done with: the next one starts anew. */
  public void next() {
    check();
    burstStartBytes = THREADS.getCurrentThreadAllocatedBytes();
  }
}
