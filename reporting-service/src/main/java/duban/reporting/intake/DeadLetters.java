package duban.reporting.intake;

import duban.reporting.intake.Delivery.Unreadable;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

/** Puts messages aside that cannot be read, as they came and with the reason. */
@ApplicationScoped
class DeadLetters {

  private static final Logger LOG = Logger.getLogger(DeadLetters.class);
  private static final String SUFFIX = ".dead-letter.reporting";

  private final MutinyEmitter<String> channel;
  private final MeterRegistry meters;

  DeadLetters(@Channel("dead-letter") MutinyEmitter<String> channel, MeterRegistry meters) {
    this.channel = channel;
    this.meters = meters;
  }

  /** Done when Kafka has them all. */
  Uni<Void> put(List<Unreadable> messages) {
    return messages.isEmpty()
        ? Uni.createFrom().voidItem()
        : Uni.join().all(messages.stream().map(this::put).toList()).andFailFast().replaceWithVoid();
  }

  private Uni<Void> put(Unreadable unreadable) {
    ConsumerRecord<String, String> message = unreadable.message();
    OutgoingKafkaRecordMetadata<String> metadata =
        OutgoingKafkaRecordMetadata.<String>builder()
            .withTopic(message.topic() + SUFFIX)
            .withKey(message.key())
            .withHeaders(headers(unreadable))
            .build();
    LOG.errorf(
        "dead letter: topic=%s partition=%d offset=%d why=%s",
        message.topic(), message.partition(), message.offset(), unreadable.why());
    return channel
        .sendMessage(Message.of(String.valueOf(message.value())).addMetadata(metadata))
        .invoke(() -> meters.counter("duban.dead.letters", "topic", message.topic()).increment());
  }

  private static Headers headers(Unreadable unreadable) {
    ConsumerRecord<String, String> message = unreadable.message();
    Headers headers = new RecordHeaders(message.headers());
    add(headers, "dead-letter-reason", unreadable.why());
    add(headers, "dead-letter-topic", message.topic());
    add(headers, "dead-letter-partition", Integer.toString(message.partition()));
    add(headers, "dead-letter-offset", Long.toString(message.offset()));
    return headers;
  }

  private static void add(Headers headers, String name, String value) {
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
