package duban.reporting.supervision;

import duban.contracts.problem.ProblemType;
import duban.door.ProblemException;

/** What the reports of this room refuse alike. */
final class Refusals {

  private Refusals() {}

  static ProblemException unknownScope(String scope) {
    return ProblemException.of(
        ProblemType.NOT_FOUND, "没有区划 " + scope + "。", "There is no division " + scope + ".");
  }

  static ProblemException unreadable(String zh, String en) {
    return ProblemException.of(ProblemType.INVALID_REQUEST, zh, en);
  }
}
