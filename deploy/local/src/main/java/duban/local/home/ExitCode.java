package duban.local.home;

/** What a command's end tells a script. docs/operations.md has the same table. */
public final class ExitCode {

  public static final int DONE = 0;
  public static final int FAILED = 1;
  public static final int WRONG_USAGE = 2;

  /** The command did its work, and what it found is not as it should be. */
  public static final int NOT_ALL_WELL = 3;

  /** Nothing answers, or it says "try later": the same command may simply be given again. */
  public static final int NO_ANSWER = 4;

  private ExitCode() {}
}
