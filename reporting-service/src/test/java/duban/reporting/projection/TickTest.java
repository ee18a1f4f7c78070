package duban.reporting.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import duban.contracts.catalogue.Indicator;
import duban.contracts.catalogue.Indicator.Aggregation;
import duban.contracts.plan.Target.Kind;
import duban.reporting.City;
import duban.reporting.DistrictLedgers;
import duban.reporting.OnRealInfrastructure;
import duban.reporting.Service;
import duban.reporting.calendar.Calendar;
import duban.reporting.live.SseClient;
import duban.reporting.standing.Targets;
import duban.reporting.store.Transactions;
import duban.reporting.targets.TargetStore;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The day turns once, on however many replicas, and after a stop of any length. */
@QuarkusTest
@Order(OnRealInfrastructure.EARLY)
class TickTest extends OnRealInfrastructure {

  private static final int TARGETS = 20;

  @Inject Calendar calendar;
  @Inject Transactions transactions;
  @Inject TargetStore targets;
  @Inject Projection projection;
  @Inject Ticker ticker;

  private final City city = City.fresh();
  private final Indicator seats = city.indicator(Aggregation.SUM);
  private final DistrictLedgers wujin = district();
  private final DistrictLedgers liyang = district();

  private DistrictLedgers district() {
    DistrictLedgers district = city.district();
    district.publishes(
        Stream.generate(() -> Targets.of(Kind.QUANTITY).value("100").indicator(seats))
            .limit(TARGETS)
            .toArray(Targets[]::new));
    district.reports("6.1", "2022-06-30", "60");
    return district;
  }

  private void settle() {
    Service.rollup(city, city.code(), seats.key(), wujin, liyang);
  }

  private void turnTo(String day) {
    assertThat(calendar.move(LocalDate.parse(day)).await().indefinitely()).isTrue();
  }

  @AfterEach
  void back() {
    Service.moveTo("2022-06-30");
  }

  /** How often each target of the city was announced past a number: how many so often. */
  private long announced(long past, int times) {
    return Service.count(
        """
        select count(*) from (
          select key from change_feed
           where no > %d and kind = 'target' and scopes @> array['%s']
           group by key having count(*) = %d) once
        """
            .formatted(past, city.code(), times));
  }

  private static long head() {
    return Service.count("select no from feed_head");
  }

  /** Two that know nothing of each other, as those of two replicas. */
  @Test
  void twoReplicasMoveEachTargetOnce() throws Exception {
    settle();
    long head = head();
    Ticker other = new Ticker(calendar, transactions, targets, projection);
    turnTo("2023-01-01");
    try (ExecutorService replicas = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> ticks =
          Stream.of(ticker, other, ticker, other)
              .map(one -> replicas.submit(() -> one.tick().await().indefinitely()))
              .toList();
      for (Future<Integer> tick : ticks) {
        tick.get();
      }
    }
    assertThat(announced(head, 1)).isEqualTo(2 * TARGETS);
    assertThat(behind()).isZero();
    assertThat(Service.verify().path("differences")).isEmpty();
  }

  private static long behind() {
    return Service.count(
        "select count(*) from projection_v3.target, calendar where day is distinct from today");
  }

  /** The second district is kept busy, and the tick that waits for it is killed. */
  @Test
  void aTickThatWasKilledGoesOnWhereItStood() throws Exception {
    settle();
    long head = head();
    try (Connection busy = Service.database();
        Statement lock = busy.createStatement();
        ExecutorService replica = Executors.newVirtualThreadPerTaskExecutor()) {
      lock.execute(
          "select pg_advisory_lock(hashtextextended('duban/district/%s', 0))"
              .formatted(liyang.code()));
      turnTo("2023-01-02");
      Future<Integer> killed = replica.submit(() -> ticker.tick().await().indefinitely());
      Awaitility.await()
          .atMost(Duration.ofSeconds(10))
          .until(() -> announced(head, 1) == TARGETS && waiting() > 0);
      Service.update(
          """
          select pg_terminate_backend(pid) from pg_stat_activity
           where datname = current_database() and wait_event = 'advisory'
          """);
      assertThatThrownBy(killed::get).isNotNull();
    }
    assertThat(announced(head, 1)).isEqualTo(TARGETS);
    ticker.tick().await().indefinitely();
    assertThat(announced(head, 1)).isEqualTo(2 * TARGETS);
    assertThat(behind()).isZero();
  }

  private static long waiting() {
    return Service.count(
        """
        select count(*) from pg_stat_activity
         where datname = current_database() and wait_event = 'advisory'
        """);
  }

  /** Stopped in June, it goes on in September: one change each, and not one a day. */
  @Test
  void afterAStopOfManyDaysEachTargetMovesOnceAndStreamsShowIt() {
    settle();
    long head = head();
    try (SseClient stream = SseClient.open(city.viewer(), city.code())) {
      assertThat(stream.next().event()).isEqualTo("snapshot");
      turnTo("2022-09-30");
      ticker.tick().await().indefinitely();
      var shown = stream.first(block -> block.isChange("target", wujin.target("6.1")));
      assertThat(shown.data().path("row").path("light").textValue()).isEqualTo("at-risk");
    }
    assertThat(announced(head, 1)).isEqualTo(2 * TARGETS);
    assertThat(ticker.tick().await().indefinitely()).isZero();
  }
}
