package duban.reporting.query;

import duban.reporting.catalogue.Setting;
import duban.reporting.hindsight.Sums;
import duban.reporting.hindsight.ToldPlan;
import duban.reporting.rollup.ScopeRow;
import duban.reporting.target.TargetRow;
import java.util.List;
import java.util.stream.Stream;

/**
 * A scope as it was told.
 *
 * @param setting the day, and the catalogue as it was known
 * @param scopes the scope first, then the divisions directly below it
 */
public record ScopeTold(
    Setting setting,
    String scope,
    List<PlanTold> plans,
    List<ScopeRow> scopes,
    List<RollupsView.Row> rollups) {

  static ScopeTold of(List<ToldPlan> plans, Setting setting, String scope, int year) {
    Sums sums = Sums.of(plans, setting.withChildren(scope), setting);
    return new ScopeTold(
        setting,
        scope,
        plans.stream().map(PlanTold::of).toList(),
        sums.scopes(year),
        RollupsView.sideBySide(scope, sums.rollups(null), setting));
  }

  public Stream<TargetRow> targets() {
    return plans.stream().flatMap(plan -> plan.targets().stream());
  }
}
