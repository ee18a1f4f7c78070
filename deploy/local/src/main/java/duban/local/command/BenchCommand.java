package duban.local.command;

import duban.local.home.Installation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Unmatched;

/** {@code ./duban bench}. */
@Command(
    name = "bench",
    description =
        "Measures beside a limit or a peer: ./duban bench ledger, ./duban bench reading, ./duban"
            + " bench rebuild. The rest of the line goes to the benchmark; --help after its name"
            + " lists what it takes.")
public final class BenchCommand implements Callable<Integer> {

  @Parameters(arity = "1", paramLabel = "NAME", description = "ledger, reading or rebuild")
  private String name;

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
