package duban.progress.replica;

import duban.ledger.letter.LetterMessage;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

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
  void send(ConsumerRecord<String, String> message, String reason, @Nullable String ledger) {
    Headers headers = LetterMessage.headers(message, reason, ledger);
    keep(new ProducerRecord<>(topic, null, message.key(), message.value(), headers));
    sent.increment();
    LOG.errorf(
        "message %s-%d@%d cannot be read and was put into %s: %s",
        message.topic(), message.partition(), message.offset(), topic, reason);
  }

  /** Returns when it is safe. */
  void keep(ProducerRecord<String, String> record) {
    try {
      producer.send(record).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("the dead letter was not acknowledged", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
