package duban.reporting.rollup;

import java.util.Comparator;

/**
 * Whose targets are counted by light. Its order is the order in which rows are locked.
 *
 * @param key the item's or plan's id, or the scope's code
 */
public record CountKey(Kind kind, String key, int year) implements Comparable<CountKey> {

  /** The words are stored; districts' own rows come before those that districts share. */
  public enum Kind {
    ITEM("item"),
    PLAN("plan"),
    SCOPE("scope");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  private static final Comparator<CountKey> ORDER =
      Comparator.comparing(CountKey::kind)
          .thenComparing(CountKey::key)
          .thenComparingInt(CountKey::year);

  public static CountKey item(String item, int year) {
    return new CountKey(Kind.ITEM, item, year);
  }

  public static CountKey plan(String plan, int year) {
    return new CountKey(Kind.PLAN, plan, year);
  }

  public static CountKey scope(String scope, int year) {
    return new CountKey(Kind.SCOPE, scope, year);
  }

  @Override
  public int compareTo(CountKey other) {
    return ORDER.compare(this, other);
  }
}
