package duban.local.process;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * One supervised process.
 *
 * @param name as people see it in status and in the log's name
 * @param farewell how it is asked to stop
 * @param patience how long it may take to stop before it is killed
 */
public record Part(
    String name,
    int port,
    Path log,
    Launch launch,
    Probe probe,
    Farewell farewell,
    Duration patience) {

  /** Makes the command anew for each start, because settings may have changed. */
  @FunctionalInterface
  public interface Launch {
    ProcessBuilder prepare() throws IOException, InterruptedException;
  }

  /**
   * Asks a started process whether it is ready; may do what has to be done before it is. A process
   * that does not answer yet is not ready, so there is no exception for that.
   */
  @FunctionalInterface
  public interface Probe {
    boolean ready() throws InterruptedException;
  }

  /** The signal that asks a process to end. */
  public enum Farewell {
    TERMINATE,
    /** PostgreSQL takes SIGTERM as "wait until every client has left". */
    INTERRUPT
  }
}
