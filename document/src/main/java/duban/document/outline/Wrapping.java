package duban.document.outline;

import duban.document.text.Passage;
import java.util.Arrays;
import java.util.List;

/**
 * Whether a line goes on in the next. A file that knows paragraphs still has them cut at page ends;
 * one that knows only printed lines has them cut everywhere.
 */
final class Wrapping {

  /** A line this far from the usual width is still full: some signs may not begin a line. */
  private static final int SLACK = 4;

  private static final int SHORTEST_PRINTED = 16;
  private static final int FEWEST_PRINTED = 8;

  /** Longer than headings are. */
  private static final int LONG = 30;

  private static final int CUT = 20;

  /** Longer than a paragraph is, whatever a file without any full stop may hold. */
  private static final int LONGEST = 5_000;

  /** The width that lines are filled to; 0 where paragraphs are whole. */
  private final int width;

  Wrapping(List<Passage> lines) {
    width = width(lines);
  }

  /** Printed lines end within a few characters of one width, whatever their words. */
  private static int width(List<Passage> lines) {
    int[] lengths =
        lines.stream()
            .mapToInt(line -> line.length())
            .filter(length -> length >= SHORTEST_PRINTED)
            .sorted()
            .toArray();
    if (lengths.length < FEWEST_PRINTED) {
      return 0;
    }
    int width = lengths[lengths.length * 9 / 10];
    long full = Arrays.stream(lengths).filter(length -> Math.abs(length - width) <= SLACK).count();
    return full * 2 > lengths.length ? width : 0;
  }

  /**
   * @param paragraph what was read of the paragraph up to now
   * @param last its last line
   */
  boolean goesOn(String paragraph, Passage last, Passage next) {
    if (paragraph.length() > LONGEST
        || endsSentence(paragraph)
        || Mark.at(next.words()).isPresent()) {
      return false;
    }
    char end = paragraph.charAt(paragraph.length() - 1);
    if (end == '，' || end == '、' || isOpen(paragraph)) {
      return true;
    }
    if (width > 0) {
      return last.length() >= width - SLACK;
    }
    return isCut(paragraph, Mark.at(paragraph).isPresent());
  }

  static boolean endsSentence(String words) {
    return "。！？；：…".indexOf(words.charAt(words.length() - 1)) >= 0
        || words.endsWith("。”")
        || words.endsWith("。）");
  }

  /** A quotation, a title or a bracket that has not been closed. */
  private static boolean isOpen(String words) {
    return words.length() >= CUT
        && (words.lastIndexOf('“') > words.lastIndexOf('”')
            || words.lastIndexOf('《') > words.lastIndexOf('》')
            || words.lastIndexOf('（') > words.lastIndexOf('）'));
  }

  private static boolean isCut(String words, boolean marked) {
    if (words.contains("。")) {
      return true;
    }
    if (marked) {
      return false;
    }
    long commas = words.chars().filter(c -> c == '，').count();
    return words.length() >= LONG ? commas > 0 : words.length() >= CUT && commas > 1;
  }
}
