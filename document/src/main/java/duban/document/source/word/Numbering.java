package duban.document.source.word;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Counts the numbered paragraphs of a document, from its first to its last. */
final class Numbering {

  private static final int NOT_BEGUN = Integer.MIN_VALUE;

  private final Map<String, int[]> counters = new HashMap<>();
  private final Set<String> begun = new HashSet<>();

  /**
   * The number of the next paragraph, as Word prints it before the paragraph's words.
   *
   * @param name the list's
   * @param depth from 0
   */
  String next(String name, NumberedList list, int depth) {
    ListLevel level = depth < 0 || depth >= ListLevel.LEVELS ? null : list.level(depth);
    if (level == null) {
      return "";
    }
    int[] numbers = numbers(name, list);
    numbers[depth] = numbers[depth] == NOT_BEGUN ? list.start(depth) : numbers[depth] + 1;
    restartBelow(depth, list, numbers);
    return level.isNumbered() ? written(level, list, numbers) : "";
  }

  private int[] numbers(String name, NumberedList list) {
    int[] numbers = counters.computeIfAbsent(list.counter(), counter -> fresh());
    if (begun.add(name)) {
      list.restarts().keySet().stream()
          .filter(depth -> depth >= 0 && depth < ListLevel.LEVELS)
          .forEach(depth -> numbers[depth] = NOT_BEGUN);
    }
    return numbers;
  }

  private static int[] fresh() {
    int[] numbers = new int[ListLevel.LEVELS];
    Arrays.fill(numbers, NOT_BEGUN);
    return numbers;
  }

  private static void restartBelow(int depth, NumberedList list, int[] numbers) {
    for (int below = depth + 1; below < numbers.length; below++) {
      ListLevel level = list.level(below);
      if (level == null || level.restartsUnder(depth)) {
        numbers[below] = NOT_BEGUN;
      }
    }
  }

  private static String written(ListLevel level, NumberedList list, int[] numbers) {
    StringBuilder written = new StringBuilder();
    String text = level.text();
    for (int i = 0; i < text.length(); i++) {
      int named = text.charAt(i) == '%' && i + 1 < text.length() ? text.charAt(i + 1) - '1' : -1;
      if (named >= 0 && named < ListLevel.LEVELS) {
        written.append(number(named, level, list, numbers));
        i++;
      } else {
        written.append(text.charAt(i));
      }
    }
    return written.isEmpty() ? "" : written.append(gap(level, written)).toString();
  }

  private static String number(int depth, ListLevel asked, NumberedList list, int[] numbers) {
    ListLevel level = list.level(depth);
    int number = numbers[depth] == NOT_BEGUN ? list.start(depth) : numbers[depth];
    NumberFormat format = level == null || asked.legal() ? NumberFormat.DECIMAL : level.format();
    return format.write(number);
  }

  /** A Chinese mark (、 or ）) is its own gap; behind 1 or 1. a figure would run into the number. */
  private static String gap(ListLevel level, StringBuilder written) {
    return written.charAt(written.length() - 1) < '\u2000' ? level.gap() : "";
  }
}
