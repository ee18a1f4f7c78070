package duban.ledger.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import duban.ledger.Database;
import duban.ledger.Events;
import duban.ledger.append.Answer;
import duban.ledger.append.Append;
import duban.ledger.append.Decider;
import duban.ledger.append.Ledger;
import duban.ledger.append.LedgerLimits;
import duban.ledger.chain.LedgerEvent;
import duban.ledger.read.LedgerReader;
import duban.testkit.Kafka;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From a real PostgreSQL to a real Kafka. */
class RelayTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final String topic = "relay-" + UUID.randomUUID();
  private Database database;
  private Producer<String, String> producer;
  private final List<Relay> relays = new ArrayList<>();

  @BeforeEach
  void open() {
    database = Database.fresh();
    Kafka.shared().createTopic(topic, 3);
    producer = RelayProducer.connect(Kafka.shared().bootstrapServers(), "relay-test");
  }

  @AfterEach
  void close() {
    relays.forEach(Relay::close);
    producer.close();
    database.close();
  }

  @Test
  void sendsEveryLinkOnceInOrderWithAllThatAReaderNeeds() {
    Relay relay = relay(Duration.ofHours(1));
    Ledger<Void> ledger = ledger(relay);
    append(ledger, "progress/1", 250);
    append(ledger, "progress/2", 250);

    List<LedgerEvent> arrived = consume(500);

    for (String name : List.of("progress/1", "progress/2")) {
      assertThat(arrived.stream().filter(link -> link.ledger().equals(name)).toList())
          .isEqualTo(await(new LedgerReader(database.pool()).after(name, 0, 1_000)));
    }
    assertThat(await(relay.lag())).isZero();
  }

  @Test
  void twoRelaysWorkOneLedgerAtATime() {
    // Each process is woken by its own appends only; both see the other's work in the database.
    List<Ledger<Void>> processes =
        List.of(ledger(relay(Duration.ofMillis(50))), ledger(relay(Duration.ofMillis(50))));
    List<Uni<Answer<Void>>> appends = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      appends.add(
          processes.get(i % 2).append("progress/" + i % 3, Append.of(Events.said("e" + i, i))));
    }
    await(Uni.join().all(appends).usingConcurrencyOf(24).andFailFast());

    List<LedgerEvent> arrived = consume(600);
    for (int l = 0; l < 3; l++) {
      String name = "progress/" + l;
      assertThat(arrived.stream().filter(link -> link.ledger().equals(name)))
          .extracting(LedgerEvent::seq)
          .containsExactlyElementsOf(
              IntStream.rangeClosed(1, 200).mapToObj(Long::valueOf).toList());
    }
  }

  @Test
  void findsWhatADeadProcessLeftBehind() {
    append(ledger(null), "progress/1", 20);

    relay(Duration.ofMillis(100));

    assertThat(consume(20)).hasSize(20);
  }

  @Test
  void anAppendWakesItAtOnce() {
    // The sweep is an hour away: only the wake can have sent these.
    Ledger<Void> ledger = ledger(relay(Duration.ofHours(1)));
    append(ledger, "progress/1", 1);
    consume(1);
    long[] millis = new long[20];
    try (KafkaConsumer<String, String> consumer = TopicReader.open(topic)) {
      consumer.poll(Duration.ofSeconds(5));
      for (int i = 0; i < millis.length; i++) {
        String id = "timed" + i;
        long start = System.nanoTime();
        await(ledger.append("progress/1", Append.of(Events.said(id, i))));
        while (consumer.poll(Duration.ofSeconds(5)).isEmpty()) {
          assertThat(System.nanoTime() - start).isLessThan(PATIENCE.toNanos());
        }
        millis[i] = Duration.ofNanos(System.nanoTime() - start).toMillis();
      }
    }
    Arrays.sort(millis);
    assertThat(millis[millis.length / 2])
        .as("median ms of %s", Arrays.toString(millis))
        .isLessThan(150);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ce_ledger", "ce_sequence", "ce_id", "ce_time", "ce_hash"})
  void aMessageThatIsNoLinkSaysWhatItLacks(String missing) {
    append(ledger(relay(Duration.ofHours(1))), "progress/1", 1);
    LedgerEvent link = consume(1).getFirst();
    var written = LedgerMessage.write(topic, "1", "/test", link);
    var headers = new RecordHeaders(written.headers());
    headers.remove(missing);
    var broken = message("{}", headers);

    assertThatThrownBy(() -> LedgerMessage.read(broken))
        .isInstanceOf(UnreadableMessage.class)
        .hasMessageContaining(missing);
  }

  @Test
  void aBodyThatWasTouchedOnItsWayIsNotRead() {
    append(ledger(relay(Duration.ofHours(1))), "progress/1", 1);
    var written = LedgerMessage.write(topic, "1", "/test", consume(1).getFirst());
    var touched = message("{\"by\":\"tester\",\"value\":9}", new RecordHeaders(written.headers()));

    assertThatThrownBy(() -> LedgerMessage.read(touched))
        .isInstanceOf(UnreadableMessage.class)
        .hasMessageContaining("digest");
  }

  private ConsumerRecord<String, String> message(String body, RecordHeaders headers) {
    return new ConsumerRecord<>(
        topic,
        0,
        7L,
        0L,
        TimestampType.CREATE_TIME,
        0,
        0,
        "1",
        body,
        headers,
        java.util.Optional.empty());
  }

  private Relay relay(Duration sweep) {
    Relay relay =
        new Relay(
            database.pool(),
            producer,
            new RelayRoute(topic, "/test", name -> name.substring(name.indexOf('/') + 1)),
            new RelayLimits(100, 2, sweep));
    relay.start();
    relays.add(relay);
    return relay;
  }

  private Ledger<Void> ledger(Relay relay) {
    return new Ledger<>(
        database.pool(),
        Decider.none(),
        LedgerLimits.defaults(),
        InstantSource.system(),
        relay == null ? name -> {} : relay::wake);
  }

  private static void append(Ledger<Void> ledger, String name, int events) {
    await(
        Uni.join()
            .all(
                IntStream.range(0, events)
                    .mapToObj(i -> ledger.append(name, Append.of(Events.said("e" + i, i))))
                    .toList())
            .andFailFast());
  }

  private List<LedgerEvent> consume(int atLeast) {
    return TopicReader.read(topic, atLeast, PATIENCE);
  }

  private static <T> T await(Uni<T> uni) {
    return uni.await().atMost(PATIENCE);
  }
}
