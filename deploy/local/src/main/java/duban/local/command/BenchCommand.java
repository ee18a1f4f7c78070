package duban.local.command;

import duban.local.home.Installation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Unmatched;

/** {@code ./duban bench}. */
@Command(
    name = "bench",
    description = {
      "Measures beside a limit or a peer.",
      "What follows the name goes to the benchmark; --help after it lists what it takes."
    },
    exitCodeList = {"0:done", "1:failed", "2:wrong usage"},
    footer = {
      "  ./duban bench ledger --rounds 3",
      "  ./duban bench reading",
      "  ./duban bench rebuild --help"
    })
public final class BenchCommand implements Callable<Integer> {

  @Parameters(
      arity = "1",
      paramLabel = "NAME",
      completionCandidates = Names.class,
      description = "${COMPLETION-CANDIDATES}.")
  private String name;

  /** For help and for the shell. */
  static final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return List.of("ledger", "reading", "rebuild").iterator();
    }
  }

  @Unmatched private List<String> more = new ArrayList<>();

  @Override
  public Integer call() throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Installation.java().toString());
    command.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            Installation.here().benchmarks(),
            "duban.benchmarks.Bench",
            name));
    command.addAll(more);
    return new ProcessBuilder(command).inheritIO().start().waitFor();
  }
}
