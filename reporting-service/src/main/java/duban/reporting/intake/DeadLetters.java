package duban.reporting.intake;

import duban.contracts.Topics;
import duban.ledger.letter.LetterMessage;
import duban.reporting.intake.Delivery.Unreadable;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
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

  /** The topics of letters, one for each topic that is read. */
  static List<String> topics() {
    return List.of(Topics.PLANS + SUFFIX, Topics.PROGRESS + SUFFIX);
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
            .withHeaders(
                LetterMessage.headers(message, unreadable.why(), unreadable.ledger().orElse(null)))
            .build();
    LOG.errorf(
        "dead letter: topic=%s partition=%d offset=%d why=%s",
        message.topic(), message.partition(), message.offset(), unreadable.why());
    return channel
        .sendMessage(Message.of(String.valueOf(message.value())).addMetadata(metadata))
        .invoke(() -> meters.counter("duban.dead.letters", "topic", message.topic()).increment());
  }

  /** Done when Kafka has the note. */
  Uni<Void> keep(ProducerRecord<String, String> note) {
    OutgoingKafkaRecordMetadata<String> metadata =
        OutgoingKafkaRecordMetadata.<String>builder()
            .withTopic(note.topic())
            .withPartition(note.partition())
            .withTimestamp(Instant.ofEpochMilli(note.timestamp()))
            .withKey(note.key())
            .withHeaders(note.headers())
            .build();
    return channel.sendMessage(Message.of(note.value()).addMetadata(metadata));
  }
}
