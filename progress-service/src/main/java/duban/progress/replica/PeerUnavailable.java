package duban.progress.replica;

/** plans-service did not answer, or not in a way we understand; its message says how. */
final class PeerUnavailable extends Exception {

  private static final long serialVersionUID = 1L;

  PeerUnavailable(String why) {
    super(why);
  }
}
