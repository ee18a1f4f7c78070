package duban.document.outline;

import duban.document.text.Passage;
import java.util.Optional;

/**
 * The heading that a paragraph begins with, or is.
 *
 * @param words where the heading's words stand, without mark and final sign
 * @param whole whether the paragraph has no words beside it
 */
record Heading(Passage words, boolean whole) {

  private static final int LONGEST = 45;
  private static final int LONGEST_LEAD = 12;

  /**
   * @param from where the words begin, behind the mark
   */
  static Optional<Heading> of(Passage paragraph, int from) {
    String words = paragraph.words();
    int end = end(words, from);
    if (end <= from || end - from > LONGEST || words.substring(from, end).contains("；")) {
      return Optional.empty();
    }
    return Optional.of(new Heading(paragraph.part(from, end), end >= words.length() - 1));
  }

  /** A lead-in such as 工作目标： in a paragraph with no number. */
  static Optional<Heading> lead(Passage paragraph) {
    int colon = paragraph.words().indexOf('：');
    boolean lead =
        colon > 1
            && colon <= LONGEST_LEAD
            && colon < paragraph.length() - 1
            && paragraph
                .words()
                .substring(0, colon)
                .chars()
                .noneMatch(c -> "，。；、“《".indexOf(c) >= 0);
    return lead ? Optional.of(new Heading(paragraph.part(0, colon), false)) : Optional.empty();
  }

  private static int end(String words, int from) {
    for (int i = from; i < words.length(); i++) {
      char c = words.charAt(i);
      if ("。：！？".indexOf(c) >= 0) {
        return i;
      }
    }
    return words.length();
  }

  /** Short, with no number and no final sign: a heading that its author did not number. */
  static boolean isUnnumbered(String words) {
    return words.length() >= 2
        && words.length() <= 30
        && "。；，：！？、”）…-".indexOf(words.charAt(words.length() - 1)) < 0
        && words.indexOf('。') < 0
        && words.indexOf('；') < 0
        && words.codePoints().anyMatch(Character::isIdeographic)
        && Mark.at(words).isEmpty();
  }
}
