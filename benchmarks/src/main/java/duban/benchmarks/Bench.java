package duban.benchmarks;

import duban.benchmarks.ledger.LedgerBench;
import duban.benchmarks.reading.ReadingBench;
import duban.benchmarks.rebuild.RebuildBench;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code ./duban bench ...} */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = "Measures Duban beside a limit or a peer.",
    subcommands = {LedgerBench.class, ReadingBench.class, RebuildBench.class})
public final class Bench {

  private Bench() {}

  public static void main(String[] args) {
    System.exit(new CommandLine(new Bench()).execute(args));
  }
}
