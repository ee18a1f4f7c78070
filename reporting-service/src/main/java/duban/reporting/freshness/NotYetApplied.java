package duban.reporting.freshness;

/** What the caller wants to see included did not come within the time that an answer may wait. */
final class NotYetApplied extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NotYetApplied() {
    super("not yet applied", null, false, false);
  }
}
