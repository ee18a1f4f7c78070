package duban.local.command;

import duban.contracts.Json;
import duban.local.home.ExitCode;
import duban.local.home.Home;
import duban.local.part.Parts;
import duban.local.process.Launcher;
import duban.local.process.PartState;
import duban.local.process.PartStatus;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
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

  /** What {@code --json} prints. */
  record Report(
      String home, String address, boolean running, long rssBytes, List<PartStatus> parts) {}

  @Override
  public Integer call() throws IOException {
    Home home = Home.here();
    Report report = look(home);
    if (json) {
      System.out.println(
          Json.lenient().writerWithDefaultPrettyPrinter().writeValueAsString(report));
    } else {
      print(report, System.out);
    }
    return report.running() ? ExitCode.DONE : ExitCode.NOT_ALL_WELL;
  }

  private static Report look(Home home) throws IOException {
    List<String> names = new ArrayList<>(List.of(Launcher.NAME));
    names.addAll(Parts.NAMES);
    boolean supervised = Launcher.running(home.run()).isPresent();
    List<PartStatus> parts = new ArrayList<>();
    for (String name : names) {
      parts.add(PartStatus.of(home.run(), name, supervised));
    }
    return new Report(
        home.path().toString(),
        home.gateway().toString(),
        parts.stream().allMatch(part -> part.state() == PartState.READY),
        parts.stream().mapToLong(PartStatus::rssBytes).sum(),
        parts);
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
