package duban.reporting.projection;

import java.util.Set;
import java.util.TreeSet;

/**
 * What a batch's facts have touched before any standing is told.
 *
 * @param subjects targets, and items whose words changed
 * @param plans plans whose own row changed
 * @param indicators defined anew
 * @param districts defined anew
 */
record Touched(
    Set<String> subjects, Set<String> plans, Set<String> indicators, Set<String> districts) {

  Touched() {
    this(new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
  }

  boolean catalogue() {
    return !indicators.isEmpty() || !districts.isEmpty();
  }
}
