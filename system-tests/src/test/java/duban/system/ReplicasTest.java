package duban.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import duban.system.Client.Reply;
import duban.system.Replicas.Replica;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Two processes of reporting-service on one database and in one consumer group: whatever happens is
 * told once, whichever of them does it, and both streams tell it. The steps follow each other.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReplicasTest {

  private static final Duration START = Duration.ofMinutes(2);
  private static final Duration SOON = Duration.ofSeconds(40);
  private static final String TARGET = "320412-2022.6.1";
  private static final List<String> PLANS = List.of("320412-2022", "320481-2022");
  private static final String REBUILD = "/api/v1/projection/rebuild";
  private static final int EVENTS = 40;

  private static RunningSystem system;
  private static Replicas replicas;
  private static ReplicasDatabase database;
  private static Replica first;
  private static Replica second;
  private static Heard ofFirst;
  private static Heard ofSecond;

  @BeforeAll
  static void startBothAtOnceOnAnEmptyDatabase() {
    system = RunningSystem.shared();
    replicas = new Replicas(system);
    database = new ReplicasDatabase(replicas);
    startBoth("2022-06-30");
  }

  @AfterAll
  static void stop() {
    List.of(ofFirst, ofSecond).forEach(Heard::stop);
    List.of(first, second).forEach(Replica::kill9);
  }

  private static void startBoth(String today) {
    first = replicas.start(today);
    second = replicas.start(today);
    ofFirst = ready(first);
    ofSecond = ready(second);
  }

  /** Ready, as far as the ledgers go, and listened to. */
  private static Heard ready(Replica replica) {
    await("a replica is ready")
        .atMost(START)
        .pollInterval(Duration.ofMillis(250))
        .ignoreExceptions()
        .untilAsserted(() -> {
          assertThat(replica.process().isAlive()).isTrue();
          assertThat(viewer(replica).get("/q/health/ready").status()).isEqualTo(200);
          assertThat(positions(viewer(replica)))
              .isEqualTo(positions(new Client(system, system.token("city-viewer"))));
        });
    Heard heard = new Heard(viewer(replica));
    await("its stream is open").atMost(SOON).until(heard::isOpen);
    return heard;
  }

  private static Client viewer(Replica replica) {
    return replica.client(system.token("city-viewer"));
  }

  private static JsonNode positions(Client client) {
    return client.get("/api/v1/projection/positions").body().get("positions");
  }

  @Test
  @Order(1)
  void whatIsReportedIsAppliedOnceAndBothStreamsTellIt() {
    long before = database.feedHead();
    List<String> posted = post(EVENTS);

    await("applied").atMost(SOON).untilAsserted(() -> database.toldOnce("event", before, posted));
    await("heard by both")
        .atMost(SOON)
        .untilAsserted(() -> {
          assertThat(ofFirst.changes()).containsAll(named("event", posted));
          assertThat(ofSecond.changes()).containsAll(named("event", posted));
        });
  }

  /** Both turn it at the same moment, as both would at midnight. */
  @Test
  @Order(2)
  void aDayThatBothTurnMovesEachLightOnce() {
    Map<String, String> lights = lights(first);
    long before = database.feedHead();
    List<CompletableFuture<Reply>> turned =
        List.of(first, second).stream()
            .map(one -> CompletableFuture.supplyAsync(() -> turn(one, "2022-08-31")))
            .toList();
    turned.forEach(reply -> assertThat(reply.join().status()).isEqualTo(200));

    List<String> moved = moved(lights, lights(second));
    assertThat(moved).isNotEmpty();
    assertThat(lights(first)).isEqualTo(lights(second));
    database.toldOnce("target", before, moved);
    assertThat(database.toldSince("target", before).values()).containsOnly(1);
    await("heard by both")
        .atMost(SOON)
        .untilAsserted(() -> {
          assertThat(ofFirst.changes()).containsAll(named("target", moved));
          assertThat(ofSecond.changes()).containsAll(named("target", moved));
        });
  }

  @Test
  @Order(3)
  void whatOneThatWasKilledWouldHaveDoneTheOtherDoes() {
    long before = database.feedHead();
    List<String> posted = post(EVENTS);
    first.kill9();
    posted.addAll(post(EVENTS));

    // The broker gives the dead one's partitions away when its session ends.
    await("applied").atMost(SOON).untilAsserted(() -> database.toldOnce("event", before, posted));
    await("heard")
        .atMost(SOON)
        .untilAsserted(() -> assertThat(ofSecond.changes()).containsAll(named("event", posted)));
    long turning = database.feedHead();
    Map<String, String> lights = lights(second);
    assertThat(turn(second, "2022-10-31").status()).isEqualTo(200);
    database.toldOnce("target", turning, moved(lights, lights(second)));
  }

  @Test
  @Order(4)
  void aDayThatTurnedWhileNeitherRanIsCaughtUpOnceAtTheNextStart() {
    Map<String, String> lights = lights(second);
    long before = database.feedHead();
    second.kill9();
    List<String> posted = post(EVENTS);
    startBoth("2022-12-31");

    await("every light stands for the new day")
        .atMost(SOON)
        .untilAsserted(() -> assertThat(database.waiting()).isZero());
    List<String> moved = moved(lights, lights(first));
    assertThat(moved).isNotEmpty();
    assertThat(lights(first)).isEqualTo(lights(second));
    database.toldOnce("event", before, posted);
    assertThat(database.toldSince("target", before)).containsKeys(moved.toArray(String[]::new));
    // Those that were reported on meanwhile may have moved before the day was told of, and again.
    assertThat(database.toldSince("target", before))
        .allSatisfy((target, times) -> {
          if (!target.equals(TARGET)) {
            assertThat(times).as(target).isEqualTo(1);
          }
        });
  }

  /** A report that takes its time keeps the rebuilt tables from being switched to. */
  @Test
  @Order(5)
  void aRebuildThatDiesWithItsProcessIsToldOfAndLeavesNothingBehind() throws Exception {
    Client askingFirst = first.client(system.token("city-admin"));
    Client askingSecond = second.client(system.token("city-admin"));
    long tables = database.table();
    try (Connection report = replicas.database()) {
      report.setAutoCommit(false);
      report.createStatement().execute("lock table projection_gate in access share mode");
      assertThat(askingFirst.post(REBUILD, "*/*", "").status()).isEqualTo(200);
      await("all is built but the switch")
          .atMost(SOON)
          .untilAsserted(() -> assertThat(phase(askingSecond)).isEqualTo("switching"));
      assertThat(database.halfBuilt()).isOne();
      first.kill9();
      report.rollback();
    }
    await("the other one clears it away")
        .atMost(SOON)
        .untilAsserted(() -> assertThat(database.halfBuilt()).isZero());
    JsonNode told = askingSecond.get(REBUILD).body();
    assertThat(told.path("phase").asText()).isEqualTo("failed");
    assertThat(told.path("failure").asText()).isEqualTo("its process ended");
    assertThat(database.table()).isEqualTo(tables);

    assertThat(askingSecond.post(REBUILD, "*/*", "").status()).isEqualTo(200);
    await("the next one is whole")
        .atMost(SOON)
        .untilAsserted(() -> assertThat(phase(askingSecond)).isEqualTo("done"));
    assertThat(askingSecond.get(REBUILD).body().path("identical").asBoolean()).isTrue();
    assertThat(database.table()).isNotEqualTo(tables);
  }

  private static String phase(Client admin) {
    return admin.get(REBUILD).body().path("phase").asText();
  }

  @Test
  @Order(6)
  void inTheEndEverythingIsAsARecomputationSaysAndAsTheSystemItselfHasIt() {
    Reply verified =
        second.client(system.token("city-admin")).post("/api/v1/projection/verify", "*/*", "");

    assertThat(verified.body().path("ok").asBoolean()).as(verified.raw().body()).isTrue();
    assertThat(reached(viewer(second)))
        .isEqualTo(reached(new Client(system, system.token("city-viewer"))));
  }

  private static String reached(Client client) {
    return client
        .get("/api/v1/targets/" + TARGET + "?asOf=2022-06-30")
        .body()
        .path("reached")
        .asText();
  }

  /** Posts through the gateway; their places in the ledger. */
  private static List<String> post(int events) {
    Client reporter = new Client(system, system.token("district-reporter", "320412"));
    List<String> places = new ArrayList<>();
    for (int i = 0; i < events; i++) {
      Reply reply =
          reporter.post(
              "/api/v1/districts/320412/events",
              "application/json",
              """
              {"id":"%s","type":"progress.added","target":"%s","on":"2022-06-30","amount":1}
              """
                  .formatted(UUID.randomUUID(), TARGET));
      assertThat(reply.status()).as(reply.raw().body()).isEqualTo(201);
      places.add(reply.body().get("ledger").asText() + "/" + reply.body().get("seq").asText());
    }
    return places;
  }

  private static Reply turn(Replica replica, String day) {
    return replica
        .client(system.token("city-admin"))
        .put("/api/v1/today", "{\"today\":\"%s\"}".formatted(day));
  }

  private static Map<String, String> lights(Replica replica) {
    Map<String, String> lights = new TreeMap<>();
    for (String plan : PLANS) {
      JsonNode standing = viewer(replica).get("/api/v1/plans/" + plan + "/standing").body();
      for (JsonNode target : standing.findValue("sections").findParents("light")) {
        if (target.has("target")) {
          lights.put(target.get("target").asText(), target.get("light").asText());
        }
      }
    }
    assertThat(lights).hasSizeGreaterThan(50);
    return lights;
  }

  private static List<String> moved(Map<String, String> before, Map<String, String> after) {
    return after.keySet().stream()
        .filter(target -> !after.get(target).equals(before.get(target)))
        .toList();
  }

  private static List<String> named(String kind, List<String> keys) {
    return keys.stream().map(key -> kind + "/" + key).toList();
  }
}
