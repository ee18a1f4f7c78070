package duban.ledger.relay;

/** A Kafka message that does not carry a ledger's link; its message says what is wrong with it. */
public final class UnreadableMessage extends Exception {

  private static final long serialVersionUID = 1L;

  UnreadableMessage(String why, Throwable cause) {
    super(why, cause);
  }
}
