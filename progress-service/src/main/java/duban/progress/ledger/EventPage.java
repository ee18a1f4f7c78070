package duban.progress.ledger;

import duban.ledger.chain.LedgerEvent;
import duban.ledger.read.LinkPage;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A page of a ledger.
 *
 * @param next the cursor to give as {@code after} for the next page; absent on the last one
 */
public record EventPage(
    @Schema(examples = "progress/320412") String ledger,
    List<EventView> events,
    @Nullable Long next) {

  /**
   * @param links up to one more than {@code limit}, which tells whether there is a next page
   */
  static EventPage of(String ledger, List<LedgerEvent> links, int limit) {
    LinkPage page = LinkPage.of(links, limit);
    List<EventView> events = page.links().stream().map(EventView::of).toList();
    return new EventPage(ledger, events, page.more() ? events.getLast().seq() : null);
  }
}
