package duban.ledger.relay;

import duban.ledger.chain.LedgerEvent;
import duban.testkit.Kafka;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads a topic from its beginning. */
final class TopicReader {

  private TopicReader() {}

  static KafkaConsumer<String, String> open(String topic) {
    KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                Kafka.shared().bootstrapServers(),
                ConsumerConfig.GROUP_ID_CONFIG,
                UUID.randomUUID().toString(),
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest"),
            new StringDeserializer(),
            new StringDeserializer());
    consumer.subscribe(List.of(topic));
    return consumer;
  }

  static List<LedgerEvent> read(String topic, int atLeast, Duration patience) {
    List<LedgerEvent> links = new ArrayList<>();
    long deadline = System.nanoTime() + patience.toNanos();
    try (KafkaConsumer<String, String> consumer = open(topic)) {
      while (links.size() < atLeast && System.nanoTime() < deadline) {
        for (ConsumerRecord<String, String> message : consumer.poll(Duration.ofMillis(100))) {
          links.add(LedgerMessage.read(message));
        }
      }
    } catch (UnreadableMessage e) {
      throw new AssertionError(e);
    }
    return links;
  }
}
