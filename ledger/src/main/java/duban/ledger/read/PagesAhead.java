package duban.ledger.read;

import duban.ledger.chain.LedgerEvent;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongFunction;

/**
 * A ledger page by page, the next one on its way while the last is looked at. It blocks, so it is
 * for a thread of one's own.
 */
public final class PagesAhead {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final LongFunction<Uni<List<LedgerEvent>>> after;
  private final long upTo;
  private CompletableFuture<List<LedgerEvent>> coming;

  /**
   * @param after a page of links past a position, empty at the end
   * @param upTo the last position that is wanted
   */
  public PagesAhead(LongFunction<Uni<List<LedgerEvent>>> after, long upTo) {
    this(after, 0, upTo);
  }

  /**
   * @param from the position behind which to begin
   */
  public PagesAhead(LongFunction<Uni<List<LedgerEvent>>> after, long from, long upTo) {
    this.after = after;
    this.upTo = upTo;
    this.coming = ask(from);
  }

  /** The next links in order; none when all that is wanted, or all there is, was given. */
  public List<LedgerEvent> next() {
    List<LedgerEvent> links = Uni.createFrom().completionStage(coming).await().indefinitely();
    if (!links.isEmpty()) {
      coming = ask(links.getLast().seq());
    }
    return links;
  }

  private CompletableFuture<List<LedgerEvent>> ask(long seq) {
    if (seq >= upTo) {
      return CompletableFuture.completedFuture(List.of());
    }
    return after
        .apply(seq)
        .map(links -> links.stream().filter(link -> link.seq() <= upTo).toList())
        .ifNoItem()
        .after(PATIENCE)
        .fail()
        .subscribeAsCompletionStage();
  }
}
