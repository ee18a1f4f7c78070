package duban.local.home;

/** Something a person has to put right; the message is the one sentence that tells how. */
public class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int exitCode;

  public Refusal(String message) {
    this(message, ExitCode.FAILED);
  }

  protected Refusal(String message, int exitCode) {
    super(message, null, false, false);
    this.exitCode = exitCode;
  }

  /** For what is nobody's mistake: the same again may well do. */
  public static Refusal noAnswer(String message) {
    return new Refusal(message, ExitCode.NO_ANSWER);
  }

  public int exitCode() {
    return exitCode;
  }
}
