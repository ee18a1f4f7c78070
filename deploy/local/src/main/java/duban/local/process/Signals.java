package duban.local.process;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What Java's own process API cannot do. */
public final class Signals {

  private Signals() {}

  /**
   * Puts the command into a session of its own: Ctrl-C in the terminal must reach the launcher
   * alone, which then stops the parts in order.
   */
  public static List<String> ownSession(List<String> command) {
    List<String> all = new ArrayList<>();
    all.add("setsid");
    all.addAll(command);
    return all;
  }

  /** Asks the process to end. */
  static void send(ProcessHandle process, Part.Farewell farewell) throws IOException {
    switch (farewell) {
      case TERMINATE -> process.destroy();
      case INTERRUPT ->
          new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
    }
  }

  /** The signal that ended a process, read from its exit code. */
  static Optional<String> named(int exitCode) {
    return switch (exitCode) {
      case 134 -> Optional.of("SIGABRT");
      case 137 -> Optional.of("SIGKILL");
      case 139 -> Optional.of("SIGSEGV");
      case 143 -> Optional.of("SIGTERM");
      default -> Optional.empty();
    };
  }
}
