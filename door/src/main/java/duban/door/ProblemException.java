package duban.door;

import duban.contracts.problem.Problem;
import duban.contracts.problem.ProblemType;

/** A refusal on its way out; it has no stack trace, since it is an answer and no accident. */
public final class ProblemException extends RuntimeException {

  private final transient Problem problem;

  public ProblemException(Problem problem) {
    super(problem.type() + ": " + problem.detail().en(), null, false, false);
    this.problem = problem;
  }

  public static ProblemException of(ProblemType type, String zh, String en) {
    return new ProblemException(Problem.of(type, zh, en));
  }

  public static ProblemException at(ProblemType type, String pointer, String zh, String en) {
    return new ProblemException(Problem.at(type, pointer, zh, en));
  }

  public Problem problem() {
    return problem;
  }
}
