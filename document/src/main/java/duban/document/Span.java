package duban.document;

/** A stretch of the source text, in UTF-16 code units: {@code start} included, {@code end} not. */
public record Span(int start, int end) {

  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("no span: " + start + " to " + end);
    }
  }

  public int length() {
    return end - start;
  }

  public String of(String source) {
    return source.substring(start, end);
  }
}
