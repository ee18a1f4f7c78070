package duban.ledger.append;

import duban.ledger.append.Answer.Receipt;
import duban.ledger.chain.CanonicalJson;
import duban.ledger.chain.Chain;
import duban.ledger.chain.Hash;
import duban.ledger.chain.LedgerEvent;
import duban.ledger.chain.NewEvent;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a group of requests does to a ledger, decided purely: in goes where the ledger stands and
 * what it already holds of the ids in question, out come the links to write and an answer a
 * request. A request that fails leaves no link; the ones behind it go on.
 */
final class Planner<R> {

  /** What the group does: the links to write, where the ledger then stands, an answer a request. */
  record Plan<R>(List<LedgerEvent> links, Head head, List<Answer<R>> answers) {}

  private final String ledger;
  private final Decider<R> decider;
  private final Instant now;
  private final Map<String, LedgerEvent> byId = new HashMap<>();
  private final Map<String, List<LedgerEvent>> byReference = new HashMap<>();
  private final List<LedgerEvent> links = new ArrayList<>();
  private Head head;

  private Planner(
      String ledger, Head head, List<LedgerEvent> held, Decider<R> decider, Instant now) {
    this.ledger = ledger;
    this.head = head;
    this.decider = decider;
    this.now = now;
    held.forEach(this::remember);
  }

  /**
   * @param held every event of the ledger whose id is among the group's ids or references, or that
   *     refers to one of the group's references
   */
  static <R> Plan<R> plan(
      String ledger,
      Head head,
      List<LedgerEvent> held,
      List<Append> requests,
      Decider<R> decider,
      Instant now) {
    Planner<R> planner = new Planner<>(ledger, head, held, decider, now);
    List<Answer<R>> answers = requests.stream().map(planner::answer).toList();
    return new Plan<>(planner.links, planner.head, answers);
  }

  private Answer<R> answer(Append request) {
    Head before = head;
    int written = links.size();
    Answer<R> answer = attempt(request);
    if (!(answer instanceof Answer.Appended<R>)) {
      undo(before, written);
    }
    return answer;
  }

  private Answer<R> attempt(Append request) {
    boolean allKnown = request.events().stream().allMatch(event -> byId.containsKey(event.id()));
    if (!allKnown
        && request.expectedSeq().isPresent()
        && request.expectedSeq().getAsLong() != head.seq()) {
      return new Answer.Elsewhere<>(head.seq());
    }
    List<Receipt> receipts = new ArrayList<>(request.events().size());
    for (int index = 0; index < request.events().size(); index++) {
      NewEvent event = request.events().get(index);
      LedgerEvent known = byId.get(event.id());
      if (known != null) {
        if (!sameContent(known, event)) {
          return new Answer.Conflicting<>(index, event.id());
        }
        receipts.add(receipt(known, true));
        continue;
      }
      Optional<R> refusal = refusal(event);
      if (refusal.isPresent()) {
        return new Answer.Refused<>(index, refusal.get());
      }
      receipts.add(receipt(link(event, recordedAt(request.at())), false));
    }
    return new Answer.Appended<>(receipts);
  }

  private Optional<R> refusal(NewEvent event) {
    return event.refers() == null ? Optional.empty() : decider.refusal(event, new Held());
  }

  /** The clock may jump back; recorded time may not, or knownAt and seq would disagree. */
  private Instant recordedAt(@Nullable Instant said) {
    Instant moment = (said != null ? said : now).truncatedTo(ChronoUnit.MILLIS);
    return moment.isBefore(head.recordedAt()) ? head.recordedAt() : moment;
  }

  private LedgerEvent link(NewEvent event, Instant recordedAt) {
    long seq = head.seq() + 1;
    Hash digest = event.body().digest();
    Hash hash = Chain.link(head.hash(), seq, event.id(), event.type(), recordedAt, digest);
    LedgerEvent link =
        new LedgerEvent(
            ledger,
            seq,
            event.id(),
            event.type(),
            event.subject(),
            event.refers(),
            recordedAt,
            event.body().json(),
            digest,
            hash);
    links.add(link);
    remember(link);
    head = new Head(seq, hash, recordedAt);
    return link;
  }

  private void undo(Head before, int written) {
    List<LedgerEvent> dropped = links.subList(written, links.size());
    for (LedgerEvent link : dropped) {
      byId.remove(link.id());
      if (link.refers() != null) {
        referring(link.refers()).remove(link);
      }
    }
    dropped.clear();
    head = before;
  }

  private void remember(LedgerEvent event) {
    byId.put(event.id(), event);
    if (event.refers() != null) {
      referring(event.refers()).add(event);
    }
  }

  private List<LedgerEvent> referring(String key) {
    return byReference.computeIfAbsent(key, k -> new ArrayList<>());
  }

  private static boolean sameContent(LedgerEvent known, NewEvent event) {
    if (!known.type().equals(event.type()) || !known.subject().equals(event.subject())) {
      return false;
    }
    // An erased body can only be compared by its digest.
    return known.bodyDigest().equals(event.body().digest())
        || (known.body() != null
            && CanonicalJson.sameBesidesAuthor(known.body(), event.body().json()));
  }

  private static Receipt receipt(LedgerEvent link, boolean duplicate) {
    return new Receipt(
        link.ledger(), link.seq(), link.id(), link.hash(), link.recordedAt(), duplicate);
  }

  /** The ledger's past as the decider sees it, the group's earlier events included. */
  private final class Held implements Past {

    @Override
    public Optional<Fact> event(String id) {
      return Optional.ofNullable(byId.get(id)).map(Held::fact);
    }

    @Override
    public List<Fact> referringTo(String key) {
      @Nullable List<LedgerEvent> found = byReference.get(key);
      return found == null ? List.of() : found.stream().map(Held::fact).toList();
    }

    private static Fact fact(LedgerEvent event) {
      return new Fact(event.seq(), event.id(), event.type(), event.subject());
    }
  }
}
