package duban.progress.replica;

/** A plan event that this version of the service cannot read; its message says why. */
final class UnreadablePlan extends Exception {

  private static final long serialVersionUID = 1L;

  UnreadablePlan(String why, Throwable cause) {
    super(why + ": " + cause.getMessage(), cause);
  }
}
