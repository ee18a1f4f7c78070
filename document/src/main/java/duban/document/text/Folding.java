package duban.document.text;

import duban.document.Span;
import java.util.Arrays;

/** Folds what differs only in width or form, so that each rule is written once. */
final class Folding {

  private static final int LONGEST_SYLLABLE = 7;

  private Folding() {}

  /**
   * @param simplified the source in simplified characters, place for place
   */
  static Passage fold(String simplified, Span line) {
    StringBuilder words = new StringBuilder(line.length());
    int[] places = new int[line.length()];
    boolean quoted = false;
    for (int i = line.start(); i < line.end(); i++) {
      char c = simplified.charAt(i);
      if (isBlank(c) || separatesThousands(simplified, i)) {
        continue;
      }
      int note = pronunciation(simplified, i, line.end());
      if (note > 0) {
        i += note - 1;
        continue;
      }
      char folded = folded(c);
      if (folded == '"') {
        folded = quoted ? '”' : '“';
        quoted = !quoted;
      }
      places[words.length()] = i;
      words.append(folded);
    }
    return new Passage(words.toString(), Arrays.copyOf(places, words.length()));
  }

  static boolean isBlank(char c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.isISOControl(c)
        || Character.getType(c) == Character.FORMAT
        || Character.getType(c) == Character.PRIVATE_USE;
  }

  /** 10,000: a comma within a figure is no comma. */
  private static boolean separatesThousands(String text, int i) {
    char c = text.charAt(i);
    return (c == ',' || c == '，')
        && i > 0
        && isDigit(text, i - 1)
        && isDigit(text, i + 1)
        && isDigit(text, i + 2)
        && isDigit(text, i + 3)
        && !isDigit(text, i + 4);
  }

  /** Some pages carry 學(xué): how many characters such a note takes up, 0 where there is none. */
  private static int pronunciation(String text, int i, int end) {
    boolean opens = text.charAt(i) == '(' || text.charAt(i) == '（';
    if (!opens || i == 0 || !Character.isIdeographic(text.charAt(i - 1))) {
      return 0;
    }
    int at = i + 1;
    while (at < end && at - i <= LONGEST_SYLLABLE && Character.isLowerCase(text.charAt(at))) {
      at++;
    }
    boolean closed = at < end && (text.charAt(at) == ')' || text.charAt(at) == '）');
    return closed && at > i + 1 ? at - i + 1 : 0;
  }

  private static boolean isDigit(String text, int i) {
    return i < text.length() && folded(text.charAt(i)) >= '0' && folded(text.charAt(i)) <= '9';
  }

  private static char folded(char c) {
    return switch (c) {
      case '(', '﹙' -> '（';
      case ')', '﹚' -> '）';
      case ',', '﹐' -> '，';
      case ';' -> '；';
      case ':', '︰', '∶' -> '：';
      case '!' -> '！';
      case '?' -> '？';
      case '｡' -> '。';
      case '､' -> '、';
      case '「', '〝', '﹁' -> '“';
      case '」', '〞', '﹂' -> '”';
      case '『' -> '‘';
      case '』' -> '’';
      case '[', '［', '【' -> '〔';
      case ']', '］', '】' -> '〕';
      case '<', '＜' -> '〈';
      case '>', '＞' -> '〉';
      case '〜', '∼', '～' -> '~';
      case '–', '—', '―', '‐', '‑', '−', '﹣' -> '-';
      case '·', '・', '•' -> '·';
      default -> c >= '！' && c <= '～' ? narrow(c) : c;
    };
  }

  /** Full-width figures, letters and signs; what has a full-width form of its own keeps it. */
  private static char narrow(char c) {
    return switch (c) {
      case '！', '（', '）', '，', '：', '；', '？' -> c;
      default -> (char) (c - 0xFEE0);
    };
  }
}
