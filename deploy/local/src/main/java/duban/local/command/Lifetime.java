package duban.local.command;

import duban.local.home.Home;
import duban.local.home.Installation;
import duban.local.identity.LocalIssuer;
import duban.local.process.Console;
import duban.local.process.Launcher;
import duban.local.process.PartState;
import duban.local.process.Supervisor;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;

/**
 * From the launcher's start to its orderly end. Ctrl-C, SIGTERM and a closed terminal reach the
 * virtual machine as its shutdown, which waits here until every part has stopped.
 */
final class Lifetime {

  private static final int OK = 0;

  private final Home home;
  private final Supervisor supervisor;
  private final Console console;
  private final LocalIssuer issuer;
  private final CountDownLatch ended = new CountDownLatch(1);
  private int port;

  Lifetime(Home home, Supervisor supervisor, Console console, LocalIssuer issuer) {
    this.home = home;
    this.supervisor = supervisor;
    this.console = console;
    this.issuer = issuer;
  }

  void begin(int gatewayPort) throws IOException {
    port = gatewayPort;
    Runtime.getRuntime().addShutdownHook(new Thread(this::stopAtSignal, "orderly-stop"));
    Thread.ofVirtual().start(new Housekeeping(home, issuer, supervisor, console, ended));
    Launcher.write(home.run(), port, PartState.STARTING);
  }

  void ready() throws IOException {
    Launcher.write(home.run(), port, PartState.READY);
  }

  /** Waits for the signal that ends the virtual machine, so it does not return by itself. */
  int untilStopped() throws InterruptedException {
    ended.await();
    return OK;
  }

  /** Stops every part, once. */
  synchronized void stop() throws IOException, InterruptedException {
    if (ended.getCount() == 0) {
      return;
    }
    supervisor.stop();
    Launcher.remove(home.run());
    Installation.here().unmark();
    ended.countDown();
  }

  /** A stop that was asked for is a success, whichever signal asked. */
  private void stopAtSignal() {
    if (ended.getCount() == 0) {
      return;
    }
    try {
      console.say("\nStopping, the data is kept:");
      stop();
      console.say("Duban has stopped.");
      Runtime.getRuntime().halt(OK);
    } catch (IOException failed) {
      console.say("could not stop in order: " + failed.getMessage());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
