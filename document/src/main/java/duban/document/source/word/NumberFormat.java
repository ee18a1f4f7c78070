package duban.document.source.word;

import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;

/**
 * How a list's number is written. The names are those of {@code numFmt} in ECMA-376, Part 1,
 * 17.18.59; Word 97 has codes for the same formats (MS-OSHARED 2.2.1.3, MSONFC).
 */
enum NumberFormat {
  DECIMAL(Integer::toString, 0, "decimal", "decimalHalfWidth", "ordinal", "cardinalText"),
  DECIMAL_ZERO(n -> n < 10 ? "0" + n : "" + n, 0x16, "decimalZero"),
  FULL_WIDTH(NumberFormat::fullWidth, 0x0E, "decimalFullWidth", "decimalFullWidth2"),
  UPPER_ROMAN(NumberFormat::roman, 1, "upperRoman"),
  LOWER_ROMAN(n -> roman(n).toLowerCase(Locale.ROOT), 2, "lowerRoman"),
  UPPER_LETTER(n -> letter(n, 'A'), 3, "upperLetter"),
  LOWER_LETTER(n -> letter(n, 'a'), 4, "lowerLetter"),
  CHINESE(
      ChineseNumber::counting,
      0x0B,
      "chineseCounting",
      "chineseCountingThousand",
      "japaneseCounting",
      "taiwaneseCounting",
      "taiwaneseCountingThousand",
      "koreanCounting"),
  CHINESE_DIGITS(
      ChineseNumber::digits,
      0x0A,
      "ideographDigital",
      "japaneseDigitalTenThousand",
      "taiwaneseDigital"),
  CHINESE_FORMAL(
      ChineseNumber::formal,
      0x10,
      "chineseLegalSimplified",
      "ideographLegalTraditional",
      "japaneseLegal"),
  CIRCLE(n -> sign(n, '①', 20), 0x12, "decimalEnclosedCircle", "decimalEnclosedCircleChinese"),
  FULL_STOP(n -> sign(n, '⒈', 20), 0x1A, "decimalEnclosedFullstop"),
  PARENTHESES(n -> sign(n, '⑴', 20), 0x1B, "decimalEnclosedParen"),
  CHINESE_CIRCLE(n -> sign(n, '㊀', 10), 0x1D, "ideographEnclosedCircle"),
  STEM(n -> of("甲乙丙丁戊己庚辛壬癸", n), 0x1E, "ideographTraditional"),
  BRANCH(n -> of("子丑寅卯辰巳午未申酉戌亥", n), 0x1F, "ideographZodiac"),
  BULLET(n -> "", 0x17, "bullet"),
  NONE(n -> "", 0xFF, "none");

  private final IntFunction<String> written;
  private final int word97;
  private final List<String> names;

  NumberFormat(IntFunction<String> written, int word97, String... names) {
    this.written = written;
    this.word97 = word97;
    this.names = List.of(names);
  }

  String write(int number) {
    return written.apply(number);
  }

  /** Decimal, as Word itself does, if the name is not known. */
  static NumberFormat named(String name) {
    for (NumberFormat format : values()) {
      if (format.names.contains(name)) {
        return format;
      }
    }
    return DECIMAL;
  }

  static NumberFormat coded(int code) {
    for (NumberFormat format : values()) {
      if (format.word97 == code) {
        return format;
      }
    }
    return switch (code) {
      case 0x21, 0x23, 0x25, 0x27 -> CHINESE;
      case 0x11, 0x24, 0x28 -> CHINESE_DIGITS;
      case 0x22, 0x26 -> CHINESE_FORMAL;
      case 0x13 -> FULL_WIDTH;
      case 0x1C -> CIRCLE;
      default -> DECIMAL;
    };
  }

  private static String fullWidth(int number) {
    StringBuilder wide = new StringBuilder();
    Integer.toString(number).chars().forEach(digit -> wide.append((char) (digit - '0' + '０')));
    return wide.toString();
  }

  private static String sign(int number, char first, int last) {
    return number < 1 || number > last
        ? Integer.toString(number)
        : Character.toString(first + number - 1);
  }

  private static String of(String signs, int number) {
    return number < 1 || number > signs.length()
        ? Integer.toString(number)
        : signs.substring(number - 1, number);
  }

  /** z is followed by aa, bb, as in Word. */
  private static String letter(int number, char first) {
    int letters = 26;
    return number < 1 || number > letters * 10
        ? Integer.toString(number)
        : Character.toString(first + (number - 1) % letters).repeat((number - 1) / letters + 1);
  }

  private static String roman(int number) {
    int[] values = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
    String[] signs = {"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"};
    if (number < 1 || number > 3999) {
      return Integer.toString(number);
    }
    StringBuilder roman = new StringBuilder();
    int rest = number;
    for (int i = 0; i < values.length; i++) {
      roman.repeat(signs[i], rest / values[i]);
      rest %= values[i];
    }
    return roman.toString();
  }
}
