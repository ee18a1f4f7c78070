package duban.reporting.intake;

import static duban.reporting.Service.number;
import static duban.reporting.Service.rollup;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import duban.contracts.catalogue.Indicator;
import duban.contracts.catalogue.Indicator.Aggregation;
import duban.contracts.plan.Target.Kind;
import duban.ledger.chain.LedgerEvent;
import duban.reporting.City;
import duban.reporting.DistrictLedgers;
import duban.reporting.OnRealInfrastructure;
import duban.reporting.Owners;
import duban.reporting.Service;
import duban.reporting.projection.Projection;
import duban.reporting.standing.Targets;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Nothing is lost, nothing doubled, and nothing silently skipped. */
@QuarkusTest
@Order(OnRealInfrastructure.NEXT)
class IntakeTest extends OnRealInfrastructure {

  @Inject Projection projection;

  private final City city = City.fresh();
  private final Indicator seats = city.indicator(Aggregation.SUM);

  private DistrictLedgers publishing() {
    DistrictLedgers district = city.district();
    district.publishes(Targets.of(Kind.QUANTITY).value("100000").indicator(seats));
    return district;
  }

  @Test
  void whatCannotBeReadIsPutAsideAndFetchedFromItsOwner() {
    DistrictLedgers wujin = publishing();
    wujin.reports("6.1", "2022-01-31", "100");
    wujin.reportsUnheard("6.1", "2022-02-28", "200");
    wujin.progress().sendRubbish("rubbish of " + wujin.code());
    assertThat(number(rollup(city, city.code(), seats.key(), wujin), "reached"))
        .isEqualByComparingTo("200");
    ConsumerRecord<String, String> letter = deadLetter("rubbish of " + wujin.code());
    assertThat(letter.key()).isEqualTo(wujin.code());
    assertThat(header(letter, "dead-letter-reason")).contains("no header ce_ledger");
    assertThat(header(letter, "dead-letter-topic")).isEqualTo("duban.progress");
    assertThat(given().get("/q/metrics").asString())
        .contains("duban_dead_letters_total{topic=\"duban.progress\"}");
  }

