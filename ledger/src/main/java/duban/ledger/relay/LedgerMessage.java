package duban.ledger.relay;

import duban.ledger.chain.Hash;
import duban.ledger.chain.LedgerEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.NoSuchElementException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * A link as a CloudEvents 1.0 message in binary mode: attributes as {@code ce_} headers, the
 * canonical body as the value. The ledger's own fields are extension attributes, so that a reader
 * can check the chain.
 */
public final class LedgerMessage {

  private LedgerMessage() {}

  public static ProducerRecord<String, String> write(
      String topic, String key, String source, LedgerEvent link) {
    ProducerRecord<String, String> message = new ProducerRecord<>(topic, key, link.body());
    Headers headers = message.headers();
    put(headers, "ce_specversion", "1.0");
    put(headers, "ce_id", link.id());
    put(headers, "ce_type", link.type());
    // With the ledger in it: ids are unique in a ledger, and CloudEvents wants (source, id) unique.
    put(headers, "ce_source", source + "/" + link.ledger());
    put(headers, "ce_subject", link.subject());
    put(headers, "ce_time", link.recordedAt().toString());
    put(headers, "content-type", "application/json");
    put(headers, "ce_ledger", link.ledger());
    put(headers, "ce_sequence", Long.toString(link.seq()));
    put(headers, "ce_hash", link.hash().hex());
    put(headers, "ce_bodydigest", link.bodyDigest().hex());
    if (link.refers() != null) {
      put(headers, "ce_refers", link.refers());
    }
    return message;
  }

  /**
   * The link that the message carries.
   *
   * @throws UnreadableMessage when an attribute is missing or the body is not the one of its digest
   */
  public static LedgerEvent read(ConsumerRecord<String, String> message) throws UnreadableMessage {
    LedgerEvent link = parse(message);
    String body = link.body();
    if (body != null
        && !Hash.sha256(body.getBytes(StandardCharsets.UTF_8)).equals(link.bodyDigest())) {
      throw unreadable(message, new IllegalStateException("the body is not that of its digest"));
    }
    return link;
  }

  private static LedgerEvent parse(ConsumerRecord<String, String> message)
      throws UnreadableMessage {
    Headers headers = message.headers();
    try {
      return new LedgerEvent(
          need(headers, "ce_ledger"),
          Long.parseLong(need(headers, "ce_sequence")),
          need(headers, "ce_id"),
          need(headers, "ce_type"),
          need(headers, "ce_subject"),
          get(headers, "ce_refers"),
          Instant.parse(need(headers, "ce_time")),
          message.value(),
          Hash.ofHex(need(headers, "ce_bodydigest")),
          Hash.ofHex(need(headers, "ce_hash")));
    } catch (RuntimeException e) {
      throw unreadable(message, e);
    }
  }

  private static UnreadableMessage unreadable(
      ConsumerRecord<String, String> message, RuntimeException cause) {
    return new UnreadableMessage(
        "not a ledger's link at %s-%d@%d: %s"
            .formatted(message.topic(), message.partition(), message.offset(), cause.getMessage()),
        cause);
  }

  private static void put(Headers headers, String name, String value) {
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }

  private static String need(Headers headers, String name) {
    String value = get(headers, name);
    if (value == null) {
      throw new NoSuchElementException("no header " + name);
    }
    return value;
  }

  private static @Nullable String get(Headers headers, String name) {
    Header header = headers.lastHeader(name);
    return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
  }
}
