package duban.reporting.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import duban.contracts.catalogue.Indicator;
import duban.contracts.catalogue.Indicator.Aggregation;
import duban.contracts.plan.Target.Kind;
import duban.reporting.City;
import duban.reporting.DistrictLedgers;
import duban.reporting.OnRealInfrastructure;
import duban.reporting.Service;
import duban.reporting.live.SseClient.Block;
import duban.reporting.standing.Targets;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The live stream as a dashboard sees it. */
@QuarkusTest
class LiveTest extends OnRealInfrastructure {

  private static final int BIG = 20_000;

  private final City city = City.fresh();
  private final Indicator seats = city.indicator(Aggregation.SUM);
  private final DistrictLedgers wujin = city.district();
  private final DistrictLedgers liyang = city.district();

  @BeforeEach
  void publish() {
    Targets target = Targets.of(Kind.QUANTITY).value("6325").indicator(seats);
    wujin.publishes(target);
    liyang.publishes(target);
    wujin.reports("6.1", "2022-06-30", "3200");
    Service.rollup(city, city.code(), seats.key(), wujin, liyang);
  }

  private String rollup(String scope) {
    return scope + "/2022/" + seats.key();
  }

  @Test
  void beginsWithASnapshotAndGoesOnWithChanges() {
    try (SseClient client = SseClient.open(city.viewer(), city.code())) {
      Block snapshot = client.next();
      assertThat(snapshot.event()).isEqualTo("snapshot");
      JsonNode data = snapshot.data();
      assertThat(data.path("today").textValue()).isEqualTo("2022-06-30");
      assertThat(data.path("rollups").findValuesAsText("scope"))
          .containsExactly(city.code(), wujin.code(), liyang.code());
      assertThat(data.path("rollups").path(0).path("reached").intValue()).isEqualTo(3200);
      assertThat(data.path("scopes").path(0).path("targets").intValue()).isEqualTo(2);
      assertThat(data.path("plans").findValuesAsText("plan"))
          .containsExactly(wujin.plan(), liyang.plan());
      assertThat(data.path("events").path(0).path("subject").textValue())
          .isEqualTo(wujin.target("6.1"));
      assertThat(data.path("freshness").path("positions").path("progress/" + wujin.code()).asLong())
          .isEqualTo(1);

      liyang.reports("6.1", "2022-06-30", "1000");
      List<Block> changes = client.until(block -> block.isChange("rollup", rollup(liyang.code())));
      assertThat(changes).anyMatch(block -> block.isChange("target", liyang.target("6.1")));
      assertThat(changes).anyMatch(block -> block.isChange("item", liyang.target("6")));
      assertThat(changes).anyMatch(block -> block.isChange("plan", liyang.plan()));
      assertThat(changes).anyMatch(block -> block.isChange("scope", city.code()));
      assertThat(changes)
          .anyMatch(block -> block.isChange("event", "progress/" + liyang.code() + "/1"));
      Block total =
          changes.stream()
              .filter(block -> block.isChange("rollup", rollup(city.code())))
              .findFirst()
              .orElseThrow();
      assertThat(total.data().path("row").path("reached").intValue()).isEqualTo(4200);
      assertThat(changes.stream().map(block -> Long.valueOf(block.id())).toList())
          .isSorted()
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void aDistrictSeesItselfOnly() {
    try (SseClient client = SseClient.open(liyang.viewer(), liyang.code())) {
      assertThat(client.next().data().path("rollups").findValuesAsText("scope"))
          .containsExactly(liyang.code());
      wujin.reports("6.1", "2022-06-30", "3300");
      liyang.reports("6.1", "2022-06-30", "10");
      List<Block> changes = client.until(block -> block.isChange("rollup", rollup(liyang.code())));
      assertThat(changes)
          .filteredOn(block -> block.is("change"))
          .noneMatch(block -> block.data().path("key").textValue().contains(wujin.code()));
    }
  }

  @Test
  void resumesWhereItWas() {
    String seen;
    try (SseClient client = SseClient.open(city.viewer(), city.code())) {
      seen = client.next().id();
    }
    for (int i = 1; i <= 5; i++) {
      liyang.reports("6.1", "2022-06-30", Integer.toString(i));
    }
    Service.rollup(city, city.code(), seats.key(), liyang);
    try (SseClient client = SseClient.open(city.viewer(), city.code(), seen)) {
      List<Block> missed = client.until(block -> block.isChange("rollup", rollup(liyang.code())));
      assertThat(missed).noneMatch(block -> block.is("snapshot"));
      assertThat(missed.stream().filter(block -> block.isChange("target", liyang.target("6.1"))))
          .as("the latest of each row it missed")
          .hasSize(1)
          .allMatch(block -> block.data().path("row").path("reached").intValue() == 5);
      assertThat(
              missed.stream()
                  .filter(block -> block.is("change"))
                  .filter(block -> block.data().path("kind").textValue().equals("event")))
          .hasSize(5);
    }
  }

  @Test
  void whoWasAwayForTooLongBeginsAnew() {
    String seen;
    try (SseClient client = SseClient.open(city.viewer(), city.code())) {
      seen = client.next().id();
    }
    feed(700, "other", 10);
    try (SseClient client = SseClient.open(city.viewer(), city.code(), seen)) {
      assertThat(client.next().event()).isEqualTo("snapshot");
    }
  }

  @Test
  void aNumberThatIsNoneOfOursBeginsAnew() {
    for (String odd : List.of("999999999999", "-1", "x", "")) {
      try (SseClient client = SseClient.open(city.viewer(), city.code(), odd)) {
        assertThat(client.next().event()).as(odd).isEqualTo("snapshot");
      }
    }
  }

  @Test
  void aHeartbeatKeepsTheStreamAliveAndMovesItsNumber() {
    try (SseClient client = SseClient.open(city.viewer(), city.code())) {
      long snapshot = Long.parseLong(client.next().id());
      feed(3, "other", 10);
      Block beat =
          client.first(block -> block.event() == null && Long.parseLong(block.id()) > snapshot);
      assertThat(Long.parseLong(beat.id())).isGreaterThanOrEqualTo(snapshot + 3);
    }
  }

  /** Fills the connection, so that from then on the server has to wait for its reader. */
  private void fill(int rows) {
    for (int i = 0; i < rows; i += 50) {
      feed(50, city.code(), BIG, "filling-" + i + "-");
    }
  }

  @Test
  void whoDoesNotReadGetsTheLatestOfEachRowLater() throws IOException {
    try (SseClient client = SseClient.open(city.viewer(), city.code())) {
      client.next();
      fill(300);
      for (int i = 0; i < 100; i++) {
        feed(1, city.code(), BIG, null);
      }
      wujin.reports("6.1", "2022-06-30", "6325");
      Service.rollup(city, city.code(), seats.key(), wujin);
      List<Block> read =
          client.hurry().until(block -> block.isChange("rollup", rollup(wujin.code())));
      assertThat(read.stream().filter(block -> block.isChange("target", "one")))
          .as("changed a hundred times while nobody read")
          .hasSize(1);
      assertThat(read.stream().filter(block -> block.isFilling())).hasSize(300);
      assertThat(read).noneMatch(block -> block.is("snapshot"));
    }
  }

  /** Beyond the limit even the latest of each row is too much: the client begins anew. */
  @Test
  void whoDoesNotReadForTooLongGetsAFreshSnapshot() throws IOException {
    try (SseClient client = SseClient.open(city.viewer(), city.code())) {
      client.next();
      fill(1_500);
      wujin.reports("6.1", "2022-06-30", "6325");
      Service.rollup(city, city.code(), seats.key(), wujin);
      List<Block> read = client.hurry().until(block -> block.is("snapshot"));
      assertThat(read).filteredOn(Block::isFilling).hasSizeLessThan(800);
      assertThat(read.getLast().data().path("rollups").path(0).path("reached").intValue())
          .isEqualTo(6325);
    }
  }

  @Test
  void takesNoMoreStreamsThanItsLimit() {
    List<SseClient> open = new ArrayList<>();
    try {
      for (int i = 0; i < 20; i++) {
        open.add(SseClient.open(city.viewer(), city.code()));
        open.getLast().next();
      }
      Service.get(city.viewer(), "/live?year=2022&scope=" + city.code())
          .then()
          .statusCode(503)
          .contentType("application/problem+json");
    } finally {
      open.forEach(SseClient::close);
    }
    Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> {
          try (SseClient client = SseClient.open(city.viewer(), city.code())) {
            assertThat(client.next().event()).isEqualTo("snapshot");
          }
        });
  }

  @Test
  void nobodyWatchesAForeignDistrict() {
    Service.get(wujin.viewer(), "/live?year=2022&scope=" + liyang.code()).then().statusCode(403);
    Service.get(wujin.viewer(), "/live?year=2022&scope=" + city.code()).then().statusCode(403);
  }

  private static void feed(int changes, String scope, int size) {
    feed(changes, scope, size, null);
  }

  /**
   * So many changes of targets in a scope, as a transaction would leave them.
   *
   * @param keys how each row's own key begins; null: they are all changes of one row
   */
  private static void feed(int changes, String scope, int size, String keys) {
    Service.update(
        """
        with head as (update feed_head set no = no + ? returning no),
        added as (
          insert into change_feed (no, kind, key, scopes, year, row)
          select head.no - ? + i, 'target', coalesce(? || i, 'one'), array[?], 2022,
                 '"' || repeat('x', ?) || '"'
            from head, generate_series(1, ?) as i
        )
        select pg_notify('duban_feed', no::text) from head
        """,
        changes,
        changes,
        keys,
        scope,
        size,
        changes);
  }
}
