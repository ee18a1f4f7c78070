package duban.plans.carryover;

import duban.contracts.Text;
import duban.contracts.plan.Plan;
import duban.contracts.plan.Target;
import duban.contracts.plan.Target.Operator;
import duban.contracts.problem.FieldProblem;
import duban.contracts.problem.Problem;
import duban.contracts.problem.ProblemType;
import duban.door.ProblemException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is to be carried over.
 *
 * @param targets ids of the old plan; left out where {@code all} is said
 * @param all whatever the plan promises: what was achieved of it reporting-service knows
 * @param remaining by id, what is left to do; what was promised unless given
 */
@Schema(name = "CarryOver")
record Wish(
    @Nullable List<String> targets,
    @Nullable Boolean all,
    @Nullable Map<String, BigDecimal> remaining) {

  /** The wished targets in the order of the plan; fails with UNKNOWN_TARGET or INVALID_REQUEST. */
  List<Target> in(Plan old) {
    Map<String, Target> known =
        old.targets().collect(Collectors.toMap(Target::id, Function.identity()));
    List<FieldProblem> unknown = unknown(known.keySet());
    if (!unknown.isEmpty()) {
      throw new ProblemException(
          new Problem(
              ProblemType.UNKNOWN_TARGET,
              new Text("计划中没有所列目标。", "The plan has no such targets."),
              unknown));
    }
    Set<String> wished = targets != null ? Set.copyOf(targets) : known.keySet();
    List<FieldProblem> wrong = wrong(known, wished);
    if (!wrong.isEmpty()) {
      throw new ProblemException(
          new Problem(
              ProblemType.INVALID_REQUEST, new Text("结转请求有误。", "The request is wrong."), wrong));
    }
    return old.targets().filter(target -> wished.contains(target.id())).toList();
  }

  @Nullable BigDecimal left(Target target) {
    return remaining == null ? null : remaining.get(target.id());
  }

  private List<FieldProblem> unknown(Set<String> known) {
    List<FieldProblem> faults = new ArrayList<>();
    List<String> ids = targets != null ? targets : List.of();
    for (int i = 0; i < ids.size(); i++) {
      if (!known.contains(ids.get(i))) {
        faults.add(
            FieldProblem.at(
                "/targets/" + i,
                "计划中没有目标 " + ids.get(i) + "。",
                "The plan has no target " + ids.get(i) + "."));
      }
    }
    return faults;
  }

  private List<FieldProblem> wrong(Map<String, Target> known, Set<String> wished) {
    List<FieldProblem> faults = new ArrayList<>();
    if ((targets == null) == !Boolean.TRUE.equals(all)) {
      faults.add(
          FieldProblem.at(
              "/targets", "targets 与 all 二者择一。", "Either targets or all, and not both."));
    }
    Map<String, BigDecimal> left = remaining != null ? remaining : Map.of();
    left.forEach((id, value) -> {
      Target target = known.get(id);
      if (target == null || !wished.contains(id)) {
        faults.add(
            FieldProblem.at("/remaining/" + id, "不在结转之列。", "Is not among those carried over."));
      } else if (target.value() == null || target.operator() == Operator.RANGE) {
        faults.add(
            FieldProblem.at("/remaining/" + id, "该目标没有单一数值。", "The target has no single figure."));
      } else if (value.signum() <= 0) {
        faults.add(FieldProblem.at("/remaining/" + id, "应为正数。", "Must be positive."));
      }
    });
    return faults;
  }
}
