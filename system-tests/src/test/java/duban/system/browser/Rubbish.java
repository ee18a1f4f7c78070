package duban.system.browser;

import duban.system.RunningSystem;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** What nobody should write to a topic. */
final class Rubbish {

  private Rubbish() {}

  /** A message that cannot be read, under the key of a district's ledger. */
  static void send(RunningSystem system, String topic, String district) {
    Map<String, Object> settings =
        Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:" + system.kafkaPort());
    StringSerializer words = new StringSerializer();
    try (KafkaProducer<String, String> producer = new KafkaProducer<>(settings, words, words)) {
      producer.send(new ProducerRecord<>(topic, district, "rubbish")).get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
