package duban.reporting.hindsight;

import duban.contracts.plan.Plan;
import duban.reporting.plan.Revision;
import duban.reporting.rollup.PlanRow;
import duban.reporting.standing.LightCounts;
import java.util.List;

/**
 * A plan as a revision published it, with its targets' standings.
 *
 * @param row the plan's row, counted
 */
public record ToldPlan(PlanRow row, Revision revision, List<Told> targets) {

  public static ToldPlan of(Revision revision, List<Told> targets) {
    LightCounts counts =
        targets.stream().map(Told::counts).reduce(LightCounts.ZERO, LightCounts::plus);
    return new ToldPlan(revision.row().with(counts), revision, targets);
  }

  public Plan content() {
    return revision.content();
  }

  public LightCounts counts() {
    return targets.stream().map(Told::counts).reduce(LightCounts.ZERO, LightCounts::plus);
  }
}
