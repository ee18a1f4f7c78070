package duban.benchmarks.rebuild;

import duban.testkit.FreePort;
import duban.testkit.Kafka;
import duban.testkit.Postgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The packaged services in JVMs as small as the launcher's; they end with this one. */
final class Services implements AutoCloseable {

  private static final List<String> SMALL_JVM =
      List.of(
          "-Xms24m",
          "-Xmx96m",
          "-Xss512k",
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseCompactObjectHeaders",
          "-XX:MaxDirectMemorySize=64m",
          "-XX:+ExitOnOutOfMemoryError",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow",
          "--add-opens=java.base/java.lang=ALL-UNNAMED");

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final int OK = 200;

  private final Path root;
  private final Map<String, String> environment = new TreeMap<>();
  private final List<Process> running = new ArrayList<>();
  private final HttpClient http = HttpClient.newHttpClient();
  private final int ports = FreePort.findRun(3);

  Services(Path root, Postgres postgres, Kafka kafka, Keys keys) throws IOException {
    this.root = root;
    environment.putAll(keys.environment());
    environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
    environment.put("DUBAN_DB_HOST", postgres.host());
    environment.put("DUBAN_DB_PORT", Integer.toString(postgres.port()));
    environment.put("DUBAN_DB_USER", postgres.user());
    environment.put("DUBAN_DB_PASSWORD", postgres.password());
    environment.put("DUBAN_KAFKA", kafka.bootstrapServers());
    environment.put("DUBAN_PLANS_URL", plans().toString());
    environment.put("DUBAN_PROGRESS_URL", progress().toString());
    environment.put("DUBAN_TODAY", "2022-06-30");
    environment.put("MALLOC_ARENA_MAX", "2");
  }

  URI plans() {
    return address(0);
  }

  URI progress() {
    return address(1);
  }

  URI reporting() {
    return address(2);
  }

  private URI address(int number) {
    return URI.create("http://127.0.0.1:" + (ports + number));
  }

  Process startOwner(String service, String database) throws IOException, InterruptedException {
    Process started = start(service, database);
    URI at = service.startsWith("plans") ? plans() : progress();
    awaitReady(started, at);
    return started;
  }

  Process start(String service, String database) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(SMALL_JVM);
    command.addAll(
        List.of("-jar", root.resolve(service + "/target/quarkus-app/quarkus-run.jar").toString()));
    Path log = Files.createTempFile("duban-bench-" + service, ".log");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().putAll(environment);
    builder.environment().put("DUBAN_DB_NAME", database);
    int number = List.of("plans-service", "progress-service", "reporting-service").indexOf(service);
    builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(ports + number));
    Process process = builder.start();
    running.add(process);
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    System.err.println(service + " logs to " + log);
    return process;
  }

  void awaitReady(Process process, URI at) throws InterruptedException {
    awaitReady(process, at, PATIENCE);
  }

  void awaitReady(Process process, URI at, Duration patience) throws InterruptedException {
    long until = System.nanoTime() + patience.toNanos();
    while (System.nanoTime() < until) {
      if (!process.isAlive()) {
        throw new IllegalStateException("it ended: " + at);
      }
      if (isReady(at)) {
        return;
      }
      Thread.sleep(200);
    }
    throw new IllegalStateException("it does not get ready: " + at);
  }

  private boolean isReady(URI at) throws InterruptedException {
    try {
      HttpRequest request = HttpRequest.newBuilder(at.resolve("/q/health/ready")).build();
      return http.send(request, BodyHandlers.discarding()).statusCode() == OK;
    } catch (IOException notYet) {
      return false;
    }
  }

  @Override
  public void close() {
    running.forEach(Process::destroyForcibly);
    http.close();
  }
}
