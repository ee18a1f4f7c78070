package duban.ledger.append;

/**
 * The database did not answer an append. Whether the events were committed is not known; repeating
 * the request with the same ids is safe and tells.
 */
public final class LedgerUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  LedgerUnavailable(String ledger, Throwable cause) {
    super("no answer from the database for ledger " + ledger, cause);
  }
}
