package duban.reporting.plan;

import duban.contracts.plan.Plan;
import duban.contracts.plan.Plan.WorkItem;
import duban.contracts.plan.Target;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** A target and the item of the plan in which it stands. */
public record Placed(WorkItem item, Target target) {

  /** Every target once: an id that comes twice would fail whatever is written by it. */
  public static Collection<Placed> of(Plan plan) {
    Map<String, Placed> first = new LinkedHashMap<>();
    plan.items()
        .forEach(item ->
            item.targets()
                .forEach(target -> first.putIfAbsent(target.id(), new Placed(item, target))));
    return first.values();
  }

  public TargetPlace in(Plan plan, int revision) {
    return new TargetPlace(
        target.id(), plan.id(), plan.itemId(item), plan.district(), plan.year(), revision);
  }
}
