package duban.plans.rules;

import duban.contracts.plan.Plan;
import duban.contracts.plan.Plan.Section;
import duban.contracts.plan.Plan.WorkItem;
import duban.contracts.plan.Target;
import java.util.ArrayList;
import java.util.List;

/** Items and targets with the place in the document where each stands. */
final class Placed {

  private Placed() {}

  record Item(WorkItem item, String id, String pointer) {}

  record Goal(Target target, Item item, String pointer) {}

  static List<Item> items(Plan plan) {
    List<Item> placed = new ArrayList<>();
    for (int s = 0; s < plan.sections().size(); s++) {
      Section section = plan.sections().get(s);
      for (int i = 0; i < section.items().size(); i++) {
        WorkItem item = section.items().get(i);
        placed.add(new Item(item, plan.itemId(item), "/sections/" + s + "/items/" + i));
      }
    }
    return placed;
  }

  static List<Goal> targets(Plan plan) {
    List<Goal> placed = new ArrayList<>();
    for (Item item : items(plan)) {
      List<Target> targets = item.item().targets();
      for (int t = 0; t < targets.size(); t++) {
        placed.add(new Goal(targets.get(t), item, item.pointer() + "/targets/" + t));
      }
    }
    return placed;
  }
}
