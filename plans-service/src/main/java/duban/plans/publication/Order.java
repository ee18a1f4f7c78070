package duban.plans.publication;

import com.fasterxml.jackson.core.JsonProcessingException;
import duban.contracts.EventTypes;
import duban.contracts.Json;
import duban.contracts.plan.PlanEvent.BulletinIssued;
import duban.contracts.plan.PlanEvent.IndicatorDefined;
import duban.contracts.plan.PlanEvent.PlanAmended;
import duban.contracts.plan.PlanEvent.PlanClosed;
import duban.contracts.plan.PlanEvent.PlanPublished;
import duban.contracts.plan.PlanEvent.ProgrammeDefined;
import duban.contracts.plan.PlanEvent.SettingsDefined;
import duban.contracts.problem.Problem;
import duban.contracts.problem.ProblemType;
import duban.ledger.append.Decider;
import duban.ledger.append.Past;
import duban.ledger.append.Past.Fact;
import duban.ledger.chain.NewEvent;
import java.util.List;
import java.util.Optional;

/**
 * Which fact may come next. Asked under the ledger's lock with all facts about the same plan or
 * indicator, so what it sees cannot change before the fact is written.
 */
final class Order implements Decider<Problem> {

  @Override
  public Optional<Problem> refusal(NewEvent event, Past past) {
    List<Fact> before = past.referringTo(event.subject());
    return switch (EventTypes.brief(event.type())) {
      case PlanPublished.TYPE, PlanAmended.TYPE -> revision(event, before);
      case PlanClosed.TYPE -> closing(event, before);
      case IndicatorDefined.TYPE,
          ProgrammeDefined.TYPE,
          SettingsDefined.TYPE,
          BulletinIssued.TYPE ->
          wording(event, before);
      default -> throw new IllegalArgumentException("not a fact of this service: " + event.type());
    };
  }

  private static Optional<Problem> revision(NewEvent event, List<Fact> before) {
    if (isClosed(before)) {
      return Optional.of(closed());
    }
    int next = revisions(before) + 1;
    return event.id().equals(Facts.revisionId(event.subject(), next))
        ? Optional.empty()
        : Optional.of(overtaken());
  }

  private static Optional<Problem> closing(NewEvent event, List<Fact> before) {
    if (isClosed(before)) {
      return Optional.of(closed());
    }
    int revisions = revisions(before);
    if (revisions == 0) {
      return Optional.of(neverPublished());
    }
    return closedRevision(event) == revisions ? Optional.empty() : Optional.of(overtaken());
  }

  /**
   * The first wording finds none before it, the second finds one, and so on. An indicator and a
   * programme may have the same key, so facts of other types do not count.
   */
  private static Optional<Problem> wording(NewEvent event, List<Fact> before) {
    long worded = before.stream().filter(fact -> fact.type().equals(event.type())).count();
    return event.id().endsWith("-r" + (worded + 1)) ? Optional.empty() : Optional.of(overtaken());
  }

  private static boolean isClosed(List<Fact> facts) {
    return facts.stream().anyMatch(fact -> EventTypes.brief(fact.type()).equals(PlanClosed.TYPE));
  }

  private static int revisions(List<Fact> facts) {
    return (int)
        facts.stream()
            .filter(fact -> !EventTypes.brief(fact.type()).equals(PlanClosed.TYPE))
            .count();
  }

  private static int closedRevision(NewEvent closing) {
    try {
      return Json.lenient().readTree(closing.body().json()).path("revision").asInt();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a canonical body is JSON", e);
    }
  }

  static Problem closed() {
    return Problem.of(
        ProblemType.PLAN_CLOSED, "计划已办结，不再接受修改。", "The plan is closed and takes no more changes.");
  }

  static Problem neverPublished() {
    return Problem.of(
        ProblemType.CONFLICT, "计划尚未发布，无从办结。", "The plan was never published and cannot be closed.");
  }

  static Problem overtaken() {
    return Problem.of(
        ProblemType.CONFLICT,
        "有人先行一步，请重新读取后再试。",
        "Somebody else was first; read it again and retry.");
  }
}
