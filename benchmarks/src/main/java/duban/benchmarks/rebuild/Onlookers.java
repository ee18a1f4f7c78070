package duban.benchmarks.rebuild;

import com.fasterxml.jackson.databind.JsonNode;
import duban.contracts.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Who asks, posts and listens while a rebuild goes on; each at a steady pace. */
final class Onlookers implements AutoCloseable {

  private static final Pattern EVENT = Pattern.compile("\"key\":\"(progress/\\d{6}/\\d+)\"");
  private static final int OK = 200;
  private static final long HIGHEST_MICROS = 120_000_000;

  private final Services services;
  private final int districts;
  private final String viewer;
  private final String reporter;
  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<String, Long> posted = new ConcurrentHashMap<>();
  private final Map<String, Long> heard = new ConcurrentHashMap<>();
  private final AtomicLong refused = new AtomicLong();
  private final AtomicLong number = new AtomicLong();
  private volatile Histogram asked = new ConcurrentHistogram(HIGHEST_MICROS, 3);
  private volatile boolean over;

  Onlookers(Services services, int districts, Keys keys) {
    this.viewer = keys.token("city-viewer");
    this.reporter = keys.token("city-admin");
    this.services = services;
    this.districts = districts;
  }

  /** What they met since the last call. */
  record Seen(Histogram reports, Histogram stream, long refused, long unheard) {}

  void begin() {
    Thread.ofPlatform().daemon().start(this::listen);
    Thread.ofPlatform().daemon().start(() -> steadily(50, this::ask));
    Thread.ofPlatform().daemon().start(() -> steadily(100, this::post));
  }

  /** Open loop: each goes out when it is due, whether or not the one before it was answered. */
  private void steadily(long everyMillis, Work work) {
    long due = System.nanoTime();
    while (!over) {
      due += everyMillis * 1_000_000;
      LockSupport.parkNanos(due - System.nanoTime());
      long moment = due;
      Thread.startVirtualThread(() -> run(work, moment));
    }
  }

  private void run(Work work, long due) {
    try {
      work.run(due);
    } catch (IOException failed) {
      if (!over) {
        refused.incrementAndGet();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private interface Work {
    void run(long due) throws IOException, InterruptedException;
  }

  private void ask(long due) throws IOException, InterruptedException {
    URI uri = services.reporting().resolve("/api/v1/rollups?year=2022&scope=" + BigLedgers.CITY);
    HttpResponse<byte[]> answer =
        http.send(request(uri, viewer).GET().build(), BodyHandlers.ofByteArray());
    if (answer.statusCode() != OK) {
      refused.incrementAndGet();
    }
    asked.recordValue(Math.min(HIGHEST_MICROS, (System.nanoTime() - due) / 1000));
  }

  private void post(long due) throws IOException, InterruptedException {
    long no = number.incrementAndGet();
    String district = BigLedgers.district((int) (no % districts));
    String body =
        "{\"id\":\"live-%d\",\"type\":\"progress.added\",\"target\":\"%s\",\"on\":\"2022-06-30\",\"amount\":1}"
            .formatted(no, BigLedgers.target(district, 0));
    URI uri = services.progress().resolve("/api/v1/districts/" + district + "/events");
    HttpResponse<byte[]> answer =
        http.send(
            request(uri, reporter)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build(),
            BodyHandlers.ofByteArray());
    JsonNode receipt = Json.lenient().readTree(answer.body());
    if (receipt.has("seq")) {
      posted.put("progress/" + district + "/" + receipt.path("seq").asLong(), due);
    } else {
      refused.incrementAndGet();
    }
  }

  private void listen() {
    URI uri = services.reporting().resolve("/api/v1/live?year=2022&scope=" + BigLedgers.CITY);
    try (Stream<String> lines =
        http.send(request(uri, viewer).GET().build(), BodyHandlers.ofLines()).body()) {
      lines.forEach(line -> {
        Matcher event = EVENT.matcher(line);
        if (line.startsWith("data:") && event.find()) {
          heard.putIfAbsent(event.group(1), System.nanoTime());
        }
      });
    } catch (IOException | RuntimeException ended) {
      if (!over) {
        refused.incrementAndGet();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** After a moment for what is under way. */
  Seen seen() throws InterruptedException {
    Thread.sleep(3000);
    Histogram reports = asked;
    asked = new ConcurrentHistogram(HIGHEST_MICROS, 3);
    Histogram stream = new Histogram(HIGHEST_MICROS, 3);
    long unheard = 0;
    long settled = System.nanoTime() - 2_000_000_000L;
    for (Map.Entry<String, Long> one : Map.copyOf(posted).entrySet()) {
      Long at = heard.get(one.getKey());
      if (at != null) {
        stream.recordValue(Math.min(HIGHEST_MICROS, (at - one.getValue()) / 1000));
        posted.remove(one.getKey());
      } else if (one.getValue() < settled) {
        unheard++;
      }
    }
    return new Seen(reports, stream, refused.getAndSet(0), unheard);
  }

  private static HttpRequest.Builder request(URI uri, String token) {
    return HttpRequest.newBuilder(uri).header("Authorization", "Bearer " + token);
  }

  @Override
  public void close() {
    over = true;
    http.shutdownNow();
  }
}
