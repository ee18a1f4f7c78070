package duban.local.process;

import com.fasterxml.jackson.core.JacksonException;
import duban.contracts.Json;
import duban.ground.OwnerOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * What DUBAN_HOME/run says of one process.
 *
 * @param startedAt the operating system's time of the process's start; with the pid it names one
 *     process for ever, while a pid alone may belong to another one tomorrow
 * @param restarts how often it was started again since the launcher started
 */
public record RunFile(
    String part, long pid, Instant startedAt, int port, PartState state, int restarts) {

  static RunFile of(Part part, ProcessHandle process, PartState state, int restarts) {
    Instant started = process.info().startInstant().orElse(Instant.EPOCH);
    return new RunFile(part.name(), process.pid(), started, part.port(), state, restarts);
  }

  /** What is known of the part; nothing if it was stopped in order or never started. */
  public static Optional<RunFile> read(Path run, String part) throws IOException {
    try {
      return Optional.of(
          Json.lenient().readValue(Files.readString(file(run, part)), RunFile.class));
    } catch (NoSuchFileException | JacksonException none) {
      return Optional.empty();
    }
  }

  public void write(Path run) throws IOException {
    OwnerOnly.write(file(run, part), Json.lenient().writeValueAsString(this) + "\n");
  }

  public static void remove(Path run, String part) throws IOException {
    Files.deleteIfExists(file(run, part));
  }

  /** The process, if it is still the one that was started. */
  public Optional<ProcessHandle> process() {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(found -> found.info().startInstant().map(startedAt::equals).orElse(false));
  }

  private static Path file(Path run, String part) {
    return run.resolve(part + ".json");
  }
}
