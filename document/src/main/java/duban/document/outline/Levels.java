package duban.document.outline;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tells at which level a mark stands. Usually its style says so; but authors change style midway
 * (（一）, （二）, 3.), which shows in a number that goes on from another level's last.
 */
final class Levels {

  private final Map<Style, Integer> open = new EnumMap<>(Style.class);
  private final Map<Style, Integer> latest = new EnumMap<>(Style.class);
  private final Set<Style> settled = EnumSet.noneOf(Style.class);

  /** The style whose level the mark stands at; marks are to be given in the document's order. */
  Style take(Mark mark) {
    Style level = level(mark);
    if (level == mark.style()) {
      settled.add(level);
    }
    open.keySet().removeIf(deeper -> deeper.compareTo(level) > 0);
    open.put(level, mark.number());
    latest.put(level, mark.number());
    return level;
  }

  private Style level(Mark mark) {
    Style own = mark.style();
    if (mark.number() == 1 || mark.number() == latest.getOrDefault(own, -1) + 1) {
      return own;
    }
    Optional<Style> goesOn = continued(mark);
    if (settled.contains(own) && open.containsKey(own)) {
      return own;
    }
    return goesOn.orElse(own);
  }

  /** The deepest open level whose last number is the one before. */
  private Optional<Style> continued(Mark mark) {
    return open.entrySet().stream()
        .filter(level -> level.getValue() == mark.number() - 1)
        .map(Map.Entry::getKey)
        .reduce((higher, deeper) -> deeper);
  }

  /** The number that would go on with a style. */
  int next(Style style) {
    return latest.getOrDefault(style, 0) + 1;
  }
}
