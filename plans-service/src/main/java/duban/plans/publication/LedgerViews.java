package duban.plans.publication;

import com.fasterxml.jackson.annotation.JsonInclude;
import duban.ledger.chain.LedgerEvent;
import duban.ledger.read.LedgerHead;
import duban.ledger.read.LinkPage;
import duban.ledger.read.Verification;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The answers about whole ledgers. */
final class LedgerViews {

  private LedgerViews() {}

  @Schema(name = "LedgerHeads")
  record Heads(List<Head> ledgers) {}

  /** Whoever keeps {@code seq} and {@code hash} can prove later that nothing before was changed. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  @Schema(name = "LedgerHead")
  record Head(String ledger, long seq, String hash, @Nullable Instant recordedAt) {

    static Head of(LedgerHead head) {
      return new Head(head.ledger(), head.seq(), head.hash().hex(), head.recordedAt());
    }
  }

  /**
   * @param next what to send as {@code after} for the events that follow; absent at the end
   */
  @Schema(name = "LedgerPage")
  record Page(String ledger, List<LedgerEventView> events, @Nullable Long next) {

    /**
     * @param found up to one link more than {@code limit}, which tells that there is a next page
     */
    static Page of(String ledger, List<LedgerEvent> found, int limit) {
      LinkPage page = LinkPage.of(found, limit);
      List<LedgerEventView> events = page.links().stream().map(LedgerEventView::of).toList();
      return new Page(ledger, events, page.more() ? events.getLast().seq() : null);
    }
  }

  @Schema(name = "LedgerVerification")
  record Verified(
      String ledger,
      boolean ok,
      long events,
      long erased,
      long seq,
      String hash,
      @Nullable Fault fault) {

    static Verified of(Verification verification) {
      LedgerHead head = verification.head();
      return new Verified(
          head.ledger(),
          verification.fault().isEmpty(),
          verification.events(),
          verification.erased(),
          head.seq(),
          head.hash().hex(),
          verification.fault().map(fault -> new Fault(fault.seq(), fault.why())).orElse(null));
    }
  }

  @Schema(name = "LedgerFault")
  record Fault(long seq, String why) {}
}
