package duban.progress.ledger;

import duban.ledger.chain.LedgerEvent;
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
    List<EventView> events = links.stream().limit(limit).map(EventView::of).toList();
    return new EventPage(ledger, events, links.size() > limit ? events.getLast().seq() : null);
  }
}
