package duban.plans.rules;

import duban.contracts.catalogue.Indicator;
import duban.contracts.catalogue.Indicator.Direction;
import duban.contracts.plan.Plan;
import duban.contracts.plan.Target;
import duban.contracts.plan.Target.Kind;
import duban.contracts.plan.Target.Operator;
import duban.contracts.problem.FieldProblem;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a plan must be beside the catalogue and its own revisions, in order to be published. */
public final class PublicationRules {

  private PublicationRules() {}

  /**
   * @param revisions all of them, the first one first: a target that was dropped keeps its id
   */
  public static List<FieldProblem> faults(Plan plan, Known known, Collection<Plan> revisions) {
    Faults faults = new Faults();
    Map<String, Target> earlier =
        revisions.stream()
            .flatMap(Plan::targets)
            .collect(Collectors.toMap(Target::id, Function.identity(), (first, last) -> last));
    for (Placed.Goal placed : Placed.targets(plan)) {
      mapping(placed, known.indicators(), faults);
      samePromise(placed, earlier.get(placed.target().id()), faults);
      LinkRules.slice(placed.target(), plan, known.programmes(), placed.pointer(), faults);
      LinkRules.published(placed.target(), known.earlier(), placed.pointer(), faults);
    }
    return faults.found();
  }

  /** Of a plan's mapping alone. */
  public static List<FieldProblem> mapping(
      Plan plan, Function<String, Optional<Indicator>> catalogue) {
    Faults faults = new Faults();
    Placed.targets(plan).forEach(placed -> mapping(placed, catalogue, faults));
    return faults.found();
  }

  /** Whether the target may add up under the indicator. */
  public static boolean fits(Target target, Indicator indicator) {
    Faults faults = new Faults();
    fits(target, indicator, "", faults);
    return faults.found().isEmpty();
  }

  private static void mapping(
      Placed.Goal placed, Function<String, Optional<Indicator>> catalogue, Faults faults) {
    Target target = placed.target();
    String key = target.indicator();
    if (key == null) {
      return;
    }
    String at = placed.pointer();
    catalogue
        .apply(key)
        .ifPresentOrElse(
            indicator -> fits(target, indicator, at, faults),
            () ->
                faults.add(
                    at + "/indicator",
                    "目录中没有指标 " + key + "。",
                    "The catalogue has no indicator " + key + "."));
  }

  private static void fits(Target target, Indicator indicator, String at, Faults faults) {
    String unit = indicator.unit();
    faults.unless(
        target.unit() == null || target.unit().equals(unit),
        at + "/unit",
        "与指标的单位“" + unit + "”不一致。",
        "Differs from the indicator's unit " + unit + ".");
    faults.unless(
        kinds(indicator.aggregation()).contains(target.kind()),
        at + "/kind",
        "这类目标不能按 " + indicator.aggregation().word() + " 汇总。",
        "Targets of this kind do not add up by " + indicator.aggregation().word() + ".");
    faults.unless(
        !isContrary(target.operator(), indicator.direction()),
        at + "/operator",
        "与指标的方向相反。",
        "Goes against the indicator's direction.");
  }

  /** Shares add up by their parts; a count a period, or words, do not add up at all. */
  private static Set<Kind> kinds(Indicator.Aggregation aggregation) {
    return switch (aggregation) {
      case SUM -> EnumSet.of(Kind.QUANTITY, Kind.MONEY, Kind.PROJECT, Kind.DEADLINE);
      case RATIO -> EnumSet.of(Kind.RATIO, Kind.COVERAGE);
      case MAX, LATEST -> EnumSet.of(Kind.QUANTITY, Kind.MONEY, Kind.RATIO, Kind.COVERAGE);
      case NONE -> EnumSet.allOf(Kind.class);
    };
  }

  private static boolean isContrary(@Nullable Operator operator, @Nullable Direction direction) {
    return (operator == Operator.AT_MOST && direction == Direction.MORE)
        || (operator == Operator.AT_LEAST && direction == Direction.LESS);
  }

  /** Reports were made for what the id said: another kind or unit would misread them. */
  private static void samePromise(Placed.Goal placed, @Nullable Target earlier, Faults faults) {
    if (earlier == null) {
      return;
    }
    Target target = placed.target();
    String zh = "同一编号的目标不可改变此项；请另编新号。";
    String en = "A target keeps it for life; give another promise another id.";
    faults.unless(target.kind() == earlier.kind(), placed.pointer() + "/kind", zh, en);
    faults.unless(
        Objects.equals(target.unit(), earlier.unit()), placed.pointer() + "/unit", zh, en);
    faults.unless(target.period() == earlier.period(), placed.pointer() + "/period", zh, en);
  }
}
