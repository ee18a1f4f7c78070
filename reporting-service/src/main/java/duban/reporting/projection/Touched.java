package duban.reporting.projection;

import duban.reporting.catalogue.CatalogueStore.Kind;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a batch's facts have touched before any standing is told.
 *
 * @param subjects targets, and items whose words changed
 * @param plans plans whose own row changed
 * @param definitions the kinds of which anything was defined anew
 * @param indicators defined anew
 * @param districts defined anew
 */
record Touched(
    Set<String> subjects,
    Set<String> plans,
    Set<Kind> definitions,
    Set<String> indicators,
    Set<String> districts) {

  Touched() {
    this(
        new TreeSet<>(),
        new TreeSet<>(),
        EnumSet.noneOf(Kind.class),
        new TreeSet<>(),
        new TreeSet<>());
  }

  boolean catalogue() {
    return !definitions.isEmpty();
  }

  /** Whether every standing may have changed. */
  boolean everything() {
    return definitions.contains(Kind.SETTINGS);
  }
}
