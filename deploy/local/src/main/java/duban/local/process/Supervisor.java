package duban.local.process;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Watches over parts until they are stopped, in the reverse order of their starts; parts that were
 * started together are stopped together.
 */
public final class Supervisor {

  private final Path run;
  private final BackOff backOff;
  private final Console console;
  private final Deque<List<Watch>> stages = new ArrayDeque<>();
  private boolean stopped;

  public Supervisor(Path run, BackOff backOff, Console console) {
    this.run = run;
    this.backOff = backOff;
    this.console = console;
  }

  /** The same as {@link #startTogether} for one part. */
  public CompletableFuture<Duration> start(Part part) {
    return startTogether(List.of(part)).getFirst();
  }

  /**
   * Starts parts and keeps them running.
   *
   * @return for each how long it took to become ready; fails with {@link PartFailed} if it never
   *     does
   */
  public synchronized List<CompletableFuture<Duration>> startTogether(List<Part> parts) {
    if (stopped) {
      throw new IllegalStateException("stopping");
    }
    List<Watch> stage = parts.stream().map(part -> new Watch(part, run, backOff, console)).toList();
    stages.push(stage);
    stage.forEach(watch -> Thread.ofVirtual().name(watch.part().name()).start(watch));
    return stage.stream().map(Watch::firstReady).toList();
  }

  /** Turns the logs that have grown large. */
  public synchronized void turnLogs() throws IOException {
    for (List<Watch> stage : stages) {
      for (Watch watch : stage) {
        watch.turnLog();
      }
    }
  }

  /** Stops the parts; what could not be stopped in time is killed. */
  public synchronized void stop() throws InterruptedException {
    stopped = true;
    while (!stages.isEmpty()) {
      for (Thread stopping : stages.pop().stream().map(this::stopping).toList()) {
        stopping.join();
      }
    }
  }

  private Thread stopping(Watch watch) {
    console.say("  stopping " + watch.part().name());
    return Thread.ofVirtual().start(() -> stop(watch));
  }

  private void stop(Watch watch) {
    try {
      watch.stop();
    } catch (IOException failed) {
      console.say("could not stop " + watch.part().name() + ": " + failed.getMessage());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
