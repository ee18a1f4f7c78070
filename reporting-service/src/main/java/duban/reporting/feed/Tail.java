package duban.reporting.feed;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The newest rows of the feed, without a hole, in bounded memory. */
final class Tail {

  private final int maxRows;
  private final int maxChars;
  private final Deque<FeedRow> rows = new ArrayDeque<>();
  private long before;
  private long last;
  private long chars;

  /**
   * @param head the number up to which the tail knows nothing
   */
  Tail(int maxRows, int maxChars, long head) {
    this.maxRows = maxRows;
    this.maxChars = maxChars;
    this.before = head;
    this.last = head;
  }

  synchronized long last() {
    return last;
  }

  /** Takes the rows that follow, in order. */
  synchronized void add(Collection<FeedRow> next) {
    for (FeedRow row : next) {
      rows.addLast(row);
      last = row.no();
      chars += size(row);
    }
    while (rows.size() > maxRows || chars > maxChars) {
      FeedRow oldest = rows.removeFirst();
      before = oldest.no();
      chars -= size(oldest);
    }
  }

  /** What changed for a reader since its cursor; empty when the tail does not reach back to it. */
  synchronized Optional<FeedPage> after(long cursor, String scope, int year, int limit) {
    if (cursor < before) {
      return Optional.empty();
    }
    List<FeedRow> backlog = new ArrayList<>();
    for (FeedRow row : (Iterable<FeedRow>) rows::descendingIterator) {
      if (row.no() <= cursor) {
        break;
      }
      if (row.concerns(scope, year)) {
        backlog.add(row);
      }
    }
    return Optional.of(FeedPage.conflated(backlog.reversed(), Math.max(last, cursor), limit));
  }

  private static int size(FeedRow row) {
    return row.key().length() + (row.row() == null ? 0 : row.row().length());
  }
}
