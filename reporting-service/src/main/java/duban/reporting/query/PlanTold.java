package duban.reporting.query;

import duban.contracts.plan.Plan;
import duban.reporting.hindsight.Told;
import duban.reporting.hindsight.ToldPlan;
import duban.reporting.rollup.PlanRow;
import duban.reporting.targets.TargetRow;
import java.util.List;

/** A plan as it was told: its row, the revision that was in force, and where its targets stood. */
public record PlanTold(PlanRow plan, Plan content, List<TargetRow> targets) {

  static PlanTold of(ToldPlan told) {
    return new PlanTold(
        told.row(), told.content(), told.targets().stream().map(Told::row).toList());
  }
}
