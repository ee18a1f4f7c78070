package duban.plans.review;

import duban.contracts.problem.FieldProblem;
import java.util.List;

/** What came of somebody's wish to change a review. */
sealed interface Outcome {

  record Changed(Change change) implements Outcome {}

  /**
   * @param faults with pointers into what was sent
   */
  record Refused(List<FieldProblem> faults) implements Outcome {}
}
