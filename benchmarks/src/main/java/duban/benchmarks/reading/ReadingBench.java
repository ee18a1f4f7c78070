package duban.benchmarks.reading;

import duban.document.PlanReader;
import duban.document.source.SourceReader;
import duban.document.source.SourceText;
import duban.document.source.UnreadableDocument;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./duban bench reading}: plan documents, from their bytes to their targets. */
@Command(
    name = "reading",
    mixinStandardHelpOptions = true,
    description = "Reads 1,000 pages of plan documents, one after the other, on one thread.")
public final class ReadingBench implements Callable<Integer> {

  /** A page of an official document: 22 lines of 28 characters (GB/T 9704). */
  private static final int PAGE_CHARACTERS = 22 * 28;

  private static final double WANTED_SECONDS = 10;

  @Parameters(
      arity = "0..*",
      paramLabel = "FILE",
      description = "Documents; an own one by default.")
  private List<Path> files = new ArrayList<>();

  @Option(names = "--pages", defaultValue = "1000", description = "Pages a round (default 1000).")
  private int pages;

  @Option(names = "--rounds", defaultValue = "5", description = "Rounds (default 5).")
  private int rounds;

  /** What a round took and left. */
  private record Round(double seconds, double processorSeconds, long targets, long liveKibibytes) {}

  @Override
  public Integer call() throws Exception {
    List<Map.Entry<String, byte[]>> documents = documents();
    List<Round> counted = new ArrayList<>();
    for (int round = 0; round <= rounds; round++) {
      Round measured = round(documents);
      System.err.printf("round %d of %d: %.2f s%n", round, rounds, measured.seconds());
      counted.add(measured);
    }
    // The first one, in a cold process, is what somebody who reads one document meets.
    say(
        "%d pages of %d characters, %d documents in turn, one thread",
        pages, PAGE_CHARACTERS, documents.size());
    say("%-24s %8s %8s %8s %8s", "", "first", "min", "median", "max");
    List<Round> warm = counted.subList(1, counted.size());
    row(
        "seconds",
        counted.getFirst().seconds(),
        warm.stream().map(Round::seconds).sorted().toList());
    row(
        "processor seconds",
        counted.getFirst().processorSeconds(),
        warm.stream().map(Round::processorSeconds).sorted().toList());
    say("wanted: %.0f s or less", WANTED_SECONDS);
    say(
        "%d targets a round; live heap after it %d KiB at first, %d KiB at last",
        counted.getFirst().targets(),
        counted.getFirst().liveKibibytes(),
        counted.getLast().liveKibibytes());
    return 0;
  }

  private List<Map.Entry<String, byte[]>> documents() throws IOException {
    List<Map.Entry<String, byte[]>> documents = new ArrayList<>();
    for (Path file : files) {
      documents.add(Map.entry(file.toString(), Files.readAllBytes(file)));
    }
    if (documents.isEmpty()) {
      try (InputStream own = ReadingBench.class.getResourceAsStream("plan.txt")) {
        documents.add(Map.entry("plan.txt", Objects.requireNonNull(own).readAllBytes()));
      }
    }
    return documents;
  }

  private Round round(List<Map.Entry<String, byte[]>> documents) throws UnreadableDocument {
    long characters = (long) pages * PAGE_CHARACTERS;
    long targets = 0;
    long started = System.nanoTime();
    long processor = processorNanos();
    for (int i = 0; characters > 0; i++) {
      Map.Entry<String, byte[]> document = documents.get(i % documents.size());
      SourceText text = SourceReader.read(document.getValue(), document.getKey());
      targets += PlanReader.read(text, null).targets().count();
      characters -= Math.max(1, text.text().length());
    }
    double seconds = (System.nanoTime() - started) / 1e9;
    return new Round(seconds, (processorNanos() - processor) / 1e9, targets, liveKibibytes());
  }

  /** Of the whole process, since a file is read on a thread of its own. */
  private static long processorNanos() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getProcessCpuTime()
        : 0;
  }

  private static long liveKibibytes() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1024;
  }

  private static void row(String name, double first, List<Double> sorted) {
    say(
        "%-24s %8.2f %8.2f %8.2f %8.2f",
        name, first, sorted.getFirst(), sorted.get(sorted.size() / 2), sorted.getLast());
  }

  private static void say(String format, Object... values) {
    System.out.printf(format + "%n", values);
  }
}
