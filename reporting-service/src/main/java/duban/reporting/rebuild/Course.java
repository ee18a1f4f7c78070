package duban.reporting.rebuild;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** How far the running rebuild has come; its readers add to it from threads of their own. */
final class Course {

  enum Phase {
    READING,
    TELLING,
    CATCHING_UP,
    COMPARING,
    SWITCHING
  }

  private final Instant began = Instant.now();
  private final AtomicLong done = new AtomicLong();
  private volatile long of;
  private volatile Phase phase = Phase.READING;

  void enter(Phase next) {
    phase = next;
  }

  /** What is to be applied in all, which grows while events come in. */
  void expect(long total) {
    of = total;
  }

  void add(long events) {
    done.addAndGet(events);
  }

  Phase phase() {
    return phase;
  }

  long done() {
    return done.get();
  }

  long of() {
    return Math.max(of, done.get());
  }

  /** On the average since it began. */
  long eventsPerSecond() {
    return done.get() * 1000 / Math.max(1, Duration.between(began, Instant.now()).toMillis());
  }
}
