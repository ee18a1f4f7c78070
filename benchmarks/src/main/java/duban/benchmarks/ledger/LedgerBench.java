package duban.benchmarks.ledger;

import duban.testkit.CrashablePostgres;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./duban bench ledger}: appends beside plain inserts on one durable PostgreSQL. */
@Command(
    name = "ledger",
    mixinStandardHelpOptions = true,
    description =
        "Appends of one event by 32 and by 256 concurrent callers, and of 500 in one request, beside"
            + " plain durable inserts of the same rows with the same indexes.")
public final class LedgerBench implements Callable<Integer> {

  private static final int CONNECTIONS = 32;
  private static final int BATCH = 500;

  @Option(
      names = "--rounds",
      defaultValue = "5",
      description = "Rounds of each, in turn (default 5).")
  private int rounds;

  @Option(names = "--seconds", defaultValue = "4", description = "Length of a round (default 4).")
  private int seconds;

  @Option(names = "--ledgers", defaultValue = "1", description = "Ledgers appended to (default 1).")
  private int ledgers;

  @Override
  public Integer call() throws Exception {
    // PostgreSQL's own defaults, durable, but for nothing: the launcher's small ones would flatter
    // us.
    Map<String, String> settings =
        Map.of("shared_buffers", "128MB", "max_wal_size", "1GB", "max_connections", "100");
    try (CrashablePostgres postgres = CrashablePostgres.start(settings);
        PlainTable plain = new PlainTable(postgres.address(), CONNECTIONS);
        LedgerTable appends = new LedgerTable(postgres.address(), ledgers)) {
      say(
          "PostgreSQL 18, fsync and synchronous_commit %s/%s; %d processors; %d rounds of %d s in turn; %d ledger(s)",
          plain.setting("fsync"),
          plain.setting("synchronous_commit"),
          Runtime.getRuntime().availableProcessors(),
          rounds,
          seconds,
          ledgers);
      Map<String, List<Double>> rates = measure(plain, appends);
      say("");
      say("%-46s %10s %10s %10s", "rows a second", "min", "median", "max");
      rates.forEach((name, values) ->
          say("%-46s %10.0f %10.0f %10.0f", name, min(values), median(values), max(values)));
      say("");
      ratio(rates, "append, 32 callers", "insert, 32 connections", 1.5);
      ratio(rates, "append, 256 callers", "insert, 32 connections", 3.0);
      ratio(rates, "append, requests of 500", "insert, statements of 500", 0.7);
      say(
          "two requests at once go to one ledger, which is one stream; two connections are two streams,"
              + " so those rows are shown without a ratio");
      say("every append was checked: ids, positions, hashes and whole chains");
    }
    return 0;
  }

  private Map<String, List<Double>> measure(PlainTable plain, LedgerTable appends)
      throws Exception {
    Map<String, Contender> contenders = new LinkedHashMap<>();
    contenders.put("insert, 32 connections", length -> plain.single(length));
    contenders.put("append, 32 callers", length -> appends.run(32, 1, length));
    contenders.put("append, 256 callers", length -> appends.run(256, 1, length));
    contenders.put("insert, statements of 500", length -> plain.batches(1, BATCH, length));
    contenders.put("append, requests of 500", length -> appends.run(1, BATCH, length));
    contenders.put(
        "insert, statements of 500, two at once", length -> plain.batches(2, BATCH, length));
    contenders.put("append, requests of 500, two at once", length -> appends.run(2, BATCH, length));
    Map<String, List<Double>> rates = new LinkedHashMap<>();
    Duration length = Duration.ofSeconds(seconds);
    for (int round = 0; round <= rounds; round++) {
      for (Map.Entry<String, Contender> contender : contenders.entrySet()) {
        double rate = contender.getValue().run(length);
        // The first round warms both sides up and is not counted.
        if (round > 0) {
          rates.computeIfAbsent(contender.getKey(), n -> new ArrayList<>()).add(rate);
        }
        System.err.printf(
            "round %d of %d: %-40s %8.0f/s%n", round, rounds, contender.getKey(), rate);
      }
    }
    return rates;
  }

  /** Rows a second over a round of that length. */
  @FunctionalInterface
  private interface Contender {
    double run(Duration length) throws Exception;
  }

  /** The ratio round by round, because both sides of a round met the same machine. */
  private static void ratio(
      Map<String, List<Double>> rates, String ours, String theirs, double goal) {
    List<Double> numerators = rates.getOrDefault(ours, List.of());
    List<Double> denominators = rates.getOrDefault(theirs, List.of());
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < numerators.size(); i++) {
      ratios.add(numerators.get(i) / denominators.get(i));
    }
    say(
        "%-38s / %-40s %.2f x (%.2f to %.2f), wanted %.1f x",
        ours, theirs, median(ratios), min(ratios), max(ratios), goal);
  }

  private static double min(List<Double> values) {
    return values.stream().mapToDouble(v -> v).min().orElseThrow();
  }

  private static double max(List<Double> values) {
    return values.stream().mapToDouble(v -> v).max().orElseThrow();
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  private static void say(String format, Object... values) {
    System.out.printf(format + "%n", values);
  }
}
