package duban.reporting.verification;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a verification has looked at and found; the first differences are kept, all are counted. */
final class Findings {

  private static final int KEPT = 100;

  private final Map<String, Long> rows = new TreeMap<>();
  private final Map<String, Long> ledgers = new TreeMap<>();
  private final List<Difference> differences = new ArrayList<>();
  private long found;

  synchronized void lookedAt(String kind, long count) {
    rows.merge(kind, count, Long::sum);
  }

  synchronized void followed(String ledger, long seq) {
    ledgers.put(ledger, seq);
  }

  synchronized void add(Difference difference) {
    found++;
    if (differences.size() < KEPT) {
      differences.add(difference);
    }
  }

  /** Adds a difference unless both say the same; numbers are compared as numbers. */
  void compare(
      String kind, String key, String field, @Nullable Object stored, @Nullable Object expected) {
    if (!same(stored, expected)) {
      add(new Difference(kind, key, field, text(stored), text(expected)));
    }
  }

  private static boolean same(@Nullable Object stored, @Nullable Object expected) {
    return (stored instanceof BigDecimal one && expected instanceof BigDecimal other)
        ? one.compareTo(other) == 0
        : Objects.equals(stored, expected);
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  synchronized VerificationView view() {
    return new VerificationView(
        found == 0, Map.copyOf(rows), Map.copyOf(ledgers), found, List.copyOf(differences));
  }
}
