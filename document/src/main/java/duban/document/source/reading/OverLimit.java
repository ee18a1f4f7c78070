package duban.document.source.reading;

/** A document asks for more than {@link Limits} gives. */
public final class OverLimit extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final Limit limit;

  public OverLimit(Limit limit) {
    super(limit.name(), null, false, false);
    this.limit = limit;
  }

  public Limit limit() {
    return limit;
  }

  public enum Limit {
    /** Of the text's characters or the pages. */
    LENGTH,
    /** Of what the file unpacks to. */
    UNPACKED,
    TIME
  }
}
