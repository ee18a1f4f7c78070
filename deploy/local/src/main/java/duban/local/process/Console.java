package duban.local.process;

import duban.local.terminal.Terminal;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Lines for the person at the terminal; several threads may speak. */
public record Console(PrintStream out) {

  /**
   * Where a command says what it is at: on the standard output, unless that is for a program, which
   * leaves the person at the terminal, if there is one.
   */
  public static Console beside(boolean json) {
    if (!json) {
      return new Console(System.out);
    }
    return new Console(
        Terminal.isError() ? System.err : new PrintStream(OutputStream.nullOutputStream()));
  }

  public void say(String line) {
    synchronized (out) {
      out.println(line);
      out.flush();
    }
  }

  /** A time as people say it: 0.5 s, 12 s. */
  public static String seconds(Duration time) {
    double seconds = time.toMillis() / 1000.0;
    return String.format(Locale.ROOT, seconds < 10 ? "%.1f s" : "%.0f s", seconds);
  }
}
