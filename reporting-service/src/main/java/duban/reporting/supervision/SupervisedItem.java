package duban.reporting.supervision;

import com.fasterxml.jackson.annotation.JsonIgnore;
import duban.contracts.plan.Plan.Responsibility;
import duban.contracts.plan.Plan.Unit;
import duban.reporting.calendar.Calendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A work item and how far it has come; of each kind of step the last one.
 *
 * @param assignedAt when the first revision that has the item was recorded
 * @param acceptanceDue the last day for taking it on
 * @param acceptanceOverdue not taken on, and that day is past
 * @param reports observations of it and its targets that count
 * @param explanationsDue its targets that owe a written explanation
 */
public record SupervisedItem(
    String item,
    String plan,
    String district,
    int year,
    @Nullable String no,
    String title,
    @Nullable String titleEn,
    @Nullable Responsibility responsibility,
    LoopState state,
    Instant assignedAt,
    LocalDate acceptanceDue,
    boolean acceptanceOverdue,
    int reports,
    @Nullable Instant lastReportAt,
    List<OwedExplanation> explanationsDue,
    int reminders,
    int calls,
    @Nullable LoopStep accepted,
    @Nullable LoopStep reminded,
    @Nullable LoopStep urged,
    @Nullable LoopStep completed,
    @Nullable LoopStep confirmed,
    @Nullable LoopStep returned,
    @JsonIgnore List<String> targets) {

  /** An item as a revision has it. */
  record Outlined(
      String item,
      String plan,
      String district,
      int year,
      @Nullable String no,
      String title,
      @Nullable String titleEn,
      @Nullable Responsibility responsibility,
      List<String> targets,
      Instant assignedAt) {}

  /** How often something was reported on, and when last. */
  record Reports(int count, @Nullable Instant last) {

    static final Reports NONE = new Reports(0, null);

    Reports plus(Reports other) {
      Instant later =
          last == null || (other.last != null && other.last.isAfter(last)) ? other.last : last;
      return new Reports(count + other.count, later);
    }
  }

  /**
   * @param acceptWithin days after publication within which it must be taken on
   */
  static SupervisedItem of(
      Outlined item,
      List<LoopStep> steps,
      Reports reports,
      List<OwedExplanation> explanationsDue,
      LocalDate day,
      int acceptWithin) {
    LoopState state = LoopState.after(steps);
    LocalDate due = LocalDate.ofInstant(item.assignedAt(), Calendar.ZONE).plusDays(acceptWithin);
    return new SupervisedItem(
        item.item(),
        item.plan(),
        item.district(),
        item.year(),
        item.no(),
        item.title(),
        item.titleEn(),
        item.responsibility(),
        state,
        item.assignedAt(),
        due,
        state == LoopState.ASSIGNED && day.isAfter(due),
        reports.count(),
        reports.last(),
        explanationsDue,
        count(steps, LoopStep.Kind.REMINDED),
        count(steps, LoopStep.Kind.URGED),
        last(steps, LoopStep.Kind.ACCEPTED),
        last(steps, LoopStep.Kind.REMINDED),
        last(steps, LoopStep.Kind.URGED),
        last(steps, LoopStep.Kind.COMPLETED),
        last(steps, LoopStep.Kind.CONFIRMED),
        last(steps, LoopStep.Kind.RETURNED),
        item.targets());
  }

  boolean explanationDue() {
    return !explanationsDue.isEmpty();
  }

  private static int count(List<LoopStep> steps, LoopStep.Kind kind) {
    return (int) steps.stream().filter(step -> step.kind() == kind).count();
  }

  private static @Nullable LoopStep last(List<LoopStep> steps, LoopStep.Kind kind) {
    return steps.reversed().stream().filter(step -> step.kind() == kind).findFirst().orElse(null);
  }

  /** Whether a unit of that name, or of a name with these words, has to do with it. */
  boolean concerns(String unit) {
    return responsibility != null
        && Stream.of(
                responsibility.lead(), responsibility.responsible(), responsibility.supervising())
            .filter(Objects::nonNull)
            .flatMap(Collection::stream)
            .map(Unit::unit)
            .anyMatch(name -> name.contains(unit));
  }
}
