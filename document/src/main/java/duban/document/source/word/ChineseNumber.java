package duban.document.source.word;

/** Numbers of lists in Chinese characters, up to 9999; no list is longer. */
final class ChineseNumber {

  private static final int TOO_LARGE = 10_000;

  private ChineseNumber() {}

  /** 一, 十, 十二, 二十, 一百零五. */
  static String counting(int number) {
    String written = places(number, "零一二三四五六七八九", "千百十");
    return written.startsWith("一十") ? written.substring(1) : written;
  }

  /** 壹, 壹拾贰. */
  static String formal(int number) {
    return places(number, "零壹贰叁肆伍陆柒捌玖", "仟佰拾");
  }

  /** 一, 一〇, 二一. */
  static String digits(int number) {
    StringBuilder written = new StringBuilder();
    Integer.toString(Math.abs(number))
        .chars()
        .forEach(digit -> written.append("〇一二三四五六七八九".charAt(digit - '0')));
    return written.toString();
  }

  private static String places(int number, String digits, String units) {
    if (number < 1 || number >= TOO_LARGE) {
      return Integer.toString(number);
    }
    StringBuilder written = new StringBuilder();
    String decimal = Integer.toString(number);
    int firstUnit = units.length() + 1 - decimal.length();
    boolean gap = false;
    for (int i = 0; i < decimal.length(); i++) {
      int digit = decimal.charAt(i) - '0';
      if (digit == 0) {
        gap = true;
      } else {
        written.append(gap ? digits.substring(0, 1) : "").append(digits.charAt(digit));
        gap = false;
        written.append(
            firstUnit + i < units.length()
                ? units.substring(firstUnit + i, firstUnit + i + 1)
                : "");
      }
    }
    return written.toString();
  }
}
