package duban.reporting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import duban.contracts.EventTypes;
import duban.contracts.Json;
import duban.contracts.Ledgers;
import duban.contracts.Topics;
import duban.ledger.chain.CanonicalBody;
import duban.ledger.chain.CanonicalJson;
import duban.ledger.chain.Chain;
import duban.ledger.chain.Hash;
import duban.ledger.chain.LedgerEvent;
import duban.ledger.letter.LetterMessage;
import duban.ledger.relay.LedgerMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * A ledger as its owner keeps it: every link is at the owner, and is sent to Kafka or held back.
 */
public final class TestLedger {

  private static final KafkaProducer<String, String> KAFKA =
      new KafkaProducer<>(
          Map.of(
              ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
              ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class),
              ProducerConfig.ACKS_CONFIG,
              "all",
              ProducerConfig.LINGER_MS_CONFIG,
              0),
          new StringSerializer(),
          new StringSerializer());

  private final String name;
  private final List<LedgerEvent> links = new ArrayList<>();
  private InstantSource clock = InstantSource.system();

  public TestLedger(String name) {
    this.name = name;
  }

  public String name() {
    return name;
  }

  /** As if it had been recorded then. */
  void recordsAt(Instant moment) {
    clock = InstantSource.fixed(moment);
  }

  /** As if it were that moment now. */
  void recordsFrom(Instant moment) {
    Duration back = Duration.between(moment, Instant.now());
    clock = InstantSource.offset(InstantSource.system(), back.negated());
  }

  public long seq() {
    return links.size();
  }

  public LedgerEvent last() {
    return links.getLast();
  }

  public LedgerEvent at(long seq) {
    return links.get((int) seq - 1);
  }

  /** Appends and sends. */
  public LedgerEvent say(String id, String type, String subject, String refers, JsonNode body) {
    LedgerEvent link = append(id, type, subject, refers, body);
    send(link);
    return link;
  }

  /** Appends at the owner only: Kafka does not get it. */
  public LedgerEvent append(String id, String type, String subject, String refers, JsonNode body) {
    ObjectNode signed = ((ObjectNode) body).deepCopy().put("by", "tester");
    CanonicalBody canonical = CanonicalJson.canonical(signed);
    Hash previous = links.isEmpty() ? Hash.ZERO : links.getLast().hash();
    Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    String full = EventTypes.full(type);
    long seq = seq() + 1;
    LedgerEvent link =
        new LedgerEvent(
            name,
            seq,
            id,
            full,
            subject,
            refers,
            at,
            canonical.json(),
            canonical.digest(),
            Chain.link(previous, seq, id, full, at, canonical.digest()));
    links.add(link);
    Owners.keep(link);
    return link;
  }

  /** Sends what comes next but one, of which the owner knows as little as of what is before it. */
  public List<LedgerEvent> sendBeyondOwner(LedgerEvent like) {
    LedgerEvent missing = next(like, last());
    LedgerEvent sent = next(like, missing);
    send(sent);
    return List.of(missing, sent);
  }

  private static LedgerEvent next(LedgerEvent like, LedgerEvent before) {
    long seq = before.seq() + 1;
    String id = like.id() + "-" + seq;
    return new LedgerEvent(
        like.ledger(),
        seq,
        id,
        like.type(),
        like.subject(),
        like.refers(),
        before.recordedAt(),
        like.body(),
        like.bodyDigest(),
        Chain.link(before.hash(), seq, id, like.type(), before.recordedAt(), like.bodyDigest()));
  }

  /** The owner has them now. */
  public void append(List<LedgerEvent> next) {
    links.addAll(next);
    next.forEach(Owners::keep);
  }

  public void send(LedgerEvent link) {
    send(LedgerMessage.write(topic(), Ledgers.key(name), "duban/test", link));
  }

  /** A message that carries no link, at this ledger's place of the topic. */
  public void sendRubbish(String value) {
    send(new ProducerRecord<>(topic(), Ledgers.key(name), value));
  }

  /** Puts a link aside, as a version would have done that could not read it yet. */
  public void sendAsLetter(LedgerEvent link) {
    ProducerRecord<String, String> sent =
        LedgerMessage.write(topic(), Ledgers.key(name), "duban/test", link);
    ConsumerRecord<String, String> came =
        new ConsumerRecord<>(topic(), 0, 4711, sent.key(), sent.value());
    sent.headers().forEach(came.headers()::add);
    send(
        new ProducerRecord<>(
            topic() + ".dead-letter.reporting",
            null,
            sent.key(),
            sent.value(),
            LetterMessage.headers(came, "not known yet", name)));
  }

  private String topic() {
    return name.startsWith("plans/") ? Topics.PLANS : Topics.PROGRESS;
  }

  private static void send(ProducerRecord<String, String> message) {
    try {
      KAFKA.send(message).get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static ObjectNode object() {
    return Json.lenient().createObjectNode();
  }
}
