package duban.plans.review;

import duban.contracts.catalogue.Indicator;
import duban.contracts.plan.Plan;
import duban.contracts.plan.Plan.WorkItem;
import duban.contracts.plan.Target;
import duban.contracts.problem.FieldProblem;
import duban.plans.rules.PlanRules;
import duban.plans.rules.PublicationRules;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What is wrong with one target by itself, with pointers into the target. */
public final class TargetFaults {

  private static final String PLACE = "/sections/0/items/0/targets/0";

  private TargetFaults() {}

  /** By the plan's own rules; empty when they take it. */
  public static List<FieldProblem> alone(Outline outline, WorkItem item, Target target) {
    return inTarget(PlanRules.faults(outline.only(item, target)).stream());
  }

  /** Beside the catalogue too: what publishing would refuse is better known now. */
  static List<FieldProblem> mapped(
      Outline outline,
      WorkItem item,
      Target target,
      Function<String, Optional<Indicator>> catalogue) {
    Plan plan = outline.only(item, target);
    return inTarget(
        Stream.concat(
            PlanRules.faults(plan).stream(), PublicationRules.mapping(plan, catalogue).stream()));
  }

  private static List<FieldProblem> inTarget(Stream<FieldProblem> faults) {
    return faults
        .filter(fault -> fault.pointer().startsWith(PLACE))
        .map(fault -> new FieldProblem(fault.pointer().substring(PLACE.length()), fault.detail()))
        .toList();
  }
}
