package duban.local.process;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Parts that go on without their launcher, because it was killed. */
public record Leftovers(Path run, Console console) {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** Stops those of the named parts that still live, the last name first; says how many. */
  public int stop(List<String> parts) throws IOException, InterruptedException {
    int stopped = 0;
    for (String part : parts.reversed()) {
      Optional<ProcessHandle> process = RunFile.read(run, part).flatMap(RunFile::process);
      if (process.isPresent()) {
        console.say("  stopping " + part + ", left over from a launcher that was killed");
        stop(part, process.get());
        stopped++;
      }
      RunFile.remove(run, part);
    }
    return stopped;
  }

  private static void stop(String part, ProcessHandle process)
      throws IOException, InterruptedException {
    boolean database = part.equals("postgresql");
    Signals.send(process, database ? Part.Farewell.INTERRUPT : Part.Farewell.TERMINATE);
    if (!ended(process)) {
      process.destroyForcibly();
      ended(process);
    }
  }

  private static boolean ended(ProcessHandle process) throws InterruptedException {
    try {
      process.onExit().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException | ExecutionException alive) {
      return !process.isAlive();
    }
  }
}
