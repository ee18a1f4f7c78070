package duban.door;

import duban.contracts.problem.Problem;
import duban.contracts.problem.ProblemType;
import java.net.SocketException;
import java.nio.channels.ClosedChannelException;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind a service (its database, a peer) is away. That is no bug: the caller may come
 * again, and the log is spared, since readiness says it and every caller would say it again.
 */
final class Outage {

  static final Problem PROBLEM =
      Problem.of(
          ProblemType.TRY_LATER,
          "后面的部件暂时没有应答，请稍后再试。",
          "Something behind this service does not answer just now; please try again shortly.");

  private static final int DEEPEST_CAUSE = 10;

  private Outage() {}

  /** Whether it began with a connection that was refused, or broke. */
  static boolean isBehind(Throwable failure) {
    @Nullable Throwable cause = failure;
    for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
      if (cause instanceof SocketException || cause instanceof ClosedChannelException) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }
}
