package duban.plans.rules;

import duban.contracts.plan.Plan;
import duban.contracts.plan.Target;
import duban.contracts.plan.Target.Kind;
import duban.contracts.plan.Target.Operator;
import duban.contracts.plan.Target.Part;
import duban.contracts.problem.FieldProblem;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is no fault but should be seen by whoever reads the plan. */
public final class PlanWarnings {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private PlanWarnings() {}

  /**
   * @param earlier the targets of each plan that is published here, by the plan's id
   */
  public static List<FieldProblem> of(Plan plan, Map<String, Set<String>> earlier) {
    Faults found = new Faults();
    for (Placed.Goal placed : Placed.targets(plan)) {
      sum(placed.target(), placed.pointer() + "/parts", found);
      continued(placed.target(), earlier, placed.pointer() + "/continues", found);
    }
    return found.found();
  }

  private static void continued(
      Target target, Map<String, Set<String>> earlier, String pointer, Faults found) {
    String continued = target.continues();
    if (continued != null && !earlier.containsKey(Plan.idOf(continued))) {
      found.add(
          pointer,
          "这里没有已发布的计划 " + Plan.idOf(continued) + "，无法核对。",
          "No plan " + Plan.idOf(continued) + " is published here, so it cannot be checked.");
    }
  }

  private static void sum(Target target, String pointer, Faults found) {
    List<Part> parts = target.partList();
    if (parts.isEmpty() || parts.stream().anyMatch(part -> part.value() == null)) {
      return;
    }
    if (target.kind() == Kind.RATIO || target.kind() == Kind.COVERAGE) {
      share(target, parts, pointer, found);
      return;
    }
    BigDecimal sum = add(parts, Part::value);
    BigDecimal low = target.operator() == Operator.RANGE ? target.low() : target.value();
    BigDecimal high = target.operator() == Operator.RANGE ? target.high() : target.value();
    if (low == null || high == null) {
      return;
    }
    String promised = low.compareTo(high) == 0 ? plain(low) : plain(low) + "–" + plain(high);
    found.unless(
        sum.compareTo(low) >= 0 && sum.compareTo(high) <= 0,
        pointer,
        "各部分合计 " + plain(sum) + "，目标为 " + promised + "。",
        "The parts add up to " + plain(sum) + ", the target says " + promised + ".");
  }

  /** Shares add up by their parts' bases: 90 % of 10 and 50 % of 30 are 24 of 40. */
  private static void share(Target target, List<Part> parts, String pointer, Faults found) {
    if (target.operator() == Operator.RANGE
        || parts.stream().anyMatch(part -> part.denominator() == null)) {
      return;
    }
    BigDecimal wanted = Optional.ofNullable(target.value()).orElse(HUNDRED);
    BigDecimal base = add(parts, Part::denominator);
    BigDecimal count = add(parts, part -> times(part.value(), part.denominator()));
    found.unless(
        count.compareTo(wanted.multiply(base)) == 0,
        pointer,
        "各部分合计 "
            + plain(base)
            + " 中的 "
            + plain(count.movePointLeft(2))
            + "，目标为 "
            + plain(wanted)
            + "%。",
        "The parts add up to %s of %s, the target says %s %%."
            .formatted(plain(count.movePointLeft(2)), plain(base), plain(wanted)));
  }

  private static BigDecimal times(@Nullable BigDecimal one, @Nullable BigDecimal other) {
    return one == null || other == null ? BigDecimal.ZERO : one.multiply(other);
  }

  private static BigDecimal add(List<Part> parts, Function<Part, @Nullable BigDecimal> figure) {
    return parts.stream()
        .flatMap(part -> Optional.ofNullable(figure.apply(part)).stream())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static String plain(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }
}
