package duban.local.command;

import duban.local.home.ExitCode;
import duban.local.home.Home;
import duban.local.home.Refusal;
import duban.local.part.Parts;
import duban.local.process.Console;
import duban.local.process.Launcher;
import duban.local.process.Leftovers;
import duban.local.terminal.Terminal;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./duban down}. */
@Command(
    name = "down",
    description = {
      "Stops the system in order and keeps its data.",
      "Also what a launcher that was killed left behind."
    },
    exitCodeList = {"0:nothing runs any more", "1:failed", "2:wrong usage"},
    footer = {
      "  ./duban down",
      "  ./duban down --json",
      "  DUBAN_HOME=/var/tmp/second ./duban down"
    })
public final class DownCommand implements Callable<Integer> {

  private static final long PATIENCE_SECONDS = 120;

  @Option(names = "--json", description = "For programs.")
  private boolean json;

  /**
   * What {@code --json} prints.
   *
   * @param ran whether there was anything to stop
   */
  record Stopped(String home, boolean ran) {}

  @Override
  public Integer call() throws Exception {
    Home home = Home.here();
    Console console = Console.beside(json);
    Optional<ProcessHandle> launcher = Launcher.running(home.run());
    if (launcher.isPresent()) {
      console.say("Stopping Duban in " + home.path());
      launcher.get().destroy();
      if (!ends(launcher.get())) {
        throw new Refusal("the launcher (pid " + launcher.get().pid() + ") does not stop");
      }
    }
    int leftOver = new Leftovers(home.run(), console).stop(Parts.NAMES);
    Launcher.remove(home.run());
    boolean ran = launcher.isPresent() || leftOver > 0;
    console.say(ran ? "Duban has stopped." : "Duban was not running.");
    if (json) {
      Terminal.print(new Stopped(home.path().toString(), ran));
    }
    return ExitCode.DONE;
  }

  private static boolean ends(ProcessHandle launcher)
      throws InterruptedException, ExecutionException {
    try {
      launcher.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return true;
    } catch (TimeoutException stuck) {
      return false;
    }
  }
}
