package duban.ledger.letter;

import duban.ledger.letter.DeadLetter.Origin;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Dead letters as messages: the message as it came, with headers of ours beside its own; and, in
 * the same partition behind it, a note for each time that it was taken again.
 */
public final class LetterMessage {

  private static final String OURS = "dead-letter-";
  private static final String REASON = OURS + "reason";
  private static final String TOPIC = OURS + "topic";
  private static final String PARTITION = OURS + "partition";
  private static final String OFFSET = OURS + "offset";
  private static final String LEDGER = OURS + "ledger";
  private static final String EMPTY = OURS + "empty";
  private static final String NOTE_OF = OURS + "note-of";
  private static final String NOTE_OUTCOME = OURS + "note-outcome";
  private static final String NOTE_BY = OURS + "note-by";
  private static final String NOTE_WHY = OURS + "note-why";

  /** Whoever wrote the message wrote these too, at whatever length. */
  private static final int MOST_CHARS = 500;

  private LetterMessage() {}

  /**
   * The headers of a letter.
   *
   * @param ledger as the reader makes it out; null when it cannot
   */
  public static Headers headers(
      ConsumerRecord<String, String> message, String reason, @Nullable String ledger) {
    Headers headers = new RecordHeaders(message.headers());
    put(headers, REASON, cut(reason));
    put(headers, TOPIC, message.topic());
    put(headers, PARTITION, Integer.toString(message.partition()));
    put(headers, OFFSET, Long.toString(message.offset()));
    if (ledger != null) {
      put(headers, LEDGER, ledger);
    }
    if (message.value() == null) {
      put(headers, EMPTY, "true");
    }
    return headers;
  }

  /** A note in the letter's own partition, so that whoever reads the letter reads it too. */
  public static ProducerRecord<String, String> note(DeadLetter letter, Redrive redrive) {
    Headers headers = new RecordHeaders();
    put(headers, NOTE_OF, Long.toString(letter.offset()));
    put(headers, NOTE_OUTCOME, redrive.outcome().word());
    put(headers, NOTE_BY, redrive.by());
    if (redrive.why() != null) {
      put(headers, NOTE_WHY, cut(redrive.why()));
    }
    return new ProducerRecord<>(
        letter.topic(), letter.partition(), redrive.at().toEpochMilli(), letter.key(), "", headers);
  }

  /** The letter's offset, when this is a note of one. */
  static Optional<Long> noteOf(ConsumerRecord<String, String> record) {
    return number(record.headers(), NOTE_OF);
  }

  /** Empty where a later version wrote an outcome that this one does not know. */
  static Optional<Redrive> redrive(ConsumerRecord<String, String> note) {
    String by = text(note.headers(), NOTE_BY);
    return Optional.ofNullable(text(note.headers(), NOTE_OUTCOME))
        .flatMap(Outcome::of)
        .map(outcome ->
            new Redrive(
                outcome,
                Instant.ofEpochMilli(note.timestamp()),
                by == null ? "" : by,
                text(note.headers(), NOTE_WHY)));
  }

  static DeadLetter letter(ConsumerRecord<String, String> record, List<Redrive> redriven) {
    Headers headers = record.headers();
    String named = text(headers, "ce_ledger");
    Long seq = number(headers, "ce_sequence").orElse(null);
    return new DeadLetter(
        name(record.topic(), record.partition(), record.offset()),
        record.topic(),
        record.partition(),
        record.offset(),
        Instant.ofEpochMilli(record.timestamp()),
        State.of(seq, null, redriven),
        text(headers, REASON),
        origin(headers),
        record.key() == null ? null : cut(record.key()),
        named == null ? text(headers, LEDGER) : named,
        seq,
        text(headers, "ce_type"),
        isEmpty(record) ? 0 : record.value().length(),
        null,
        redriven);
  }

  static String name(String topic, int partition, long offset) {
    return topic + "-" + partition + "-" + offset;
  }

  /** The message as it came to its reader. */
  static ConsumerRecord<String, String> original(ConsumerRecord<String, String> record) {
    Origin origin = origin(record.headers());
    Headers own = new RecordHeaders();
    for (Header header : record.headers()) {
      if (!header.key().startsWith(OURS)) {
        own.add(header);
      }
    }
    return new ConsumerRecord<>(
        origin == null ? record.topic() : origin.topic(),
        origin == null ? record.partition() : origin.partition(),
        origin == null ? record.offset() : origin.offset(),
        record.timestamp(),
        record.timestampType(),
        record.serializedKeySize(),
        record.serializedValueSize(),
        record.key(),
        isEmpty(record) ? null : record.value(),
        own,
        Optional.empty());
  }

  private static boolean isEmpty(ConsumerRecord<String, String> record) {
    return record.value() == null || record.headers().lastHeader(EMPTY) != null;
  }

  private static @Nullable Origin origin(Headers headers) {
    String topic = text(headers, TOPIC);
    Optional<Long> partition = number(headers, PARTITION);
    Optional<Long> offset = number(headers, OFFSET);
    return topic == null || partition.isEmpty() || offset.isEmpty()
        ? null
        : new Origin(topic, partition.get().intValue(), offset.get());
  }

  private static Optional<Long> number(Headers headers, String name) {
    String text = text(headers, name);
    return text != null && text.matches("[0-9]{1,18}")
        ? Optional.of(Long.parseLong(text))
        : Optional.empty();
  }

  private static @Nullable String text(Headers headers, String name) {
    Header header = headers.lastHeader(name);
    return header == null || header.value() == null
        ? null
        : cut(new String(header.value(), StandardCharsets.UTF_8));
  }

  private static String cut(String text) {
    return text.length() <= MOST_CHARS ? text : text.substring(0, MOST_CHARS) + "…";
  }

  private static void put(Headers headers, String name, String value) {
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
