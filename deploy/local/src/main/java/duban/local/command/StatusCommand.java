package duban.local.command;

import duban.local.home.ExitCode;
import duban.local.home.Home;
import duban.local.process.PartStatus;
import duban.local.terminal.Terminal;
import java.io.IOException;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./duban status}. */
@Command(
    name = "status",
    description = {"Shows the parts with pid, port, state and memory.", "./duban up starts them."},
    exitCodeList = {"0:all are ready", "1:failed", "2:wrong usage", "3:not all are ready"},
    footer = {"  ./duban status", "  ./duban status --json"})
public final class StatusCommand implements Callable<Integer> {

  private static final long MIB = 1024L * 1024;

  @Option(names = "--json", description = "For programs.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    Report report = Report.of(Home.here());
    if (json) {
      Terminal.print(report);
    } else {
      print(report, System.out);
    }
    return report.running() ? ExitCode.DONE : ExitCode.NOT_ALL_WELL;
  }

  private static void print(Report report, PrintStream out) {
    out.printf("%-18s %-11s %8s %6s %9s%n", "part", "state", "pid", "port", "memory");
    for (PartStatus part : report.parts()) {
      out.printf(
          "%-18s %-11s %8s %6s %9s%n",
          part.part(),
          part.state().word() + (part.restarts() > 0 ? " (" + part.restarts() + ")" : ""),
          part.pid() == 0 ? "-" : Long.toString(part.pid()),
          part.port() == 0 ? "-" : Integer.toString(part.port()),
          part.rssBytes() == 0 ? "-" : part.rssBytes() / MIB + " MiB");
    }
    out.printf("%-46s %9s%n", report.home(), report.rssBytes() / MIB + " MiB");
  }
}
