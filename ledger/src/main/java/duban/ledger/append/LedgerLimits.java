package duban.ledger.append;

/**
 * How much a ledger takes.
 *
 * @param maxEventsPerAppend events of one request
 * @param maxBodyBytes one event's canonical body, in characters
 * @param maxQueuedEvents events waiting for one ledger, beyond which the answer is "try later"
 * @param maxEventsPerCommit events that share one transaction
 */
public record LedgerLimits(
    int maxEventsPerAppend, int maxBodyBytes, int maxQueuedEvents, int maxEventsPerCommit) {

  public static final int MAX_NAME_LENGTH = 200;

  public LedgerLimits {
    if (maxEventsPerAppend < 1
        || maxBodyBytes < 2
        || maxQueuedEvents < maxEventsPerAppend
        || maxEventsPerCommit < 1) {
      throw new IllegalArgumentException("impossible ledger limits");
    }
  }

  public static LedgerLimits defaults() {
    return new LedgerLimits(1_000, 64 * 1024, 8_192, 1_024);
  }
}
