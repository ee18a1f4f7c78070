package duban.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On real processes: shells that do what the parts would. */
class SupervisorTest {

  private static final BackOff QUICK =
      new BackOff(Duration.ofMillis(20), Duration.ofMillis(50), Duration.ofSeconds(60));

  private static final String LIVES = "echo up; exec sleep 300";

  @TempDir Path folder;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private Console console;
  private Supervisor supervisor;

  @BeforeEach
  void begin() {
    console = new Console(new PrintStream(said, true, StandardCharsets.UTF_8));
    supervisor = new Supervisor(folder, QUICK, console);
  }

  @AfterEach
  void end() throws Exception {
    supervisor.stop();
  }

  @Test
  void aKilledPartComesBackByItself() throws Exception {
    supervisor.start(shell("part", LIVES)).get();
    ProcessHandle first = running("part");
    first.destroyForcibly();
    await().until(() -> !running("part").equals(first));
    await().untilAsserted(() -> assertThat(said()).contains("part was ended by SIGKILL"));
    await().untilAsserted(() -> assertThat(said()).contains("part is back after"));
    assertThat(RunFile.read(folder, "part").orElseThrow().restarts()).isEqualTo(1);
  }

  @Test
  void aPartThatNeverComesUpIsGivenUpAtTheFirstStart() {
    assertThatThrownBy(() ->
            supervisor.start(shell("part", "echo 'No space left on device' >&2; exit 3")).get())
        .hasCauseInstanceOf(PartFailed.class)
        .hasMessageContaining("part does not start")
        .hasMessageContaining("exit code 3: the disk is full")
        .hasMessageContaining("saying \"No space left on device\"");
  }

  @Test
  void aStartThatFailsIsADeathAndNoEndOfTheWatch() throws Exception {
    Path program = folder.resolve("program");
    Part part = part("part", () -> new ProcessBuilder(program.toString()), Part.Farewell.TERMINATE);
    var _ = supervisor.start(part);
    await().untilAsserted(() -> assertThat(said()).contains("part could not be started"));
    Files.writeString(program, "#!/bin/sh\n" + LIVES + "\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    await().until(() -> RunFile.read(folder, "part").flatMap(RunFile::process).isPresent());
  }

  @Test
  void partsStopInTheReverseOrderAndLeaveNothing() throws Exception {
    supervisor.start(shell("database", LIVES)).get();
    supervisor.start(shell("service", LIVES)).get();
    ProcessHandle database = running("database");
    ProcessHandle service = running("service");
    supervisor.stop();
    assertThat(database.isAlive() || service.isAlive()).isFalse();
    assertThat(said()).containsSubsequence("stopping service", "stopping database");
    assertThat(folder).isDirectoryNotContaining("glob:**.json");
  }

  /** Each waits in its farewell for the other's: one after the other they would be killed. */
  @Test
  void partsThatWereStartedTogetherStopTogether() throws Exception {
    String waits =
        """
        trap 'touch %1$s.leaving; while [ ! -e %2$s.leaving ]; do sleep 0.05; done; exit' TERM
        echo up; while :; do sleep 0.05; done
        """;
    Path one = folder.resolve("one");
    Path other = folder.resolve("other");
    List<Part> both =
        List.of(
            patient(shell("one", waits.formatted(one, other))),
            patient(shell("other", waits.formatted(other, one))));
    for (var ready : supervisor.startTogether(both)) {
      ready.get();
    }
    supervisor.stop();
    assertThat(said()).doesNotContain("did not stop in time");
  }

  @Test
  void whatDoesNotStopIsKilled() throws Exception {
    supervisor.start(shell("deaf", "trap '' TERM; echo up; while :; do sleep 0.1; done")).get();
    ProcessHandle deaf = running("deaf");
    await().until(() -> Files.readString(folder.resolve("deaf.log")).contains("up"));
    supervisor.stop();
    assertThat(deaf.isAlive()).isFalse();
    assertThat(said()).contains("deaf did not stop in time");
  }

  @Test
  void whatALostLauncherLeftBehindIsFoundAndStopped() throws Exception {
    Process lost = new ProcessBuilder("sh", "-c", "exec sleep 300").start();
    Part part = shell("kafka", LIVES);
    RunFile.of(part, lost.toHandle(), PartState.READY, 0).write(folder);
    assertThat(new Leftovers(folder, console).stop(List.of("postgresql", "kafka"))).isEqualTo(1);
    assertThat(lost.isAlive()).isFalse();
  }

  @Test
  void aStrangerWithTheSamePidIsLeftAlone() throws Exception {
    Process stranger = new ProcessBuilder("sh", "-c", "exec sleep 300").start();
    try {
      RunFile real = RunFile.of(shell("kafka", LIVES), stranger.toHandle(), PartState.READY, 0);
      new RunFile(real.part(), real.pid(), real.startedAt().minusSeconds(60), 1, PartState.READY, 0)
          .write(folder);
      assertThat(new Leftovers(folder, console).stop(List.of("kafka"))).isZero();
      assertThat(stranger.isAlive()).isTrue();
    } finally {
      stranger.destroyForcibly();
    }
  }

  private Part shell(String name, String script) {
    return part(name, () -> new ProcessBuilder("sh", "-c", script), Part.Farewell.TERMINATE);
  }

  private Part part(String name, Part.Launch launch, Part.Farewell farewell) {
    Path log = folder.resolve(name + ".log");
    return new Part(name, 1, log, launch, () -> saysUp(log), farewell, Duration.ofMillis(500));
  }

  private static Part patient(Part part) {
    return new Part(
        part.name(),
        part.port(),
        part.log(),
        part.launch(),
        part.probe(),
        part.farewell(),
        Duration.ofSeconds(10));
  }

  private static boolean saysUp(Path log) {
    try {
      return Files.readString(log).contains("up");
    } catch (IOException notYet) {
      return false;
    }
  }

  private ProcessHandle running(String part) throws Exception {
    await().until(() -> RunFile.read(folder, part).flatMap(RunFile::process).isPresent());
    return RunFile.read(folder, part).flatMap(RunFile::process).orElseThrow();
  }

  private String said() {
    return said.toString(StandardCharsets.UTF_8);
  }
}
