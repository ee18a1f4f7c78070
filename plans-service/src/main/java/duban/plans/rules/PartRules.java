package duban.plans.rules;

import duban.contracts.plan.Plan;
import duban.contracts.plan.Target;
import duban.contracts.plan.Target.Kind;
import duban.contracts.plan.Target.Part;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Over what a target is split: schools, towns, projects, each with its own promise or none. */
final class PartRules {

  /** Also a key that the caller's own system has, in any script. */
  private static final Pattern KEY = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,39}");

  private static final Set<Kind> DIVISIBLE =
      EnumSet.of(Kind.QUANTITY, Kind.MONEY, Kind.RATIO, Kind.COVERAGE, Kind.FREQUENCY);
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int MOST_PARTS = 200;
  private static final int LONGEST_TITLE = 300;

  private PartRules() {}

  static void check(Target target, Plan plan, String at, Faults faults) {
    List<Part> parts = target.parts();
    if (parts == null) {
      return;
    }
    faults.unless(
        DIVISIBLE.contains(target.kind()),
        at + "/parts",
        "只有数量、资金、比率、覆盖与频次目标可以分解。",
        "Only a quantity, money, ratio, coverage or frequency is split.");
    faults.unless(
        !parts.isEmpty() && parts.size() <= MOST_PARTS,
        at + "/parts",
        "应有 1 至 " + MOST_PARTS + " 个。",
        "Must be 1 to " + MOST_PARTS + ".");
    Set<String> keys = new HashSet<>();
    for (int i = 0; i < Math.min(parts.size(), MOST_PARTS); i++) {
      Part part = parts.get(i);
      String pointer = at + "/parts/" + i;
      faults.unless(
          KEY.matcher(part.key()).matches(),
          pointer + "/key",
          "应为字母、数字与 . _ -，至多 40 个字符。",
          "Must be letters, digits and . _ -, 40 characters at most.");
      faults.unless(
          keys.add(part.key()), pointer + "/key", "与另一部分重复。", "Another part has it already.");
      words(part, pointer, faults);
      figures(part, target.kind(), pointer, faults);
      due(part.due(), target, plan, pointer + "/due", faults);
    }
  }

  private static void words(Part part, String at, Faults faults) {
    faults.text(part.title(), LONGEST_TITLE, at + "/title");
    faults.text(part.titleEn(), LONGEST_TITLE, at + "/titleEn");
    faults.text(part.unit(), ResponsibilityRules.LONGEST_UNIT, at + "/unit");
    PersonalData.refuse(part.unit(), at + "/unit", faults);
  }

  private static void figures(Part part, Kind kind, String at, Faults faults) {
    BigDecimal value = part.value();
    boolean share = kind == Kind.RATIO || kind == Kind.COVERAGE;
    faults.unless(
        value == null || value.signum() >= 0, at + "/value", "不得为负数。", "Must not be negative.");
    faults.unless(
        !share || value == null || value.compareTo(HUNDRED) <= 0,
        at + "/value",
        "应在 0 与 100 之间。",
        "Must be between 0 and 100.");
    faults.unless(
        kind != Kind.FREQUENCY || value == null || value.stripTrailingZeros().scale() <= 0,
        at + "/value",
        "应为整数。",
        "Must be a whole number.");
    BigDecimal denominator = part.denominator();
    faults.unless(
        denominator == null || (share && denominator.signum() > 0),
        at + "/denominator",
        "只用于比率与覆盖目标，且应为正数。",
        "Goes with a ratio or coverage, and is positive.");
  }

  /** Within the plan, or up to the target's own last day where that lies beyond. */
  private static void due(
      @Nullable LocalDate due, Target target, Plan plan, String pointer, Faults faults) {
    if (due == null) {
      return;
    }
    LocalDate last = plan.lastDay();
    if (target.due() != null && target.due().isAfter(last)) {
      last = target.due();
    }
    faults.unless(
        !due.isBefore(plan.firstDay()) && !due.isAfter(last),
        pointer,
        "应在计划期内。",
        "Must lie within the plan.");
  }
}
