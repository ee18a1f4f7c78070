package duban.document.script;

import com.github.houbb.opencc4j.util.ZhConverterUtil;
import java.util.BitSet;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;

/**
 * Traditional characters as simplified ones, place for place, so that a position in one text is the
 * same position in the other. Which simplified character stands for a traditional one can hang on
 * the word (乾 is 干 in 乾淨 and stays in 乾坤); OpenCC's tables know the words.
 */
public final class Simplified {

  /** Simplified text has a few such characters in names; traditional text has every third. */
  private static final double MIN_TRADITIONAL_SHARE = 0.05;

  private static final char FIRST = '\u3400';
  private static final char LAST = '\uFAFF';

  /** What is written otherwise in simplified text, whatever the word. */
  private static final BitSet TRADITIONAL = characters((c, simple) -> !simple.getFirst().equals(c));

  /** These, and what is written otherwise in some words: 覆 in 答覆, and not in 覆蓋. */
  private static final BitSet CHANGING =
      characters((c, simple) -> simple.stream().anyMatch(one -> !one.equals(c)));

  private static final Pattern DRY = Pattern.compile("乾(?=[净燥旱枯杯涸粮])|(?<=[饼晒烘风])乾");

  private Simplified() {}

  private static BitSet characters(BiPredicate<Integer, List<Integer>> test) {
    BitSet found = new BitSet(Character.MAX_VALUE);
    for (int c = FIRST; c <= LAST; c++) {
      List<Integer> simple = simple((char) c);
      found.set(c, !simple.isEmpty() && test.test(c, simple));
    }
    return found;
  }

  private static List<Integer> simple(char c) {
    List<String> simple = ZhConverterUtil.toSimple(c);
    return simple == null ? List.of() : simple.stream().map(one -> one.codePointAt(0)).toList();
  }

  /** Exactly as long as {@code text}; the text itself where it is in simplified characters. */
  public static String of(String text) {
    StringBuilder simplified = null;
    for (int start = 0; start < text.length(); ) {
      int end = endOfLine(text, start);
      if (hasChanging(text, start, end)) {
        simplified = simplified == null ? new StringBuilder(text) : simplified;
        simplified.replace(start, end, line(text.substring(start, end)));
      }
      start = end;
    }
    return simplified == null || text.contentEquals(simplified) ? text : simplified.toString();
  }

  /** Whether the text is written in traditional characters. */
  public static boolean isTraditional(String text) {
    long han = text.chars().filter(Character::isIdeographic).count();
    long changed = text.chars().filter(TRADITIONAL::get).count();
    return changed > 0 && changed >= han * MIN_TRADITIONAL_SHARE;
  }

  private static int endOfLine(String text, int start) {
    int end = text.indexOf('\n', start);
    return end < 0 ? text.length() : end + 1;
  }

  private static boolean hasChanging(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (CHANGING.get(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** Where a word of the tables is longer in one script the line goes character by character. */
  private static String line(String line) {
    String simplified = ZhConverterUtil.toSimple(line);
    return dry(simplified.length() == line.length() ? simplified : each(line));
  }

  private static String each(String line) {
    StringBuilder each = new StringBuilder(line);
    for (int i = 0; i < line.length(); i++) {
      String one = ZhConverterUtil.toSimple(line.substring(i, i + 1));
      each.setCharAt(i, one.length() == 1 ? one.charAt(0) : line.charAt(i));
    }
    return each.toString();
  }

  /** The tables leave 乾 as it is in all words, and lack these. */
  private static String dry(String simplified) {
    return simplified.indexOf('乾') < 0 ? simplified : DRY.matcher(simplified).replaceAll("干");
  }
}
