package duban.plans.publication;

import duban.ledger.chain.LedgerEvent;
import duban.ledger.read.LedgerReader;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;

/**
 * What a ledger's facts add up to. Each look first reads what was appended since the last one, by
 * whichever process, so it is never older than the database; what was folded before is kept.
 *
 * @param <S> an immutable state
 */
public final class LedgerFold<S> {

  private record At<S>(long seq, S state) {}

  private final LedgerReader reader;
  private final String ledger;
  private final BiFunction<S, LedgerEvent, S> step;
  private final int page;
  private final S empty;
  private volatile At<S> latest;

  /**
   * @param step pure
   * @param page links read at a time
   */
  public LedgerFold(
      LedgerReader reader, String ledger, S empty, BiFunction<S, LedgerEvent, S> step, int page) {
    this.reader = reader;
    this.ledger = ledger;
    this.step = step;
    this.page = page;
    this.empty = empty;
    this.latest = new At<>(0, empty);
  }

  /** The state with everything committed before this call. */
  public Uni<S> now() {
    return catchUp(latest);
  }

  /** The state with what was recorded by a moment; folded anew each time. */
  public Uni<S> knownAt(Instant moment) {
    return upTo(moment, new At<>(0, empty));
  }

  private Uni<S> upTo(Instant moment, At<S> from) {
    return reader
        .after(ledger, from.seq(), page)
        .chain(links -> {
          At<S> to = from;
          for (LedgerEvent link : links) {
            if (link.recordedAt().isAfter(moment)) {
              return Uni.createFrom().item(to.state());
            }
            to = new At<>(link.seq(), step.apply(to.state(), link));
          }
          return links.isEmpty() ? Uni.createFrom().item(to.state()) : upTo(moment, to);
        });
  }

  private Uni<S> catchUp(At<S> from) {
    return reader.after(ledger, from.seq(), page).chain(links -> foldOn(from, links));
  }

  private Uni<S> foldOn(At<S> from, List<LedgerEvent> links) {
    At<S> to = from;
    for (LedgerEvent link : links) {
      to = new At<>(link.seq(), step.apply(to.state(), link));
    }
    keep(to);
    return links.size() < page ? Uni.createFrom().item(to.state()) : catchUp(to);
  }

  /** Two looks may fold the same links; both come to the same, and the one further on is kept. */
  private synchronized void keep(At<S> mine) {
    if (mine.seq() > latest.seq()) {
      latest = mine;
    }
  }
}
