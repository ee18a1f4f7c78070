package duban.plans.document;

import duban.document.PlanReader;
import duban.document.PlanReading;
import duban.document.source.SourceReader;
import duban.document.source.SourceText;
import duban.document.source.UnreadableDocument;
import duban.document.source.UnreadableDocument.Reason;
import duban.door.ProblemException;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * Reads documents on a few threads of its own. Reading is work for a core and may not hear an
 * interrupt, so it must not be done on a virtual thread, whose carrier all others need; and a place
 * is free only when its thread is, not already when the sender was told that it takes too long.
 */
@ApplicationScoped
class Readers {

  private static final long IDLE_SECONDS = 60;

  private final ImportLimits limits;
  private final ExecutorService threads;

  /** A document's words, and what they were taken to say. */
  record Read(SourceText source, PlanReading reading) {}

  @Inject
  Readers(ImportLimits limits) {
    this.limits = limits;
    this.threads =
        new ThreadPoolExecutor(
            0,
            limits.readingsAtOnce(),
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            Thread.ofPlatform().name("document-reader-", 0).daemon().factory());
  }

  @PreDestroy
  void close() {
    threads.shutdownNow();
  }

  /**
   * Blocks for a bounded time; for virtual threads.
   *
   * @param then what is made of it, on the reader's own thread
   * @throws ProblemException when the file cannot be read, takes too long, or others are being read
   */
  <T> T document(byte[] file, String name, int year, Function<Read, T> then) {
    return wait(() -> then.apply(read(SourceReader.read(file, name), year)));
  }

  /** As {@link #document}, for words that were read before. */
  <T> T words(SourceText words, int year, Function<Read, T> then) {
    return wait(() -> then.apply(read(words, year)));
  }

  private static Read read(SourceText source, int year) {
    SourceText keepable = Keepable.of(source);
    return new Read(keepable, PlanReader.read(keepable, year));
  }

  private <T> T wait(Callable<T> work) {
    Future<T> reading = start(work);
    try {
      return reading.get(limits.patience().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      reading.cancel(true);
      throw new ProblemException(Unread.because(Reason.TAKES_TOO_LONG));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ProblemException(Unread.BUSY);
    } catch (ExecutionException e) {
      throw refusal(e);
    }
  }

  private <T> Future<T> start(Callable<T> work) {
    try {
      return threads.submit(work);
    } catch (RejectedExecutionException e) {
      throw new ProblemException(Unread.BUSY);
    }
  }

  private static RuntimeException refusal(ExecutionException failure) {
    return switch (failure.getCause()) {
      case UnreadableDocument unreadable ->
          new ProblemException(Unread.because(unreadable.reason()));
      case ProblemException refused -> refused;
      case null, default ->
          new IllegalStateException("a document's reader failed", failure.getCause());
    };
  }
}
