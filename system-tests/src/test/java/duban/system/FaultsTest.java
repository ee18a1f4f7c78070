package duban.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import duban.system.Client.Reply;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/**
 * Every part is killed with SIGKILL while two districts post. Nothing needs a hand; what was
 * acknowledged is there once; the projections equal their recomputation.
 */
class FaultsTest {

  private static final List<String> PARTS =
      List.of(
          "progress-service",
          "reporting-service",
          "plans-service",
          "gateway",
          "kafka",
          "postgresql");
  private static final Duration BACK = Duration.ofMinutes(2);
  private static final Duration PAUSE = Duration.ofMillis(25);
  private static final Map<String, String> TARGETS =
      Map.of("320412", "320412-2022.6.1", "320481", "320481-2022.1.2.1");

  private final RunningSystem system = RunningSystem.shared();
  private final Map<String, Long> acknowledged = new ConcurrentHashMap<>();
  private volatile boolean posting = true;

  @Test
  void whatWasAcknowledgedSurvivesTheDeathOfEveryPart() throws Exception {
    List<Future<?>> posters = new ArrayList<>();
    Map<String, Long> recovery = new TreeMap<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      TARGETS.keySet().forEach(district -> posters.add(threads.submit(() -> post(district))));
      try {
        for (String part : PARTS) {
          recovery.put(part, killAndAwait(part));
        }
      } finally {
        posting = false;
      }
      for (Future<?> poster : posters) {
        poster.get();
      }
    }
    System.out.println(
        "killed while posting; ms until an event was acknowledged again by every part's help: "
            + recovery
            + "; acknowledged in all: "
            + acknowledged.size());

    assertThat(acknowledged.size()).isGreaterThan(PARTS.size() * 10);
    for (String district : TARGETS.keySet()) {
      everyAcknowledgedEventStandsOnce(district);
    }
    var verified = system.run(List.of("verify"));
    assertThat(verified.code()).as(verified.output()).isZero();
  }

  /** Milliseconds until the part was ready again and both districts had an event acknowledged. */
  private long killAndAwait(String part) {
    long pid = system.part(part).get("pid").asLong();
    long start = System.nanoTime();
    system.kill9(part);
    await(part + " is back")
        .atMost(BACK)
        .pollInterval(Duration.ofMillis(500))
        .untilAsserted(() -> {
          JsonNode now = system.part(part);
          assertThat(now.get("state").asText()).isEqualTo("ready");
          assertThat(now.get("pid").asLong()).isNotEqualTo(pid);
        });
    int before = acknowledged.size();
    await("events are acknowledged again")
        .atMost(BACK)
        .pollInterval(Duration.ofMillis(100))
        .until(() -> acknowledged.size() > before + 4);
    return Duration.ofNanos(System.nanoTime() - start).toMillis();
  }

  /** As a district's system should: the same id until it is acknowledged. */
  private void post(String district) {
    Client reporter = new Client(system, system.token("district-reporter", district));
    while (posting) {
      String id = UUID.randomUUID().toString();
      String event =
          """
          {"id":"%s","type":"progress.added","target":"%s","on":"2022-06-30","amount":1}
          """
              .formatted(id, TARGETS.get(district))
              .strip();
      while (!acknowledged(reporter, district, id, event)) {
        LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  private boolean acknowledged(Client reporter, String district, String id, String event) {
    try {
      Reply reply =
          reporter.post("/api/v1/districts/" + district + "/events", "application/json", event);
      if (reply.status() == 200 || reply.status() == 201) {
        acknowledged.put(district + "/" + id, reply.body().get("seq").asLong());
        return true;
      }
      // Whatever is down, a good event is never called bad.
      assertThat(reply.status()).as(reply.raw().body()).isGreaterThanOrEqualTo(500);
      return false;
    } catch (UncheckedIOException connectionLost) {
      return false;
    }
  }

  private void everyAcknowledgedEventStandsOnce(String district) {
    Client viewer = new Client(system, system.token("district-viewer", district));
    Map<String, Long> ledger = new TreeMap<>();
    long after = 0;
    JsonNode page;
    do {
      page =
          viewer.get("/api/v1/districts/" + district + "/events?limit=1000&after=" + after).body();
      for (JsonNode event : page.get("events")) {
        after = event.get("seq").asLong();
        assertThat(ledger.put(district + "/" + event.get("id").asText(), after))
            .as("%s stands twice", event.get("id"))
            .isNull();
      }
    } while (page.has("next"));
    acknowledged.forEach((id, seq) -> {
      if (id.startsWith(district)) {
        assertThat(ledger.get(id)).as(id).isEqualTo(seq);
      }
    });
  }
}
