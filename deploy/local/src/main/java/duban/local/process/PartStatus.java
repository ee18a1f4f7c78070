package duban.local.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One part as status shows it.
 *
 * @param pid 0 when it does not run
 * @param port 0 when it does not run
 * @param rssBytes resident memory of the process and all below it
 * @param pssBytes the same with shared pages counted once
 * @param restarts since the launcher started
 */
public record PartStatus(
    String part, PartState state, long pid, int port, long rssBytes, long pssBytes, int restarts) {

  public static PartStatus of(Path run, String part, boolean supervised) throws IOException {
    Optional<RunFile> file = RunFile.read(run, part);
    Optional<ProcessHandle> process = file.flatMap(RunFile::process);
    if (process.isEmpty()) {
      boolean awaited = supervised && file.isPresent();
      return new PartStatus(
          part,
          awaited ? PartState.RESTARTING : PartState.STOPPED,
          0,
          0,
          0,
          0,
          file.map(RunFile::restarts).orElse(0));
    }
    RunFile known = file.orElseThrow();
    boolean launcher = part.equals(Launcher.NAME);
    return new PartStatus(
        part,
        supervised ? known.state() : PartState.ORPHANED,
        known.pid(),
        known.port(),
        launcher ? Memory.residentAlone(process.get()) : Memory.resident(process.get()),
        launcher ? Memory.proportionalAlone(process.get()) : Memory.proportional(process.get()),
        known.restarts());
  }
}
