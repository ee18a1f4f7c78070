package duban.system;

import com.fasterxml.jackson.databind.JsonNode;
import duban.contracts.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A system of its own, in a folder and on ports of its own, with the sample loaded. */
public final class RunningSystem {

  private static final Path ROOT = Path.of(System.getProperty("duban.root")).toAbsolutePath();
  private static final Duration START = Duration.ofMinutes(4);
  private static final Duration COMMAND = Duration.ofMinutes(2);

  /** Its port lies so far behind the gateway's. */
  private static final int KAFKA = 5;

  private static RunningSystem shared;

  private final Path home;
  private final int port;
  private final Process launcher;
  private final Map<String, String> tokens = new ConcurrentHashMap<>();

  private RunningSystem(Path home, int port) throws IOException {
    this.home = home;
    this.port = port;
    this.launcher =
        launcher(List.of("up"))
            .redirectOutput(home.resolve("up.log").toFile())
            .redirectErrorStream(true)
            .start();
  }

  /** Started at the first call, stopped when the tests' JVM ends. */
  public static synchronized RunningSystem shared() {
    if (shared == null) {
      try {
        Path home = Files.createTempDirectory("duban-system-");
        shared = new RunningSystem(home, freePorts());
        Runtime.getRuntime().addShutdownHook(new Thread(shared::stop));
        shared.awaitReady();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return shared;
  }

  public URI at(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  public int port() {
    return port;
  }

  /** Where its Kafka listens. */
  public int kafkaPort() {
    return port + KAFKA;
  }

  /** The folder of its data, keys and logs. */
  Path home() {
    return home;
  }

  /** Where the repository is built. */
  static Path root() {
    return ROOT;
  }

  /** A bearer token, made as a user makes one. */
  public String token(String role, String... districts) {
    return tokens.computeIfAbsent(
        role + Arrays.toString(districts),
        key -> {
          List<String> arguments = new ArrayList<>(List.of("token", role));
          arguments.addAll(Arrays.asList(districts));
          Ended ended = run(arguments);
          if (ended.code() != 0) {
            throw new IllegalStateException("no token: " + ended.output());
          }
          return ended.output().strip();
        });
  }

  /** What {@code ./duban status --json} says of a part. */
  public JsonNode part(String name) {
    for (JsonNode part : status().get("parts")) {
      if (part.get("part").asText().equals(name)) {
        return part;
      }
    }
    throw new IllegalArgumentException("no part " + name);
  }

  public JsonNode status() {
    try {
      return Json.lenient().readTree(run(List.of("status", "--json")).output());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** SIGKILL, as the machine's own hand would do it. */
  public void kill9(String part) {
    long pid = part(part).get("pid").asLong();
    ProcessHandle.of(pid)
        .orElseThrow(() -> new IllegalStateException(part + " is not running"))
        .destroyForcibly();
  }

  /** A command of the launcher, to its end. */
  public Ended run(List<String> arguments) {
    try {
      Process process = launcher(arguments).redirectErrorStream(true).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(COMMAND.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      return new Ended(process.waitFor(), output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** A line of shell in a folder in which {@code ./duban} is this system's launcher. */
  public Ended shell(Path folder, String line) {
    ProcessBuilder launcher = launcher(List.of());
    String words =
        launcher.command().stream().map(word -> "'" + word + "'").collect(Collectors.joining(" "));
    try {
      Path script = folder.resolve("duban");
      Files.writeString(script, "#!/usr/bin/env bash\nexec " + words + " \"$@\"\n");
      script.toFile().setExecutable(true);
      Process process =
          launcher
              .command("bash", "-c", line)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Ended(process.waitFor(), output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public record Ended(int code, String output) {}

  /**
   * The launcher's program without its script: the script would build, and Maven is building
   * already.
   */
  private ProcessBuilder launcher(List<String> arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dduban.root=" + ROOT,
                "-Xmx96m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                ROOT.resolve("deploy/local/target/*")
                    + ":"
                    + ROOT.resolve("deploy/local/target/lib/*"),
                "duban.local.Duban"));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("DUBAN_HOME", home.toString());
    builder.environment().put("DUBAN_PORT", Integer.toString(port));
    builder.environment().put("XDG_STATE_HOME", home.resolve("state").toString());
    builder.environment().remove("DUBAN_TODAY");
    return builder;
  }

  private void awaitReady() throws IOException {
    long deadline = System.nanoTime() + START.toNanos();
    Path log = home.resolve("up.log");
    while (!Files.readString(log).contains("#token=")) {
      if (!launcher.isAlive() || System.nanoTime() > deadline) {
        throw new IllegalStateException("the system did not start:\n" + Files.readString(log));
      }
      java.util.concurrent.locks.LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
    }
  }

  private void stop() {
    launcher.destroy();
    try {
      if (!launcher.waitFor(60, TimeUnit.SECONDS)) {
        launcher.destroyForcibly();
      }
      try (Stream<Path> files = Files.walk(home)) {
        files.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
      }
    } catch (InterruptedException | IOException e) {
      System.err.println("left behind: " + home + " (" + e + ")");
    }
  }

  /** The first of seven ports in a row that nobody uses now. */
  private static int freePorts() {
    return IntStream.iterate(21_080, at -> at < 32_000, at -> at + 10)
        .filter(first -> IntStream.range(first, first + 7).allMatch(RunningSystem::isFree))
        .findFirst()
        .orElseThrow();
  }

  private static boolean isFree(int port) {
    try (ServerSocket _ = new ServerSocket(port)) {
      return true;
    } catch (IOException taken) {
      return false;
    }
  }
}
