package duban.progress.replica;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jboss.logging.Logger;

/** Messages that cannot be read are put aside whole, with the reason and where they came from. */
@ApplicationScoped
class DeadLetters {

  private static final Logger LOG = Logger.getLogger(DeadLetters.class);
  private static final int PATIENCE_SECONDS = 15;

  private final Producer<String, String> producer;
  private final String topic;
  private final LongAdder sent = new LongAdder();

  DeadLetters(Producer<String, String> producer, ReplicaSettings settings) {
    this.producer = producer;
    this.topic = settings.deadLetterTopic();
  }

  /** There from the start, since what alarms must be 0 before it is 1. */
  void start(@Observes StartupEvent started, MeterRegistry meters) {
    FunctionCounter.builder("duban.replica.dead.letters", sent, LongAdder::sum)
        .description("messages about plans that could not be read")
        .register(meters);
  }

  /** Returns when the letter is safe. */
  void send(ConsumerRecord<String, String> message, String reason) {
    ProducerRecord<String, String> letter =
        new ProducerRecord<>(topic, null, message.key(), message.value(), message.headers());
    put(letter.headers(), "duban-reason", reason);
    put(letter.headers(), "duban-topic", message.topic());
    put(letter.headers(), "duban-partition", Integer.toString(message.partition()));
    put(letter.headers(), "duban-offset", Long.toString(message.offset()));
    try {
      producer.send(letter).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("the dead letter was not acknowledged", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
    sent.increment();
    LOG.errorf(
        "message %s-%d@%d cannot be read and was put into %s: %s",
        message.topic(), message.partition(), message.offset(), topic, reason);
  }

  private static void put(Headers headers, String name, String value) {
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
