package duban.document.source.word;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A list as paragraphs name it.
 *
 * @param counter what lists with the same counter share: they go on where the other stopped
 * @param levels by their depth, from 0
 * @param restarts levels, by depth, that start anew at a number where this list begins
 */
record NumberedList(
    String counter, Map<Integer, ListLevel> levels, Map<Integer, Integer> restarts) {

  @Nullable ListLevel level(int depth) {
    return levels.get(depth);
  }

  int start(int depth) {
    ListLevel level = levels.get(depth);
    return restarts.getOrDefault(depth, level == null ? 1 : level.start());
  }
}
