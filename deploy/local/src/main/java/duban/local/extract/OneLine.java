package duban.local.extract;

/** A quote for a terminal: a paragraph that its page cut is one line again. */
final class OneLine {

  private OneLine() {}

  static String of(String quote) {
    return quote.replaceAll("(?<=\\P{ASCII})\\s+(?=\\P{ASCII})", "").replaceAll("\\s+", " ");
  }
}
