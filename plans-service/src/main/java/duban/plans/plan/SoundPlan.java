package duban.plans.plan;

import duban.contracts.Text;
import duban.contracts.plan.Plan;
import duban.contracts.problem.FieldProblem;
import duban.contracts.problem.Problem;
import duban.contracts.problem.ProblemType;
import duban.door.ProblemException;
import duban.plans.publication.Facts;
import duban.plans.publication.PublicationConfig;
import duban.plans.rules.PlanRules;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** What a plan must be before it is kept, whoever made it. */
@ApplicationScoped
public class SoundPlan {

  /** What an event holds beside the plan: ids, revision, reason, author. */
  private static final int ENVELOPE_CHARACTERS = 5_000;

  @Inject PublicationConfig config;

  /**
   * @throws ProblemException INVALID_PLAN, with every fault
   */
  public void require(Plan content) {
    refuse(PlanRules.faults(content));
    int most = config.maxBodyCharacters() - ENVELOPE_CHARACTERS;
    if (Facts.canonical(content).json().length() > most) {
      refuse(
          List.of(
              FieldProblem.at(
                  "", "计划至多 " + most + " 个字符。", "A plan has at most " + most + " characters.")));
    }
  }

  /**
   * @throws ProblemException INVALID_PLAN, unless there are no faults
   */
  public static void refuse(List<FieldProblem> faults) {
    if (!faults.isEmpty()) {
      int count = faults.size();
      Text detail =
          new Text(
              "计划有 " + count + " 处有误。",
              count == 1 ? "One place is wrong." : count + " places are wrong.");
      throw new ProblemException(new Problem(ProblemType.INVALID_PLAN, detail, faults));
    }
  }
}
