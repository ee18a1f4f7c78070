package duban.local.command;

import duban.local.home.Disk;
import duban.local.home.Home;
import duban.local.identity.LocalIssuer;
import duban.local.process.Console;
import duban.local.process.Supervisor;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What has to be done now and then while the system runs. */
final class Housekeeping implements Runnable {

  private static final Duration EVERY = Duration.ofSeconds(15);
  private static final Duration TOKEN_EVERY = Duration.ofMinutes(20);
  private static final long LOW_MIB = 200;

  private final Home home;
  private final LocalIssuer issuer;
  private final Supervisor supervisor;
  private final Console console;
  private final CountDownLatch ended;
  private long tokenAt = System.nanoTime();
  private boolean warned;

  /**
   * @param ended opened when the system stops
   */
  Housekeeping(
      Home home, LocalIssuer issuer, Supervisor supervisor, Console console, CountDownLatch ended) {
    this.home = home;
    this.issuer = issuer;
    this.supervisor = supervisor;
    this.console = console;
    this.ended = ended;
  }

  /** Returns when the system stops. */
  @Override
  public void run() {
    try {
      while (!ended.await(EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
        tidy();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** A full disk must not end the supervision: what fails now is tried again in 15 s. */
  private void tidy() {
    try {
      supervisor.turnLogs();
      if (System.nanoTime() - tokenAt > TOKEN_EVERY.toNanos()) {
        issuer.renewServiceToken();
        tokenAt = System.nanoTime();
      }
      watchDisk();
    } catch (IOException failed) {
      console.say("the launcher could not write to " + home.path() + ": " + failed.getMessage());
    }
  }

  private void watchDisk() throws IOException {
    long free = Disk.freeMib(home.path());
    if (free < LOW_MIB && !warned) {
      console.say(
          "the disk is nearly full: "
              + home.path()
              + " has "
              + free
              + " MiB left; free some space");
    }
    warned = free < LOW_MIB;
  }
}
