package duban.document.text;

import duban.document.Span;
import java.util.Arrays;

/**
 * Words of the source as the rules read them: simplified characters, half-width figures and
 * letters, full-width punctuation, no white space; and for each of them its place in the source.
 */
public final class Passage {

  private final String words;
  private final int[] places;

  /**
   * @param places for each character of {@code words} its index in the source
   */
  Passage(String words, int[] places) {
    this.words = words;
    this.places = places;
  }

  public String words() {
    return words;
  }

  /** The source's stretch behind {@code words[from, to)}; from must be before to. */
  public Span span(int from, int to) {
    return new Span(places[from], places[to - 1] + 1);
  }

  public Span span() {
    return span(0, words.length());
  }

  public int length() {
    return words.length();
  }

  public boolean isEmpty() {
    return words.isEmpty();
  }

  public Passage part(int from, int to) {
    return new Passage(words.substring(from, to), Arrays.copyOfRange(places, from, to));
  }

  public Passage and(Passage next) {
    int[] both = Arrays.copyOf(places, places.length + next.places.length);
    System.arraycopy(next.places, 0, both, places.length, next.places.length);
    return new Passage(words + next.words, both);
  }
}
