package duban.plans.document;

import duban.document.source.SourceText;

/**
 * A text that PostgreSQL and JSON can hold: U+0000 and half surrogate pairs become U+FFFD, one for
 * one, so that every place keeps its number.
 */
final class Keepable {

  private static final char UNKNOWN = '\uFFFD';

  private Keepable() {}

  static SourceText of(SourceText source) {
    char[] text = source.text().toCharArray();
    for (int i = 0; i < text.length; i++) {
      boolean pair =
          i + 1 < text.length
              && Character.isHighSurrogate(text[i])
              && Character.isLowSurrogate(text[i + 1]);
      if (pair) {
        i++;
      } else if (text[i] == 0 || Character.isSurrogate(text[i])) {
        text[i] = UNKNOWN;
      }
    }
    return new SourceText(new String(text), source.format());
  }
}
