package duban.progress;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
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
import duban.ledger.relay.LedgerMessage;
import duban.testkit.Kafka;
import duban.testkit.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** A district of a test's own, with its plans ledger as plans-service would write and send it. */
public final class District {

  private static final AtomicInteger NEXT = new AtomicInteger(1001);

  private final String code;
  private final List<LedgerEvent> links = new ArrayList<>();

  private District(String code) {
    this.code = code;
  }

  /** Has no plan yet. */
  public static District fresh() {
    int number = NEXT.incrementAndGet();
    return new District("32" + (number % 100 == 0 ? NEXT.incrementAndGet() : number));
  }

  /** Has published its plan for 2022, and the service has heard of it. */
  public static District withPlan() {
    District district = fresh();
    district.send(district.publishes(1));
    Service.awaitPlan(district);
    return district;
  }

  public String code() {
    return code;
  }

  public String plan() {
    return code + "-2022";
  }

  /** {@code 6.1} as this district's target. */
  public String target(String number) {
    return plan() + "." + number;
  }

  public String reporter() {
    return Tokens.mint("district-reporter", code);
  }

  public LedgerEvent publishes(int revision) {
    return publishes(revision, SamplePlan.json(code, 2022));
  }

  public LedgerEvent publishes(int revision, JsonNode content) {
    ObjectNode body = Json.lenient().createObjectNode();
    body.put("plan", plan()).put("revision", revision).set("content", content);
    return append(revision == 1 ? "plan.published" : "plan.amended", body);
  }

  public LedgerEvent closes() {
    return append(
        "plan.closed", Json.lenient().createObjectNode().put("plan", plan()).put("revision", 1));
  }

  public LedgerEvent append(String type, ObjectNode body) {
    CanonicalBody canonical = CanonicalJson.canonical(body.put("by", "planner"));
    long seq = links.size() + 1L;
    Hash previous = links.isEmpty() ? Hash.ZERO : links.getLast().hash();
    Instant now = Instant.ofEpochMilli(System.currentTimeMillis());
    String id = code + "-plan-event-" + seq;
    String full = EventTypes.full(type);
    LedgerEvent link =
        new LedgerEvent(
            Ledgers.plans(code),
            seq,
            id,
            full,
            plan(),
            null,
            now,
            canonical.json(),
            canonical.digest(),
            Chain.link(previous, seq, id, full, now, canonical.digest()));
    links.add(link);
    return link;
  }

  /** Kafka brings these links. */
  public void send(LedgerEvent... sent) {
    for (LedgerEvent link : sent) {
      sendRaw(LedgerMessage.write(Topics.PLANS, code, "/test", link));
    }
  }

  public void sendRaw(ProducerRecord<String, String> message) {
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", Kafka.shared().bootstrapServers()),
            new StringSerializer(),
            new StringSerializer())) {
      producer.send(message).get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The owner has all links of this district and gives them when asked. */
  public void ownerHasLedger() {
    ownerHasLedgerFrom(1);
  }

  /** As above, but the owner itself has lost the links before {@code seq}. */
  public void ownerHasLedgerFrom(long seq) {
    ArrayNode views = Json.lenient().createArrayNode();
    links.stream().filter(link -> link.seq() >= seq).forEach(link -> views.add(view(link)));
    PlansPeer.hasLedger(code, views);
  }

  /** The owner shows the plan as plans-service does. */
  public void ownerHasPlan(int revision, JsonNode content) {
    ObjectNode view = Json.lenient().createObjectNode();
    view.put("plan", plan()).put("district", code).put("year", 2022);
    view.put("state", "published").put("revision", revision).set("content", content);
    PlansPeer.hasPlan(plan(), view.put("etag", "\"" + revision + "\""));
  }

  private static ObjectNode view(LedgerEvent link) {
    ObjectNode view = Json.lenient().createObjectNode();
    view.put("seq", link.seq()).put("id", link.id()).put("type", EventTypes.brief(link.type()));
    view.put("fullType", link.type()).put("subject", link.subject()).putNull("refers");
    view.put("recordedAt", link.recordedAt().toString());
    try {
      view.set("body", Json.lenient().readTree(link.body()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return view.put("bodyDigest", link.bodyDigest().hex()).put("hash", link.hash().hex());
  }
}
