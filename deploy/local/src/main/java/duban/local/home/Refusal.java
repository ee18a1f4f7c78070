package duban.local.home;

/** Something a person has to put right; the message is the one sentence that tells how. */
public class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public Refusal(String message) {
    super(message, null, false, false);
  }
}
