package duban.reporting.feed;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Changes for one reader.
 *
 * @param upTo where the reader's cursor stands after them
 */
public record FeedPage(List<FeedRow> rows, long upTo) {

  /**
   * What is left of a backlog when only the latest change of each row is kept. A row that changes
   * again after this page was taken comes again at its new place, so nothing is lost by the limit.
   *
   * @param backlog every change past the reader's cursor that concerns it, in order
   * @param head the number up to which the backlog was read
   */
  static FeedPage conflated(List<FeedRow> backlog, long head, int limit) {
    Map<FeedRow.Subject, FeedRow> latest = new HashMap<>();
    backlog.forEach(row -> latest.put(row.subject(), row));
    List<FeedRow> rows = new ArrayList<>(latest.values());
    rows.sort(Comparator.comparingLong(FeedRow::no));
    if (rows.size() <= limit) {
      return new FeedPage(rows, head);
    }
    List<FeedRow> first = List.copyOf(rows.subList(0, limit));
    return new FeedPage(first, first.getLast().no());
  }
}
