package duban.plans.document;

/** Words cut to a length, never within a character. */
final class Shortened {

  private static final String MORE = "…";

  private Shortened() {}

  static String to(int longest, String words) {
    String plain = words.strip();
    if (plain.length() <= longest) {
      return plain;
    }
    int end = longest - MORE.length();
    return plain.substring(0, Character.isHighSurrogate(plain.charAt(end - 1)) ? end - 1 : end)
        + MORE;
  }
}
