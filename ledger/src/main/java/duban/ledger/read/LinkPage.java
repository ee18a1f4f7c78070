package duban.ledger.read;

import duban.ledger.chain.LedgerEvent;
import java.util.ArrayList;
import java.util.List;

/**
 * The links of one answer.
 *
 * @param more whether others follow
 */
public record LinkPage(List<LedgerEvent> links, boolean more) {

  /** Bodies of one answer, beyond which it ends early; a reader has limits too. */
  static final int MOST_CHARS = 1_500_000;

  /**
   * At most {@code limit} of the links, and at least one if there is any.
   *
   * @param found up to one link more than {@code limit}
   */
  public static LinkPage of(List<LedgerEvent> found, int limit) {
    List<LedgerEvent> links = new ArrayList<>();
    long chars = 0;
    for (LedgerEvent link : found) {
      chars += link.body() == null ? 0 : link.body().length();
      if (links.size() == limit || (chars > MOST_CHARS && !links.isEmpty())) {
        break;
      }
      links.add(link);
    }
    return new LinkPage(links, links.size() < found.size());
  }
}
