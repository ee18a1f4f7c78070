package duban.reporting.owner;

/** A ledger's owner did not answer, or not with what was asked for. */
public final class OwnerUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  OwnerUnavailable(String why) {
    super(why);
  }
}
