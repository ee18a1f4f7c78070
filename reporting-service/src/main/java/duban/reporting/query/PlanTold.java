package duban.reporting.query;

import duban.contracts.plan.Plan;
import duban.reporting.hindsight.Told;
import duban.reporting.hindsight.ToldPlan;
import duban.reporting.rollup.PlanRow;
import duban.reporting.target.TargetRow;
import java.util.List;

/**
 * A plan as it was told.
 *
 * @param content the revision that was in force
 * @param targets where its targets stood, as a client sees it
 * @param told the same, to be told of more
 */
public record PlanTold(PlanRow plan, Plan content, List<TargetRow> targets, List<Told> told) {

  static PlanTold of(ToldPlan told) {
    return new PlanTold(
        told.row(),
        told.content(),
        told.targets().stream().map(Told::row).toList(),
        told.targets());
  }
}
