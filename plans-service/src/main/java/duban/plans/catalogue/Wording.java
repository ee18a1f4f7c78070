package duban.plans.catalogue;

/**
 * What the catalogue says of one thing, and how often that was worded.
 *
 * @param revision 1 for the first time; 0 for what holds while nobody has said anything
 */
public record Wording<T>(T content, int revision) {

  /** The entity tag of this wording. */
  public String etag() {
    return "\"r" + revision + "\"";
  }

  Wording<T> next(T other) {
    return new Wording<>(other, revision + 1);
  }
}
