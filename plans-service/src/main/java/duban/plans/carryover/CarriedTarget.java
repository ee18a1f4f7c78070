package duban.plans.carryover;

import duban.contracts.plan.Plan;
import duban.contracts.plan.Target;
import duban.contracts.plan.Target.Kind;
import duban.contracts.plan.Target.Part;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * An old target as the next year promises it. Its start and pace were the old year's and are left
 * out; a day within the old plan moves by a year, a later one stays.
 */
record CarriedTarget(Target old, @Nullable BigDecimal left, LocalDate lastDay) {

  /**
   * @param inForce whether a programme runs in the next year
   */
  Target as(String id, Predicate<String> inForce) {
    String programme = old.programme();
    return new Target(
        id,
        old.title(),
        old.titleEn(),
        old.kind(),
        old.operator(),
        old.strict(),
        left != null ? left : old.value(),
        old.low(),
        old.high(),
        old.unit(),
        left != null ? null : old.stated(),
        old.indicator(),
        old.measure(),
        old.baseline(),
        old.denominator(),
        old.scope(),
        null,
        moved(old.due()),
        projects(),
        (projects() == null || left != null) ? null : old.projectsComplete(),
        old.finalMilestone(),
        old.period(),
        null,
        parts(),
        old.id(),
        programme != null && inForce.test(programme) ? programme : null);
  }

  /** Which of the projects are left only people know, so more names than are left are none. */
  private @Nullable List<String> projects() {
    boolean tooMany =
        old.kind() == Kind.PROJECT
            && left != null
            && left.compareTo(BigDecimal.valueOf(old.projectNames().size())) < 0;
    return tooMany ? null : old.projects();
  }

  private @Nullable List<Part> parts() {
    List<Part> parts = old.parts();
    return parts == null
        ? null
        : parts.stream()
            .map(part ->
                new Part(
                    part.key(),
                    part.title(),
                    part.titleEn(),
                    part.value(),
                    part.denominator(),
                    moved(part.due()),
                    part.unit()))
            .toList();
  }

  private @Nullable LocalDate moved(@Nullable LocalDate day) {
    return day == null || day.isAfter(lastDay) ? day : day.plusYears(1);
  }

  static CarriedTarget of(Target old, @Nullable BigDecimal left, Plan plan) {
    return new CarriedTarget(old, left, plan.lastDay());
  }
}
