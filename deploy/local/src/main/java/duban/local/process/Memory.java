package duban.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Resident memory as Linux counts it. */
public final class Memory {

  private static final long KIB = 1024;

  private Memory() {}

  /**
   * The resident bytes of a process and all below it, added up. Memory that PostgreSQL's processes
   * share is counted once for each, so the sum errs on the large side.
   */
  static long resident(ProcessHandle process) {
    return tree(process).mapToLong(Memory::residentAlone).sum();
  }

  /**
   * The same with shared pages divided among those that share them: what the machine really gives.
   */
  static long proportional(ProcessHandle process) {
    return tree(process).mapToLong(Memory::proportionalAlone).sum();
  }

  static long residentAlone(ProcessHandle process) {
    return field(process, "status", "VmRSS:");
  }

  static long proportionalAlone(ProcessHandle process) {
    return field(process, "smaps_rollup", "Pss:");
  }

  private static Stream<ProcessHandle> tree(ProcessHandle process) {
    return Stream.concat(Stream.of(process), process.descendants());
  }

  private static long field(ProcessHandle process, String file, String name) {
    try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(process.pid()), file))) {
      return lines
          .filter(line -> line.startsWith(name))
          .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * KIB)
          .findFirst()
          .orElse(0);
    } catch (IOException | UncheckedIOException gone) {
      return 0;
    }
  }
}
