package duban.reporting.query;

import duban.contracts.plan.Plan;
import duban.reporting.hindsight.Told;
import duban.reporting.hindsight.ToldPlan;
import duban.reporting.rollup.PlanRow;
import duban.reporting.standing.Detail;
import duban.reporting.target.TargetRow;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A plan as it was told: its row, the revision that was in force, and where its targets stood.
 *
 * @param details what the targets' standings are made of, by target
 */
public record PlanTold(
    PlanRow plan, Plan content, List<TargetRow> targets, Map<String, Detail> details) {

  static PlanTold of(ToldPlan told) {
    return new PlanTold(
        told.row(),
        told.content(),
        told.targets().stream().map(Told::row).toList(),
        told.targets().stream()
            .collect(
                Collectors.toMap(
                    one -> one.place().target(), one -> one.standing().detail(), (a, b) -> a)));
  }
}
