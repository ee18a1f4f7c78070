package duban.local.process;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** The launcher's own entry in DUBAN_HOME/run, by which other commands find it. */
public final class Launcher {

  public static final String NAME = "launcher";

  private Launcher() {}

  public static void write(Path run, int port, PartState state) throws IOException {
    ProcessHandle self = ProcessHandle.current();
    Instant started = self.info().startInstant().orElse(Instant.EPOCH);
    new RunFile(NAME, self.pid(), started, port, state, 0).write(run);
  }

  public static void remove(Path run) throws IOException {
    RunFile.remove(run, NAME);
  }

  /** The launcher that works in this home, if one lives. */
  public static Optional<ProcessHandle> running(Path run) throws IOException {
    return RunFile.read(run, NAME).flatMap(RunFile::process);
  }

  /** Whether it has brought everything up. */
  public static boolean isReady(Path run) throws IOException {
    return RunFile.read(run, NAME).filter(file -> file.state() == PartState.READY).isPresent();
  }
}
