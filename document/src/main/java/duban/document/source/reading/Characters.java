package duban.document.source.reading;

/** Which characters of a file belong to its words. */
final class Characters {

  private static final char REPLACEMENT = '\uFFFD';

  private Characters() {}

  /**
   * One kind of line end, no blanks before it, and neither control characters nor halves of
   * surrogate pairs: the first cannot be stored, the second cannot be sent.
   */
  static String clean(CharSequence text) {
    StringBuilder clean = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isLineEnd(c)) {
        if (c != '\n' || i == 0 || text.charAt(i - 1) != '\r') {
          endLine(clean);
        }
      } else if (Character.isSurrogate(c) && !isPaired(text, i)) {
        clean.append(REPLACEMENT);
      } else if (isWord(c)) {
        clean.append(c);
      }
    }
    return clean.toString();
  }

  private static boolean isLineEnd(char c) {
    return switch (c) {
      case '\n', '\r', '\f', '\u000B', '\u0085', '\u2028', '\u2029' -> true;
      default -> false;
    };
  }

  private static void endLine(StringBuilder clean) {
    int end = clean.length();
    while (end > 0 && isBlank(clean.charAt(end - 1))) {
      end--;
    }
    clean.setLength(end);
    clean.append('\n');
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  private static boolean isPaired(CharSequence text, int at) {
    return Character.isHighSurrogate(text.charAt(at))
        ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
        : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
  }

  /** Joiners, marks of direction and the byte order mark show nothing and would split words. */
  private static boolean isWord(char c) {
    return c == '\t' || (!Character.isISOControl(c) && Character.getType(c) != Character.FORMAT);
  }
}
