package duban.document.outline;

import duban.document.number.ChineseNumeral;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number in front of a heading.
 *
 * @param label as the document writes it, less the sign behind it: 6, （一）, 第一部分
 * @param length characters of the paragraph that it takes up
 */
record Mark(Style style, int number, String label, int length) {

  private static final String CN = "[一二三四五六七八九十百零〇]{1,5}";

  private static final Pattern PART = Pattern.compile("(第(" + CN + "|\\d{1,2})[部分篇章编]分?)[：、.]?");
  private static final Pattern CHINESE =
      Pattern.compile("(?:第?)(" + CN + ")(?:、|[.](?!\\d)|，(?=[^，。；]{2,40}$))");
  private static final Pattern CHINESE_BRACKETED = Pattern.compile("(（(" + CN + ")）)[、.]?");
  private static final Pattern ARABIC = Pattern.compile("(\\d{1,3})(?:[.](?!\\d)|、)");
  private static final Pattern ARABIC_BRACKETED = Pattern.compile("(（?(\\d{1,3})）)[、.]?");
  private static final Pattern SPOKEN = Pattern.compile("(" + CN + ")(?:是|要)(?!一)|第(" + CN + ")，");

  /** The mark that a paragraph begins with. */
  static Optional<Mark> at(String words) {
    return symbol(words)
        .or(() -> match(Style.PART, PART, words))
        .or(() -> match(Style.CHINESE, CHINESE, words))
        .or(() -> match(Style.CHINESE_BRACKETED, CHINESE_BRACKETED, words))
        .or(() -> match(Style.ARABIC, ARABIC, words))
        .or(() -> match(Style.ARABIC_BRACKETED, ARABIC_BRACKETED, words))
        .or(() -> match(Style.SPOKEN, SPOKEN, words));
  }

  private static Optional<Mark> match(Style style, Pattern pattern, String words) {
    Matcher matcher = pattern.matcher(words);
    if (!matcher.lookingAt()) {
      return Optional.empty();
    }
    String numeral = matcher.group(matcher.groupCount());
    String label = matcher.group(1);
    return number(numeral == null ? label : numeral)
        .map(n -> new Mark(style, n, label == null ? numeral : label, matcher.end()));
  }

  private static Optional<Integer> number(String numeral) {
    return Character.isDigit(numeral.charAt(0))
        ? Optional.of(Integer.valueOf(numeral))
        : ChineseNumeral.value(numeral).map(BigDecimal::intValue);
  }

  /** Numbers that are one character: ①, ⑴, ⒈, ㈠. */
  private static Optional<Mark> symbol(String words) {
    char c = words.isEmpty() ? ' ' : words.charAt(0);
    if (c >= '①' && c <= '⑳') {
      return Optional.of(symbol(Style.CIRCLED, c - '①' + 1, words));
    }
    if (c >= '⑴' && c <= '⒇') {
      return Optional.of(symbol(Style.ARABIC_BRACKETED, c - '⑴' + 1, words));
    }
    if (c >= '⒈' && c <= '⒛') {
      return Optional.of(symbol(Style.ARABIC, c - '⒈' + 1, words));
    }
    if (c >= '㈠' && c <= '㈩') {
      return Optional.of(symbol(Style.CHINESE_BRACKETED, c - '㈠' + 1, words));
    }
    return Optional.empty();
  }

  private static Mark symbol(Style style, int number, String words) {
    boolean sign = words.length() > 1 && "、.".indexOf(words.charAt(1)) >= 0;
    return new Mark(style, number, words.substring(0, 1), sign ? 2 : 1);
  }
}
