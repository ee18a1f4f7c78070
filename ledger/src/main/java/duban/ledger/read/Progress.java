package duban.ledger.read;

/**
 * How far a verification has come.
 *
 * @param checking a ledger's name, or what else is being looked at
 * @param done of {@code of}; both 0 where it cannot be told
 */
public record Progress(String checking, long done, long of) {}
