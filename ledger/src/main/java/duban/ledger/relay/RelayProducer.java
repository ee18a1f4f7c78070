package duban.ledger.relay;

import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.StringSerializer;

/** The producer a relay needs: nothing acknowledged is lost, and order within a key is kept. */
public final class RelayProducer {

  private static final int DELIVERY_TIMEOUT_MILLIS = 10_000;
  private static final int REQUEST_TIMEOUT_MILLIS = 5_000;
  private static final int MAX_BLOCK_MILLIS = 5_000;
  private static final long BUFFER_BYTES = 8L * 1024 * 1024;

  private RelayProducer() {}

  public static Producer<String, String> connect(String bootstrapServers, String clientId) {
    return new KafkaProducer<>(
        Map.of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
            ProducerConfig.CLIENT_ID_CONFIG, clientId,
            ProducerConfig.ACKS_CONFIG, "all",
            ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true,
            // A lone event leaves at once; a batch fills itself while the one before is under way.
            ProducerConfig.LINGER_MS_CONFIG, 0,
            ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_TIMEOUT_MILLIS,
            ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_TIMEOUT_MILLIS,
            ProducerConfig.MAX_BLOCK_MS_CONFIG, MAX_BLOCK_MILLIS,
            ProducerConfig.BUFFER_MEMORY_CONFIG, BUFFER_BYTES,
            ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000),
        new StringSerializer(),
        new StringSerializer());
  }
}
