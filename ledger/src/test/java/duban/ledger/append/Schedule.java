package duban.ledger.append;

import static org.assertj.core.api.Assertions.assertThat;

import duban.ledger.Events;
import duban.ledger.TakeBacks;
import duban.ledger.append.Answer.Appended;
import duban.ledger.append.Answer.Receipt;
import duban.ledger.append.Planner.Plan;
import duban.ledger.chain.Chain;
import duban.ledger.chain.Hash;
import duban.ledger.chain.LedgerEvent;
import duban.ledger.mark.Gate;
import duban.ledger.mark.Sifted;
import duban.ledger.mark.Sifted.Gap;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * One random life of a ledger. The database and Kafka are lists here; deciding, chaining and
 * sifting are the real code. Whoever dies forgets everything but what those lists hold.
 */
final class Schedule {

  private static final String LEDGER = "progress/1";
  private static final int STEPS = 14;

  private final Random random;

  // what survives a crash
  private final List<LedgerEvent> database = new ArrayList<>();
  private final List<LedgerEvent> kafka = new ArrayList<>();
  private int relayMark;
  private long readerMark;
  private final List<LedgerEvent> projection = new ArrayList<>();

  // what the outside world was told
  private final Map<String, Receipt> acknowledged = new HashMap<>();

  private Head believed = Head.EMPTY;
  private int read;
  private long crashes;
  private long gaps;
  private long repeats;

  Schedule(long seed) {
    random = new Random(seed);
  }

  void run() {
    for (int step = 0; step < STEPS; step++) {
      switch (random.nextInt(3)) {
        case 0 -> append();
        case 1 -> relay(random.nextBoolean());
        default -> consume(random.nextInt(4) == 0);
      }
    }
    relay(false);
    consume(false);
    check();
  }

  private void append() {
    List<Append> group = new ArrayList<>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      group.add(request());
    }
    Instant now = Instant.ofEpochMilli(1_000_000 + random.nextInt(50) * 10L);
    Head head = headOf(database);
    boolean ahead = believed.equals(head) && random.nextBoolean();
    // Planned ahead, the group does not know what the ledger holds; the unique ids refuse it then.
    Plan<String> plan =
        Planner.plan(
            LEDGER,
            ahead ? believed : head,
            ahead ? List.of() : database,
            group,
            new TakeBacks(),
            now);
    if (ahead && (collides(plan) || group.stream().anyMatch(Schedule::refers))) {
      plan = Planner.plan(LEDGER, head, database, group, new TakeBacks(), now);
    }
    database.addAll(plan.links());
    believed = plan.head();
    if (random.nextInt(8) == 0) {
      // died between commit and answer: nobody was told, and a successor believes something stale
      crashes++;
      believed = Head.EMPTY;
      return;
    }
    tell(plan);
  }

  private Append request() {
    List<duban.ledger.chain.NewEvent> events = new ArrayList<>();
    for (int i = random.nextInt(2); i >= 0; i--) {
      int id = random.nextInt(12);
      events.add(
          random.nextInt(5) == 0
              ? Events.takenBack("t" + id, "e" + random.nextInt(12))
              : Events.said("e" + id, random.nextInt(6) == 0 ? 99 : id));
    }
    return Append.of(events);
  }

  private static boolean refers(Append request) {
    return request.events().stream().anyMatch(event -> event.refers() != null);
  }

  private boolean collides(Plan<String> plan) {
    return plan.links().stream()
        .anyMatch(link -> database.stream().anyMatch(held -> held.id().equals(link.id())));
  }

  private void tell(Plan<String> plan) {
    for (Answer<String> answer : plan.answers()) {
      if (answer instanceof Appended<String> appended) {
        for (Receipt receipt : appended.receipts()) {
          Receipt before = acknowledged.putIfAbsent(receipt.id(), receipt);
          if (before != null) {
            repeats++;
            assertThat(receipt.seq()).isEqualTo(before.seq());
            assertThat(receipt.hash()).isEqualTo(before.hash());
          }
        }
      }
    }
  }

  /** Sends past the mark; dying in between leaves messages behind and the mark where it was. */
  private void relay(boolean dies) {
    int until =
        dies ? relayMark + random.nextInt(database.size() - relayMark + 1) : database.size();
    for (int at = relayMark; at < until; at++) {
      // a batch that timed out in the broker can lose one of its messages and keep later ones
      if (!dies || random.nextBoolean()) {
        kafka.add(database.get(at));
      }
    }
    if (dies) {
      crashes++;
    } else {
      relayMark = until;
    }
  }

  private void consume(boolean dies) {
    // offsets are a hint: the reader may resume anywhere at or before where it was
    int from = read == 0 ? 0 : random.nextInt(read + 1);
    List<LedgerEvent> arrived = new ArrayList<>(kafka.subList(from, kafka.size()));
    Sifted sifted = Gate.sift(Map.of(LEDGER, readerMark), arrived);
    for (Gap gap : sifted.gaps()) {
      gaps++;
      arrived.addAll(database.subList((int) gap.after(), (int) gap.before() - 1));
    }
    while (!sifted.gaps().isEmpty()) {
      sifted = Gate.sift(Map.of(LEDGER, readerMark), arrived);
      for (Gap gap : sifted.gaps()) {
        arrived.addAll(database.subList((int) gap.after(), (int) gap.before() - 1));
      }
    }
    if (dies) {
      // between apply and commit: the transaction is gone, and with it what was applied
      crashes++;
      return;
    }
    projection.addAll(sifted.ready());
    if (!sifted.ready().isEmpty()) {
      readerMark = sifted.ready().getLast().seq();
    }
    read = kafka.size();
  }

  private void check() {
    Hash hash = Hash.ZERO;
    Instant recordedAt = Instant.EPOCH;
    for (int i = 0; i < database.size(); i++) {
      LedgerEvent link = database.get(i);
      assertThat(link.seq()).isEqualTo(i + 1);
      assertThat(link.recordedAt()).isAfterOrEqualTo(recordedAt);
      hash =
          Chain.link(
              hash, link.seq(), link.id(), link.type(), link.recordedAt(), link.bodyDigest());
      assertThat(link.hash()).isEqualTo(hash);
      recordedAt = link.recordedAt();
    }
    assertThat(database.stream().map(LedgerEvent::id)).doesNotHaveDuplicates();
    for (Receipt receipt : acknowledged.values()) {
      assertThat(database.get((int) receipt.seq() - 1).id()).isEqualTo(receipt.id());
    }
    assertThat(projection).isEqualTo(database);
  }

  private static Head headOf(List<LedgerEvent> links) {
    return links.isEmpty()
        ? Head.EMPTY
        : new Head(links.getLast().seq(), links.getLast().hash(), links.getLast().recordedAt());
  }

  long crashes() {
    return crashes;
  }

  long gaps() {
    return gaps;
  }

  long repeats() {
    return repeats;
  }
}
