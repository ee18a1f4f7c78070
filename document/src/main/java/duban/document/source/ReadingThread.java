package duban.document.source;

import duban.document.source.UnreadableDocument.Reason;
import duban.document.source.reading.Limits;
import duban.document.source.reading.Locked;
import duban.document.source.reading.NotThisFormat;
import duban.document.source.reading.OverLimit;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A thread for one document. Readers watch the time themselves; where a library does not come back
 * to them the thread is left behind, and the caller goes on. A stack of its own lets deep nesting
 * overflow in the same place whoever calls.
 */
final class ReadingThread {

  private static final long STACK_BYTES = 2 << 20;
  private static final long GRACE_MILLIS = 1_000;

  private ReadingThread() {}

  static String run(Limits limits, Callable<String> reading) throws UnreadableDocument {
    FutureTask<String> task = new FutureTask<>(reading);
    Thread thread = new Thread(null, task, "document", STACK_BYTES);
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get(limits.time().toMillis() + GRACE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (ExecutionException failed) {
      throw failure(failed.getCause());
    } catch (TimeoutException late) {
      task.cancel(true);
      throw new UnreadableDocument(Reason.TAKES_TOO_LONG, late);
    } catch (InterruptedException stopped) {
      task.cancel(true);
      Thread.currentThread().interrupt();
      throw new UnreadableDocument(Reason.TAKES_TOO_LONG, stopped);
    }
  }

  private static UnreadableDocument failure(@Nullable Throwable cause) {
    return cause == null
        ? new UnreadableDocument(Reason.BROKEN)
        : new UnreadableDocument(reason(cause), cause);
  }

  /** A library may have wrapped what a reader threw. */
  private static Reason reason(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof OverLimit over) {
        return reason(over);
      }
    }
    return switch (failure) {
      case Locked wanted -> Reason.ENCRYPTED;
      case NotThisFormat other -> Reason.UNKNOWN_FORMAT;
      case OutOfMemoryError full -> Reason.EXPANDS_TOO_MUCH;
      case LinkageError incomplete -> throw incomplete;
      default -> Reason.BROKEN;
    };
  }

  private static Reason reason(OverLimit over) {
    return switch (over.limit()) {
      case LENGTH -> Reason.TOO_LARGE;
      case UNPACKED -> Reason.EXPANDS_TOO_MUCH;
      case TIME -> Reason.TAKES_TOO_LONG;
    };
  }
}
