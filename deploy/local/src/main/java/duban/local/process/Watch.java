package duban.local.process;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The life of one part: start, wait until ready, wait until dead, pause, and again. */
final class Watch implements Runnable {

  private static final Duration PROBE_EVERY = Duration.ofMillis(100);

  /** A part that dies this often before it was ever ready will not get better by itself. */
  private static final int FIRST_DEATHS = 3;

  /** Less room than this and nothing can be written: 4 MiB. */
  private static final long FULL = 4L * 1024 * 1024;

  private final Part part;
  private final Path run;
  private final BackOff backOff;
  private final Console console;
  private final CompletableFuture<Duration> firstReady = new CompletableFuture<>();
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile @Nullable Process process;
  private int deaths;
  private int restarts;

  Watch(Part part, Path run, BackOff backOff, Console console) {
    this.part = part;
    this.run = run;
    this.backOff = backOff;
    this.console = console;
  }

  /** How long the first start took; fails if the part does not come up at all. */
  CompletableFuture<Duration> firstReady() {
    return firstReady;
  }

  Part part() {
    return part;
  }

  @Override
  public void run() {
    try {
      while (!isStopping()) {
        live();
      }
    } catch (RuntimeException bug) {
      firstReady.completeExceptionally(bug);
      console.say(part.name() + " is not watched any more: " + bug);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } finally {
      ended.countDown();
    }
  }

  /** Asks the process to end, and kills it when its patience is over. */
  void stop() throws IOException, InterruptedException {
    stopping.countDown();
    Process running = process;
    if (running != null && running.isAlive()) {
      Signals.send(running.toHandle(), part.farewell());
      if (!running.waitFor(part.patience().toMillis(), TimeUnit.MILLISECONDS)) {
        console.say(part.name() + " did not stop in time and is killed");
        running.destroyForcibly();
      }
    }
    ended.await();
    RunFile.remove(run, part.name());
  }

  void turnLog() throws IOException {
    new LogFile(part.log()).turnIfLarge();
  }

  /** One life, and the pause after it. A start that fails, for want of disk say, is a death too. */
  private void live() throws InterruptedException {
    Instant start = Instant.now();
    Duration ready = Duration.ZERO;
    String why;
    String lastWords = "";
    try {
      LogFile log = new LogFile(part.log());
      long logStart = log.length();
      Process started = launch();
      record(started, PartState.STARTING);
      if (becomesReady(started)) {
        Instant since = Instant.now();
        record(started, PartState.READY);
        announceReady(Duration.between(start, since));
        started.waitFor();
        ready = Duration.between(since, Instant.now());
      }
      int exitCode = started.waitFor();
      lastWords = log.since(logStart);
      why = reason(exitCode, lastWords);
      record(started, PartState.RESTARTING);
    } catch (IOException failed) {
      why = "could not be started: " + failed.getMessage();
    }
    if (!isStopping()) {
      mourn(ready, why, lastWords);
    }
  }

  private void mourn(Duration ready, String why, String lastWords) throws InterruptedException {
    deaths = backOff.deaths(deaths, ready);
    if (!firstReady.isDone() && deaths >= FIRST_DEATHS) {
      firstReady.completeExceptionally(new PartFailed(part, why, lastWords));
    }
    Duration pause = backOff.pause(deaths);
    console.say(
        "%s %s; starting it again in %s".formatted(part.name(), why, Console.seconds(pause)));
    restarts++;
    stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  private Process launch() throws IOException, InterruptedException {
    ProcessBuilder builder = part.launch().prepare();
    builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(part.log().toFile()));
    Process started = builder.start();
    process = started;
    if (isStopping()) {
      Signals.send(started.toHandle(), part.farewell());
    }
    return started;
  }

  private boolean becomesReady(Process started) throws InterruptedException {
    while (started.isAlive() && !isStopping()) {
      if (part.probe().ready()) {
        return true;
      }
      started.waitFor(PROBE_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }
    return false;
  }

  private void announceReady(Duration took) {
    if (!firstReady.complete(took)) {
      console.say("%s is back after %s".formatted(part.name(), Console.seconds(took)));
    }
  }

  private String reason(int exitCode, String lastWords) {
    String ending =
        Signals.named(exitCode)
            .map(signal -> "was ended by " + signal)
            .orElse("ended with exit code " + exitCode);
    return trouble(lastWords).map(trouble -> ending + ": " + trouble.sentence()).orElse(ending);
  }

  /** On a full disk a part cannot even write into its log what it died of. */
  private Optional<Trouble> trouble(String lastWords) {
    boolean full = part.log().toFile().getUsableSpace() < FULL;
    return Trouble.in(lastWords).or(() -> full ? Optional.of(Trouble.DISK_FULL) : Optional.empty());
  }

  /** What status shows. That it cannot be written on a full disk must not end the part. */
  private void record(Process started, PartState state) {
    if (isStopping()) {
      return;
    }
    try {
      RunFile.of(part, started.toHandle(), state, restarts).write(run);
    } catch (IOException unwritten) {
      System.Logger log = System.getLogger(Watch.class.getName());
      log.log(System.Logger.Level.DEBUG, "state of " + part.name() + " not noted", unwritten);
    }
  }

  private boolean isStopping() {
    return stopping.getCount() == 0;
  }
}
