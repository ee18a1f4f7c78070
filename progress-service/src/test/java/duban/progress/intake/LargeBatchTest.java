package duban.progress.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import duban.progress.District;
import duban.progress.OnRealInfrastructure;
import duban.progress.Service;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * 100,000 lines from a client as naive as they come: it writes its whole request before it reads a
 * byte of the answer, which is larger than all buffers between.
 */
@QuarkusTest
class LargeBatchTest extends OnRealInfrastructure {

  private static final int LINES = 100_000;
  private static final long ALLOWED_GROWTH_BYTES = 12L * 1024 * 1024;

  @TempDir Path folder;

  @Test
  @Timeout(300)
  void aHundredThousandLinesInBoundedMemory() throws IOException {
    District district = District.withPlan();
    Path body = folder.resolve("body.ndjson");
    writeBody(district, body);
    send(district, warmUp(district));

    try (HeapWatch heap = HeapWatch.start()) {
      long start = System.nanoTime();
      Counted counted = send(district, body);
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      long growth = heap.mostGrowth();

      System.out.printf(
          "batch of %,d lines (%,d bytes): %d ms, %,d lines/s, live heap at most %+,d bytes%n",
          LINES, Files.size(body), took.toMillis(), LINES * 1000L / took.toMillis(), growth);
      assertThat(counted.lines).isEqualTo(LINES);
      assertThat(counted.appended).isEqualTo(LINES - LINES / 1000);
      assertThat(counted.rejected).isEqualTo(LINES / 1000);
      assertThat(Service.seq(district)).isEqualTo(counted.appended + 10L);
      assertThat(growth).isLessThan(ALLOWED_GROWTH_BYTES);
    }
  }

  private static void writeBody(District district, Path file) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      for (int i = 0; i < LINES; i++) {
        // Every thousandth is refused, by the plan's word.
        String target = i % 1000 == 999 ? district.target("7.2") : district.target("6.1");
        out.write(
            Service.reported(district, "big-" + i, i)
                .put("target", target)
                .put("note", "按月报送，第 " + i + " 条")
                .toString()
                .getBytes(StandardCharsets.UTF_8));
        out.write('\n');
      }
    }
  }

  private Path warmUp(District district) throws IOException {
    Path file = folder.resolve("warm-up.ndjson");
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 10; i++) {
      lines.append(Service.reported(district, "warm-" + i, i)).append('\n');
    }
    return Files.writeString(file, lines);
  }

  private record Counted(int lines, int appended, int rejected) {}

  /** With a declared length, this client of the JDK writes all of it before it reads. */
  private static Counted send(District district, Path body) throws IOException {
    URI uri =
        URI.create(
            RestAssured.baseURI
                + ":"
                + RestAssured.port
                + "/api/v1/districts/"
                + district.code()
                + "/events");
    HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
    connection.setDoOutput(true);
    connection.setFixedLengthStreamingMode(Files.size(body));
    connection.setRequestProperty("Authorization", "Bearer " + district.reporter());
    connection.setRequestProperty("Content-Type", "application/x-ndjson");
    try (OutputStream out = connection.getOutputStream()) {
      Files.copy(body, out);
    }
    assertThat(connection.getResponseCode()).isEqualTo(200);
    return count(connection.getInputStream());
  }

  private static Counted count(InputStream answer) throws IOException {
    int lines = 0;
    int appended = 0;
    int rejected = 0;
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(answer, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        JsonNode result = Service.parse(line);
        assertThat(result.path("line").asInt()).isEqualTo(++lines);
        appended += result.path("status").asText().equals("appended") ? 1 : 0;
        rejected += result.path("status").asText().equals("rejected") ? 1 : 0;
      }
    }
    return new Counted(lines, appended, rejected);
  }

  /** Collects again and again while the batch runs: what is live then is what it really needs. */
  private static final class HeapWatch implements AutoCloseable {

    private final long before = live();
    private final AtomicLong most = new AtomicLong();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

    static HeapWatch start() {
      HeapWatch watch = new HeapWatch();
      var _ =
          watch.timer.scheduleWithFixedDelay(
              () -> watch.most.accumulateAndGet(live() - watch.before, Math::max),
              500,
              500,
              TimeUnit.MILLISECONDS);
      return watch;
    }

    long mostGrowth() {
      return most.get();
    }

    @Override
    public void close() {
      timer.close();
    }

    /** As the collection left it: what is allocated while one looks does not count. */
    private static long live() {
      ManagementFactory.getMemoryMXBean().gc();
      return ManagementFactory.getMemoryPoolMXBeans().stream()
          .filter(pool -> pool.getType() == MemoryType.HEAP)
          .mapToLong(pool -> pool.getCollectionUsage().getUsed())
          .sum();
    }
  }
}