  private static ConsumerRecord<String, String> deadLetter(String value) {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers",
            ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class));
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      List<TopicPartition> all =
          List.of(new TopicPartition("duban.progress.dead-letter.reporting", 0));
      consumer.assign(all);
      consumer.seekToBeginning(all);
      for (int i = 0; i < 50; i++) {
        for (ConsumerRecord<String, String> letter : consumer.poll(Duration.ofMillis(200))) {
          if (letter.value().equals(value)) {
            return letter;
          }
        }
      }
    }
    throw new AssertionError("no dead letter");
  }

  private static String header(ConsumerRecord<String, String> letter, String name) {
    return new String(letter.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }

  @Test
  void aGapIsWaitedForWhileItsOwnerIsDown() {
    DistrictLedgers wujin = publishing();
    wujin.reports("6.1", "2022-01-31", "100");
    rollup(city, city.code(), seats.key(), wujin);
    Owners.goDown();
    try {
      wujin.reportsUnheard("6.1", "2022-02-28", "200");
      wujin.reports("6.1", "2022-03-31", "300");
      Awaitility.await()
          .atMost(Duration.ofSeconds(10))
          .untilAsserted(() -> {
            assertThat(health("well")).contains("\"status\": \"DOWN\"").contains("duban.progress");
            assertThat(health("ready")).contains("\"status\": \"UP\"");
          });
      JsonNode answer =
          Service.json(Service.get(city.viewer(), "/rollups?year=2022&scope=" + city.code()));
      assertThat(answer.path("freshness").path("late").booleanValue()).isTrue();
      assertThat(number(answer.path("rows").path(0), "reached")).isEqualByComparingTo("100");
    } finally {
      Owners.comeBack();
    }
    assertThat(number(rollup(city, city.code(), seats.key(), wujin), "reached"))
        .isEqualByComparingTo("300");
    Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> assertThat(health("well")).contains("\"status\": \"UP\""));
  }

  /** As after an owner's database was restored to an hour ago. */
  @Test
  void aGapThatItsOwnerCannotFillIsLookedAtNowAndThenAndSaidOnce() {
    DistrictLedgers wujin = publishing();
    LedgerEvent first = wujin.reports("6.1", "2022-01-31", "100");
    rollup(city, city.code(), seats.key(), wujin);
    List<String> said = new CopyOnWriteArrayList<>();
    Handler log = listening(said);
    int asked = Owners.asked(wujin.progress().name());
    List<LedgerEvent> beyond = wujin.progress().sendBeyondOwner(first);
    try {
      Awaitility.await()
          .atMost(Duration.ofSeconds(10))
          .untilAsserted(() ->
              assertThat(health("well"))
                  .contains("the owner has not given " + wujin.progress().name() + " past 1"));
      assertThat(health("ready")).contains("\"status\": \"UP\"");
      Awaitility.await()
          .during(Duration.ofSeconds(3))
          .atMost(Duration.ofSeconds(6))
          .untilAsserted(
              () -> assertThat(Owners.asked(wujin.progress().name()) - asked).isLessThan(20));
      assertThat(said).filteredOn(line -> line.contains("repeated")).hasSize(1);
    } finally {
      wujin.progress().append(beyond);
    }
    rollup(city, city.code(), seats.key(), wujin);
    Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> assertThat(health("well")).contains("\"status\": \"UP\""));
    Logger.getLogger(Intake.class.getName()).removeHandler(log);
    assertThat(said).last().asString().contains("goes on");
  }

  private static Handler listening(List<String> said) {
    Handler handler =
        new Handler() {
          @Override
          public void publish(LogRecord record) {
            said.add(record.getMessage());
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger.getLogger(Intake.class.getName()).addHandler(handler);
    return handler;
  }

  private static String health(String group) {
    return given().get("/q/health/" + group).asString();
  }

  /** Each kill ends a transaction somewhere between its first statement and its commit. */
  @Test
  void killedConnectionsLoseAndDoubleNothing() throws Exception {
    DistrictLedgers wujin = publishing();
    DistrictLedgers liyang = publishing();
    try (ExecutorService killer = Executors.newSingleThreadExecutor()) {
      Future<?> kills =
          killer.submit(() -> {
            for (int i = 0; i < 60; i++) {
              Service.update(
                  """
                  select pg_terminate_backend(pid) from pg_stat_activity
                   where datname = current_database() and pid <> pg_backend_pid()
                     and backend_type = 'client backend' and (state <> 'idle' or random() < 0.1)
                  """);
              Thread.sleep(30);
            }
            return null;
          });
      for (int i = 0; i < 300; i++) {
        wujin.adds("6.1", "2022-03-01", "1");
        liyang.adds("6.1", "2022-03-01", "10");
      }
      kills.get();
    }
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .ignoreExceptions()
        .ignoreException(AssertionError.class)
        .untilAsserted(() ->
            assertThat(number(rollup(city, city.code(), seats.key(), wujin, liyang), "reached"))
                .isEqualByComparingTo("3300"));
    assertThat(Service.verify().path("ok").booleanValue()).isTrue();
  }

  /** Districts of one city at once, each batch under the next one's feet, in one city row. */
  @Test
  void districtsThatMeetInTheirCityWaitAndNeverDeadlock() throws Exception {
    List<DistrictLedgers> districts = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      districts.add(publishing());
    }
    rollup(city, city.code(), seats.key(), districts.toArray(DistrictLedgers[]::new));
    int events = 120;
    int batch = 4;
    List<Future<?>> working = new ArrayList<>();
    try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (DistrictLedgers district : districts) {
        List<LedgerEvent> links = new ArrayList<>();
        for (int i = 0; i < events; i++) {
          links.add(district.reportsUnheard("6.1", "2022-03-01", Integer.toString(i + 1)));
        }
        working.add(
            workers.submit(() -> {
              for (int i = 0; i < events; i += batch) {
                projection.apply(links.subList(i, i + batch)).await().indefinitely();
              }
            }));
      }
      for (Future<?> work : working) {
        work.get();
      }
    }
    JsonNode row =
        rollup(city, city.code(), seats.key(), districts.toArray(DistrictLedgers[]::new));
    assertThat(number(row, "reached")).isEqualByComparingTo(Integer.toString(5 * events));
    assertThat(Service.verify().path("ok").booleanValue()).isTrue();
  }
}
