package duban.reporting.rebuild;

import duban.contracts.Ledgers;
import duban.ledger.chain.LedgerEvent;
import duban.ledger.read.PagesAhead;
import duban.reporting.owner.OwnerLedgers;
import duban.reporting.owner.OwnerUnavailable;
import duban.reporting.plan.PlanFacts;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Ledgers read from their owners in large batches, the next page on its way while the last is
 * written. It blocks, for a thread of one's own.
 */
@ApplicationScoped
class LedgerCopy {

  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
  private static final int TRIES = 10;

  private final OwnerLedgers owners;
  private final RebuildSettings settings;

  LedgerCopy(OwnerLedgers owners, RebuildSettings settings) {
    this.owners = owners;
    this.settings = settings;
  }

  /** A part of a ledger: what lies past {@code from} and not past {@code to}. */
  record Stretch(String ledger, long from, long to) {}

  /** What is missing, in the order in which it makes sense: catalogue, plans, progress. */
  static List<List<Stretch>> missing(Map<String, Long> marks, Map<String, Long> goals) {
    List<Predicate<String>> kinds =
        List.of(
            Ledgers.CATALOGUE::equals,
            ledger -> PlanFacts.isPlans(ledger) && !ledger.equals(Ledgers.CATALOGUE),
            ledger -> !PlanFacts.isPlans(ledger));
    return kinds.stream()
        .map(kind ->
            goals.entrySet().stream()
                .filter(goal -> kind.test(goal.getKey()))
                .map(goal ->
                    new Stretch(
                        goal.getKey(), marks.getOrDefault(goal.getKey(), 0L), goal.getValue()))
                .filter(stretch -> stretch.to() > stretch.from())
                .toList())
        .toList();
  }

  /**
   * @param batches gets every link once, in order
   * @throws OwnerUnavailable when the owner does not answer, or does not have it all
   */
  void read(Stretch stretch, Consumer<List<LedgerEvent>> batches) {
    PagesAhead pages =
        new PagesAhead(seq -> page(stretch.ledger(), seq), stretch.from(), stretch.to());
    long seq = stretch.from();
    List<LedgerEvent> batch = new ArrayList<>();
    for (List<LedgerEvent> links = pages.next(); !links.isEmpty(); links = pages.next()) {
      if (links.getFirst().seq() != seq + 1) {
        throw lacking(stretch, seq);
      }
      seq = links.getLast().seq();
      batch.addAll(links);
      if (batch.size() >= settings.batchEvents()) {
        batches.accept(List.copyOf(batch));
        batch.clear();
      }
    }
    if (!batch.isEmpty()) {
      batches.accept(List.copyOf(batch));
    }
    if (seq != stretch.to()) {
      throw lacking(stretch, seq);
    }
  }

  private static IllegalStateException lacking(Stretch stretch, long seq) {
    return new IllegalStateException("the owner has no " + stretch.ledger() + " past " + seq);
  }

  private Uni<List<LedgerEvent>> page(String ledger, long seq) {
    return owners
        .after(ledger, seq)
        .onFailure(OwnerUnavailable.class)
        .retry()
        .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
        .atMost(TRIES);
  }
}
