package duban.progress.rules;

import duban.contracts.EventTypes;
import duban.contracts.problem.Problem;
import duban.contracts.problem.ProblemType;
import duban.ledger.append.Past.Fact;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where a work item stands in the loop of supervision (督办闭环): taken on, reported done, given back
 * or closed.
 *
 * @param accepted the unit took it on
 * @param completed reported done, and neither closed nor given back since
 * @param confirmed closed by the bureau, for good
 */
record ItemLoop(boolean accepted, boolean completed, boolean confirmed) {

  private static final Set<String> STEPS =
      Set.of(
          "item.accepted",
          "item.reminded",
          "item.urged",
          "item.completed",
          "item.confirmed",
          "item.returned");

  static boolean isStep(String type) {
    return STEPS.contains(type);
  }

  /**
   * @param facts what refers to the item's loop, oldest first; others than its steps are left out,
   *     since an event's id may look like the loop's key
   */
  static ItemLoop after(List<Fact> facts) {
    ItemLoop loop = new ItemLoop(false, false, false);
    for (Fact fact : facts) {
      loop = loop.after(EventTypes.brief(fact.type()));
    }
    return loop;
  }

  private ItemLoop after(String type) {
    return switch (type) {
      case "item.accepted" -> new ItemLoop(true, completed, confirmed);
      case "item.completed" -> new ItemLoop(accepted, true, confirmed);
      case "item.returned" -> new ItemLoop(accepted, false, confirmed);
      case "item.confirmed" -> new ItemLoop(accepted, false, true);
      default -> this;
    };
  }

  /** Why {@code step} does not follow; empty when it does. */
  Optional<Problem> refusal(String step) {
    if (confirmed) {
      return wrong("该工作项已办结。", "The work item is closed.");
    }
    return switch (step) {
      case "item.accepted" ->
          accepted ? wrong("该工作项已签收。", "The work item was accepted before.") : ok();
      case "item.completed" ->
          completed
              ? wrong(
                  "该工作项已报请办结，尚待核验。",
                  "The work item was reported done before and waits for the bureau.")
              : ok();
      case "item.confirmed", "item.returned" ->
          completed
              ? ok()
              : wrong(
                  "该工作项没有待核验的 item.completed。",
                  "No item.completed of the work item waits for an answer.");
      default -> ok();
    };
  }

  private static Optional<Problem> ok() {
    return Optional.empty();
  }

  private static Optional<Problem> wrong(String zh, String en) {
    return Optional.of(Problem.at(ProblemType.WRONG_ITEM_STEP, "/type", zh, en));
  }
}
