package duban.ledger.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import duban.ledger.letter.LetterBox.Page;
import duban.ledger.relay.RelayProducer;
import duban.testkit.Kafka;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a reader put aside on a real Kafka, looked through and taken again. */
class PutAsideTest {

  private static final String LEDGER = "progress/320412";

  private final String topic = "letters-" + UUID.randomUUID();
  private Producer<String, String> producer;
  private PutAside aside;
  private String taken = "";

  @BeforeEach
  void open() {
    Kafka.shared().createTopic(topic, 1);
    producer = RelayProducer.connect(Kafka.shared().bootstrapServers(), topic);
    LetterBox box = new LetterBox(Kafka.shared().bootstrapServers(), List.of(topic));
    aside = new PutAside(box, new Reader());
  }

  @AfterEach
  void close() {
    producer.close();
  }

  @Test
  void aLetterIsHeldAgainstWhereItsReaderStands() {
    putAside("7");
    putAside("8");

    assertThat(aside.newest(10).letters())
        .extracting(DeadLetter::seq, DeadLetter::mark, DeadLetter::state)
        .containsExactly(tuple(8L, 7L, State.OPEN), tuple(7L, 7L, State.PASSED));
  }

  @Test
  void whatIsTakenAgainReachesItsReaderAsItCameAndIsWrittenDown() {
    putAside("8");
    String letter = topic + "-0-0";

    assertThat(aside.redrive(letter, "ops").map(Redrive::outcome)).contains(Outcome.STRAY);

    assertThat(taken).isEqualTo("from@4711: body 8");
    assertThat(aside.newest(10).letters())
        .singleElement()
        .satisfies(one -> {
          assertThat(one.state()).isEqualTo(State.REDRIVEN);
          assertThat(one.redriven()).extracting(Redrive::by).containsExactly("ops");
        });
  }

  @Test
  void aNoteIsNoLetterThatCouldBeTakenAgain() {
    putAside("8");
    aside.redrive(topic + "-0-0", "ops");
    taken = "";

    assertThat(aside.redrive(topic + "-0-1", "ops")).isEmpty();
    assertThat(taken).isEmpty();
  }

  @Test
  void noMoreThanTwoHundredAreReadAndNoFewerThanOne() {
    IntStream.range(0, 201).forEach(seq -> putAside(Integer.toString(seq)));

    Page most = aside.newest(100_000);
    assertThat(most.letters()).hasSize(200);
    assertThat(most.older()).isTrue();
    assertThat(aside.newest(-5).letters()).extracting(DeadLetter::seq).containsExactly(200L);
  }

  private void putAside(String seq) {
    ConsumerRecord<String, String> came =
        new ConsumerRecord<>("from", 0, 4711, "320412", "body " + seq);
    came.headers().add("ce_sequence", seq.getBytes(StandardCharsets.UTF_8));
    send(
        new ProducerRecord<>(
            topic, 0, came.key(), came.value(), LetterMessage.headers(came, "test", LEDGER)));
  }

  private void send(ProducerRecord<String, String> record) {
    assertThat(producer.send(record)).succeedsWithin(Duration.ofSeconds(20));
  }

  /** It stands at 7, and no message is any of its links. */
  private final class Reader implements LetterReader {

    @Override
    public Map<String, Long> marks() {
      return Map.of(LEDGER, 7L);
    }

    @Override
    public Taken again(ConsumerRecord<String, String> message) {
      taken = message.topic() + "@" + message.offset() + ": " + message.value();
      return Taken.as(Outcome.STRAY);
    }

    @Override
    public void keep(ProducerRecord<String, String> note) {
      send(note);
    }
  }
}
