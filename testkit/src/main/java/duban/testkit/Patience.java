package duban.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waiting until a freshly started server answers. */
final class Patience {

  private static final Duration LIMIT = Duration.ofSeconds(90);

  private Patience() {}

  /** Repeats the question until it is answered without exception, while the process lives. */
  static void untilAnswered(Process process, TestFolder folder, String name, Callable<?> question) {
    Instant end = Instant.now().plus(LIMIT);
    Exception last = null;
    while (process.isAlive() && Instant.now().isBefore(end)) {
      try {
        question.call();
        return;
      } catch (Exception notYet) {
        last = notYet;
        LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
      }
    }
    String why = process.isAlive() ? "does not answer" : "ended with " + process.exitValue();
    throw new IllegalStateException(name + " " + why + ": " + folder.lastWords(name), last);
  }
}
