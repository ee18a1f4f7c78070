package duban.progress.rules;

import duban.contracts.EventTypes;
import duban.contracts.problem.Problem;
import duban.contracts.problem.ProblemType;
import duban.ledger.append.Decider;
import duban.ledger.append.Past;
import duban.ledger.append.Past.Fact;
import duban.ledger.chain.NewEvent;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Decides the events that follow upon earlier ones, inside the append and so under the ledger's
 * order: two voids of one event that arrive together cannot both be accepted.
 */
public final class FollowUps implements Decider<Problem> {

  private static final String VOIDED = "event.voided";
  private static final String EXPLAINED = "report.explained";

  /** What can be wrong in itself. A step or verdict is answered by the next step or verdict. */
  private static final Set<String> REPORTS =
      Set.of("progress.reported", "progress.added", "milestone.reached", "item.noted");

  public static Problem unknownEvent(String id) {
    return Problem.at(
        ProblemType.UNKNOWN_EVENT,
        "/event",
        "台账中没有事件 " + id + "。",
        "The ledger has no event " + id + ".");
  }

  @Override
  public Optional<Problem> refusal(NewEvent event, Past past) {
    String refers = event.refers();
    if (refers == null) {
      return Optional.empty();
    }
    String type = EventTypes.brief(event.type());
    if (ItemLoop.isStep(type)) {
      return ItemLoop.after(past.referringTo(refers)).refusal(type);
    }
    Optional<ProblemState> step = ProblemState.after(type);
    return step.isPresent()
        ? outOfStep(step.get(), event.subject(), past.referringTo(refers))
        : notOfAReport(type, refers, past);
  }

  private static Optional<Problem> notOfAReport(String type, String id, Past past) {
    Optional<Fact> report = past.event(id);
    if (report.isEmpty()) {
      return Optional.of(unknownEvent(id));
    }
    String reportType = EventTypes.brief(report.get().type());
    if (!REPORTS.contains(reportType)) {
      return Optional.of(notAReport(type, reportType));
    }
    boolean voided =
        past.referringTo(id).stream()
            .anyMatch(fact -> EventTypes.brief(fact.type()).equals(VOIDED));
    return voided ? Optional.of(alreadyVoided(id)) : Optional.empty();
  }

  private static Optional<Problem> outOfStep(ProblemState step, String item, List<Fact> facts) {
    // An event's id may look like a problem's key, so what refers to it need not be a step.
    List<Fact> steps =
        facts.stream()
            .filter(fact -> ProblemState.after(EventTypes.brief(fact.type())).isPresent())
            .toList();
    if (steps.isEmpty()) {
      return step == ProblemState.OPENED ? Optional.empty() : Optional.of(neverOpened());
    }
    if (!steps.getFirst().subject().equals(item)) {
      return Optional.of(otherItem(steps.getFirst().subject()));
    }
    ProblemState state = ProblemState.after(EventTypes.brief(steps.getLast().type())).orElseThrow();
    return state.next().contains(step) ? Optional.empty() : Optional.of(wrongStep(state));
  }

  private static Problem notAReport(String type, String of) {
    return switch (type) {
      case VOIDED -> notVoidable(of);
      case EXPLAINED -> notExplainable(of);
      default -> notCheckable(of);
    };
  }

  private static Problem notVoidable(String type) {
    return Problem.at(
        ProblemType.INVALID_EVENT,
        "/event",
        "不能作废 " + type + "：请上报其后续事件。",
        "An event of type " + type + " cannot be voided: post what follows upon it.");
  }

  private static Problem notCheckable(String type) {
    return Problem.at(
        ProblemType.INVALID_EVENT,
        "/event",
        "不能核查 " + type + "：只能核查上报的进展。",
        "An event of type " + type + " cannot be checked: only reports can.");
  }

  private static Problem notExplainable(String type) {
    return Problem.at(
        ProblemType.INVALID_EVENT,
        "/event",
        "不能说明 " + type + "：只能说明上报的进展。",
        "An event of type " + type + " cannot be explained: only reports can.");
  }

  private static Problem alreadyVoided(String id) {
    return Problem.at(
        ProblemType.ALREADY_VOIDED,
        "/event",
        "事件 " + id + " 已作废。",
        "Event " + id + " was voided before.");
  }

  private static Problem neverOpened() {
    return Problem.at(
        ProblemType.WRONG_PROBLEM_STEP,
        "/problem",
        "没有这个问题：首先应是 problem.opened。",
        "There is no such problem: it begins with problem.opened.");
  }

  private static Problem otherItem(String item) {
    return Problem.at(
        ProblemType.WRONG_PROBLEM_STEP,
        "/item",
        "该问题属于 " + item + "。",
        "The problem belongs to " + item + ".");
  }

  private static Problem wrongStep(ProblemState state) {
    String next = state.next().stream().map(ProblemState::step).collect(Collectors.joining(", "));
    return Problem.at(
        ProblemType.WRONG_PROBLEM_STEP,
        "/type",
        "该问题目前为 " + state.step() + "，其后只能是：" + next + "。",
        "The problem stands at " + state.step() + "; what may follow is: " + next + ".");
  }
}
