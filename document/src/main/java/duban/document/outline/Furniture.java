package duban.document.outline;

import duban.document.text.Passage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What a page carries beside the text: its number, and a head or foot that comes on every page. */
final class Furniture implements Predicate<Passage> {

  private static final Pattern PAGE_NUMBER =
      Pattern.compile("[-·]*第?\\d{1,4}页?(?:[/，,]?共?\\d{1,4}页?)?[-·]*");

  private static final int OFTEN = 3;
  private static final int LONGEST = 40;

  private final Map<String, Integer> seen = new HashMap<>();

  Furniture(List<Passage> lines) {
    for (Passage line : lines) {
      if (mayRepeat(line.words())) {
        seen.merge(line.words(), 1, Integer::sum);
      }
    }
  }

  @Override
  public boolean test(Passage line) {
    String words = line.words();
    return PAGE_NUMBER.matcher(words).matches() || seen.getOrDefault(words, 0) >= OFTEN;
  }

  /** A sentence or a numbered heading may come again and is still text. */
  private static boolean mayRepeat(String words) {
    return words.length() <= LONGEST
        && "。；：！？，、".indexOf(words.charAt(words.length() - 1)) < 0
        && Mark.at(words).isEmpty();
  }
}
