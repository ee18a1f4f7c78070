package duban.reporting.rollup;

import java.util.Comparator;

/** One indicator in one scope and year. Its order is the order in which rows are locked. */
public record RollupKey(String scope, int year, String indicator) implements Comparable<RollupKey> {

  private static final Comparator<RollupKey> ORDER =
      Comparator.comparing(RollupKey::scope)
          .thenComparingInt(RollupKey::year)
          .thenComparing(RollupKey::indicator);

  @Override
  public int compareTo(RollupKey other) {
    return ORDER.compare(this, other);
  }

  /** {@code 320400/2022/new-seats}. */
  public String path() {
    return scope + "/" + year + "/" + indicator;
  }
}
