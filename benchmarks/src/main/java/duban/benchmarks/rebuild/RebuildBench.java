package duban.benchmarks.rebuild;

import com.fasterxml.jackson.databind.JsonNode;
import duban.benchmarks.rebuild.Onlookers.Seen;
import duban.contracts.Json;
import duban.testkit.CrashableKafka;
import duban.testkit.CrashablePostgres;
import duban.testkit.Postgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./duban bench rebuild}. */
@Command(
    name = "rebuild",
    mixinStandardHelpOptions = true,
    description =
        "Rebuilds the projections of a big system: first as a new version does at its start, then"
            + " beside the running ones while reports are asked (20 a second), events posted (10 a"
            + " second) and a stream is listened to.")
public final class RebuildBench implements Callable<Integer> {

  private static final Duration BUILD_PATIENCE = Duration.ofMinutes(20);

  @Option(names = "--events", defaultValue = "1000000", description = "Default 1000000.")
  private long events;

  @Option(names = "--districts", defaultValue = "20", description = "Default 20.")
  private int districts;

  @Option(names = "--targets", defaultValue = "200", description = "Of a district; default 200.")
  private int targets;

  @Option(names = "--rounds", defaultValue = "3", description = "Rebuilds; default 3.")
  private int rounds;

  @Option(names = "--root", defaultValue = ".", description = "The built tree; default here.")
  private Path root;

  private final Keys keys = new Keys();

  @Override
  public Integer call() throws Exception {
    // The launcher's settings: durable, and small.
    try (CrashablePostgres postgres = CrashablePostgres.start();
        CrashableKafka kafka = CrashableKafka.start();
        Services services = new Services(root, postgres.address(), kafka.address(), keys)) {
      Process reporting = prepared(postgres.address(), services);
      long began = System.nanoTime();
      services.awaitReady(reporting, services.reporting(), BUILD_PATIENCE);
      double seconds = (System.nanoTime() - began) / 1e9;
      say(
          "new version at its start: %d events in %.1f s with the start itself, %.0f/s",
          events, seconds, events / seconds);
      rounds(services, reporting);
    }
    return 0;
  }

  private Process prepared(Postgres postgres, Services services) throws Exception {
    String plans = postgres.freshDatabase("plans");
    String progress = postgres.freshDatabase("progress");
    String reporting = postgres.freshDatabase("reporting");
    // Their tables are made by the services themselves.
    services.startOwner("plans-service", plans);
    services.startOwner("progress-service", progress);
    long began = System.nanoTime();
    BigLedgers ledgers = new BigLedgers(districts, targets);
    ledgers.writePlans(postgres, plans);
    ledgers.writeProgress(postgres, progress, events);
    System.err.printf("ledgers written in %.0f s%n", (System.nanoTime() - began) / 1e9);
    try (Connection connection = postgres.connect(reporting);
        Statement statement = connection.createStatement()) {
      // As if an older version had served before: this one builds its tables by itself.
      statement.execute("create schema projection_v1");
    }
    return services.start("reporting-service", reporting);
  }

  private void rounds(Services services, Process reporting) throws Exception {
    try (Onlookers onlookers = new Onlookers(services, districts, keys)) {
      onlookers.begin();
      Thread.sleep(10_000);
      onlookers.seen();
      Thread.sleep(20_000);
      print("no rebuild", onlookers.seen(), reporting);
      List<Double> rates = new ArrayList<>();
      for (int round = 1; round <= rounds; round++) {
        JsonNode result = rebuild(services);
        System.err.println(result);
        rates.add(result.path("eventsPerSecond").asDouble());
        print(
            "rebuild %d: %d events, %.1f s, %d/s, identical %s"
                .formatted(
                    round,
                    result.path("events").asLong(),
                    result.path("seconds").asDouble(),
                    result.path("eventsPerSecond").asLong(),
                    result.path("identical")),
            onlookers.seen(),
            reporting);
      }
      rates.sort(Double::compare);
      say(
          "events/s: min %.0f, median %.0f, max %.0f",
          rates.getFirst(), rates.get(rates.size() / 2), rates.getLast());
    }
  }

  private JsonNode rebuild(Services services) throws IOException, InterruptedException {
    URI uri = services.reporting().resolve("/api/v1/projection/rebuild");
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .header("Authorization", "Bearer " + keys.token("city-admin"))
            .header("Accept", "application/x-ndjson")
            .POST(BodyPublishers.noBody())
            .build();
    try (HttpClient http = HttpClient.newHttpClient();
        Stream<String> lines = http.send(request, BodyHandlers.ofLines()).body()) {
      String last = "{}";
      for (String line : (Iterable<String>) lines::iterator) {
        System.err.println(line);
        last = line;
      }
      return Json.lenient().readTree(last);
    }
  }

  private static void print(String what, Seen seen, Process reporting) throws IOException {
    say("%s", what);
    say("  reports %s, refused %d", millis(seen.reports()), seen.refused());
    say("  post to stream %s, not heard %d", millis(seen.stream()), seen.unheard());
    say("  reporting-service's memory: %s", memory(reporting));
  }

  private static String millis(Histogram micros) {
    return "p50 %.1f ms, p95 %.1f ms, max %.1f ms of %d"
        .formatted(
            micros.getValueAtPercentile(50) / 1000.0,
            micros.getValueAtPercentile(95) / 1000.0,
            micros.getMaxValue() / 1000.0,
            micros.getTotalCount());
  }

  private static Map<String, String> memory(Process process) throws IOException {
    Map<String, String> kept = new java.util.TreeMap<>();
    for (String line : Files.readAllLines(Path.of("/proc/%d/status".formatted(process.pid())))) {
      if (line.startsWith("VmRSS") || line.startsWith("VmHWM")) {
        kept.put(line.substring(0, 5), line.substring(6).strip());
      }
    }
    return kept;
  }

  private static void say(String format, Object... values) {
    System.out.printf(format + "%n", values);
  }
}
