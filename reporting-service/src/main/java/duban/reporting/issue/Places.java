package duban.reporting.issue;

import duban.contracts.catalogue.Issue.Position;
import duban.ledger.chain.LedgerEvent;
import duban.reporting.owner.OwnerLedgers;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finds the hashes of places in the owners' ledgers: no projection keeps them. */
@ApplicationScoped
class Places {

  private static final long STEP_BACK = 200;

  private final OwnerLedgers ledgers;

  Places(OwnerLedgers ledgers) {
    this.ledgers = ledgers;
  }

  private record Place(String ledger, Position position) {}

  /**
   * By ledger, the last event at or before its place that was recorded by then.
   *
   * @throws duban.reporting.owner.OwnerUnavailable when an owner does not answer
   */
  Uni<Map<String, Position>> of(Map<String, Long> places, Instant knownAt) {
    return Multi.createFrom()
        .iterable(places.entrySet())
        .onItem()
        .transformToUniAndConcatenate(
            place -> last(place.getKey(), place.getValue(), place.getValue() - 1, knownAt))
        .collect()
        .asList()
        .map(found -> {
          Map<String, Position> positions = new TreeMap<>();
          found.forEach(place -> positions.put(place.ledger(), place.position()));
          return positions;
        });
  }

  /** The hash that the owner's chain has at a place; null when it does not reach that far. */
  Uni<@Nullable LedgerEvent> at(String ledger, long seq) {
    return ledgers
        .after(ledger, seq - 1)
        .map(links -> links.isEmpty() || links.getFirst().seq() != seq ? null : links.getFirst());
  }

  /** Walks backwards until a page has one that was recorded by then. */
  private Uni<@Nullable Place> last(String ledger, long upTo, long after, Instant knownAt) {
    if (upTo < 1) {
      return Uni.createFrom().nullItem();
    }
    long from = Math.max(0, after);
    return ledgers
        .after(ledger, from)
        .chain(links -> {
          LedgerEvent last = lastOf(links, upTo, knownAt);
          return last == null
              ? last(ledger, from, from - STEP_BACK, knownAt)
              : Uni.createFrom()
                  .item(new Place(ledger, new Position(last.seq(), last.hash().hex())));
        });
  }

  private static @Nullable LedgerEvent lastOf(List<LedgerEvent> links, long upTo, Instant knownAt) {
    return links.reversed().stream()
        .filter(link -> link.seq() <= upTo && !link.recordedAt().isAfter(knownAt))
        .findFirst()
        .orElse(null);
  }
}
