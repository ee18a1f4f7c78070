package duban.contracts;

/** The same words in the two languages of every answer. */
public record Text(String zh, String en) {

  /** The words in {@code language}, an IETF tag's primary part; Chinese unless it is "en". */
  public String in(String language) {
    return "en".equals(language) ? en : zh;
  }
}
