package duban.reporting.official;

/** Numbers the chapters of a letter: 一、二、三、 */
final class Chapters {

  private static final String DIGITS = "一二三四五六七八九";

  private final Letter letter;
  private final Words words;
  private int last;

  Chapters(Letter letter, Words words) {
    this.letter = letter;
    this.words = words;
  }

  /** Begins the next chapter. */
  Letter next(String zh, String en) {
    last++;
    return letter.heading(words.of(numeral(last) + "、" + zh, last + ". " + en));
  }

  /** （一） */
  static String part(int number) {
    return "（" + numeral(number) + "）";
  }

  /** 1 to 99: 一, 十, 十二, 二十, 三十四. */
  static String numeral(int number) {
    int tens = number / 10;
    int ones = number % 10;
    return (tens > 1 ? DIGITS.substring(tens - 1, tens) : "")
        + (tens > 0 ? "十" : "")
        + (ones > 0 ? DIGITS.substring(ones - 1, ones) : "");
  }
}
