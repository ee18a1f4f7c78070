package duban.progress.intake;

import duban.contracts.problem.Problem;
import org.jspecify.annotations.Nullable;

/** A line of a batch that is not blank; no record, because it holds an array. */
public final class Line {
  private final int number;
  private final byte @Nullable [] json;
  private final @Nullable Problem problem;

  public Line(int number, byte @Nullable [] json) {
    this(number, json, null);
  }

  private Line(int number, byte @Nullable [] json, @Nullable Problem problem) {
    this.number = number;
    this.json = json;
    this.problem = problem;
  }

  /** Could not be made out at all. */
  public static Line unreadable(int number, Problem problem) {
    return new Line(number, null, problem);
  }

  /** 1 for the body's first line; blank lines count, and so does a table's header. */
  int number() {
    return number;
  }

  /** UTF-8; null when the line is too long or unreadable. */
  byte @Nullable [] json() {
    return json;
  }

  /** Why it is unreadable; null when it is not. */
  @Nullable Problem problem() {
    return problem;
  }
}
