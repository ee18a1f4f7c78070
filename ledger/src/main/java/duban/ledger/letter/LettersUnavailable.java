package duban.ledger.letter;

/** The dead letters cannot be read just now; its message says why. */
public final class LettersUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  LettersUnavailable(String why) {
    super(why);
  }
}
