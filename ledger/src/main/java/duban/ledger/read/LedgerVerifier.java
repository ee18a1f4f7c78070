package duban.ledger.read;

import duban.ledger.chain.LedgerEvent;
import duban.ledger.read.LongWork.Listener;
import duban.ledger.read.Verification.Fault;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Proves that a ledger is what was appended, up to where it stands when it is asked. */
public final class LedgerVerifier {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final LedgerReader reader;
  private final IndexRule rule;
  private final int pageLinks;

  /**
   * @param pageLinks read at a time; two pages are in memory
   */
  public LedgerVerifier(LedgerReader reader, IndexRule rule, int pageLinks) {
    this.reader = reader;
    this.rule = rule;
    this.pageLinks = pageLinks;
  }

  public Uni<Verification> verify(String ledger) {
    return verify(ledger, progress -> {});
  }

  /**
   * @param told after every page, on the thread that computes
   */
  public Uni<Verification> verify(String ledger, Consumer<Progress> told) {
    return LongWork.onWorker(told, listener -> run(ledger, listener));
  }

  private Verification run(String ledger, Listener listener) {
    LedgerHead head = reader.head(ledger).await().atMost(PATIENCE);
    PagesAhead pages = new PagesAhead(seq -> reader.after(ledger, seq, pageLinks), head.seq());
    ChainCheck chain = new ChainCheck();
    List<LedgerEvent> links = pages.next();
    while (!links.isEmpty()) {
      Optional<Fault> fault = check(ledger, links, chain);
      if (fault.isPresent()) {
        return new Verification(head, fault.get().seq(), chain.erased(), fault);
      }
      boolean wanted = listener.stillWants(new Progress(ledger, chain.seq(), head.seq()));
      links = wanted && !chain.faulty() ? pages.next() : List.of();
    }
    return chain.conclude(head);
  }

  /** Of the index only, and only of links that the chain has proven; it speaks for itself. */
  private Optional<Fault> check(String ledger, List<LedgerEvent> links, ChainCheck chain) {
    IndexCheck index = new IndexCheck(links.stream().takeWhile(chain::accept).toList(), rule);
    List<String> ids = index.followed();
    Map<String, LedgerEvent> followed =
        ids.isEmpty()
            ? Map.of()
            : reader.events(ledger, ids).await().atMost(PATIENCE).stream()
                .collect(Collectors.toMap(LedgerEvent::id, Function.identity()));
    return index.fault(followed);
  }
}
