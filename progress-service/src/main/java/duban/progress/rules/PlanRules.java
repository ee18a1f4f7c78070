package duban.progress.rules;

import duban.contracts.plan.Target;
import duban.contracts.problem.Problem;
import duban.contracts.problem.ProblemType;
import duban.contracts.progress.ProgressEvent;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Whether the published plan has what an event speaks of, and takes such an event on such a day.
 */
public final class PlanRules {

  private PlanRules() {}

  /** The first reason why {@code plan} does not take the event; empty when it does. */
  public static Optional<Problem> refusal(ProgressEvent event, PublishedPlan plan) {
    return switch (event) {
      case ProgressEvent.ProgressReported e ->
          onTarget(plan, e.target(), target -> KindRules.reported(e, target))
              .or(() -> outside("/asOf", e.asOf(), plan));
      case ProgressEvent.ProgressAdded e ->
          onTarget(plan, e.target(), KindRules::added).or(() -> outside("/on", e.on(), plan));
      case ProgressEvent.MilestoneReached e ->
          onTarget(plan, e.target(), target -> KindRules.milestone(e, target))
              .or(() -> outside("/on", e.on(), plan));
      case ProgressEvent.ItemNoted e ->
          unknownItem(plan, e.item()).or(() -> closed(plan)).or(() -> outside("/on", e.on(), plan));
      case ProgressEvent.ProblemOpened e ->
          unknownItem(plan, e.item()).or(() -> dueOutside(e.due(), plan));
      case ProgressEvent.ProblemReopened e ->
          unknownItem(plan, e.item()).or(() -> dueOutside(e.due(), plan));
      // What a plan's end leaves open is still rectified and checked after it is closed.
      case ProgressEvent.ProblemRectified e -> unknownItem(plan, e.item());
      case ProgressEvent.ProblemVerified e -> unknownItem(plan, e.item());
      case ProgressEvent.EventVoided _ -> closed(plan);
      case ProgressEvent.ReportVerified _,
          ProgressEvent.ReportDisputed _,
          ProgressEvent.ReportExplained _ ->
          Optional.empty();
      case ProgressEvent.ItemAccepted e -> unknownItem(plan, e.item()).or(() -> closed(plan));
      case ProgressEvent.ItemReminded e -> unknownItem(plan, e.item());
      case ProgressEvent.ItemUrged e -> unknownItem(plan, e.item());
      case ProgressEvent.ItemCompleted e -> unknownItem(plan, e.item()).or(() -> closed(plan));
      case ProgressEvent.ItemConfirmed e -> unknownItem(plan, e.item());
      case ProgressEvent.ItemReturned e -> unknownItem(plan, e.item());
      case ProgressEvent.AppraisalGiven e ->
          plan.id().equals(e.plan()) ? Optional.empty() : Optional.of(unknown("/plan", e.plan()));
    };
  }

  /** Also said of an id that is in no plan, or in one that was never published. */
  public static Problem unknown(About.Place place) {
    return unknown(place.pointer(), place.id());
  }

  /** The event was sent to another district's ledger than the one its target belongs to. */
  public static Problem foreign(About.Place place, String district) {
    return Problem.at(
        ProblemType.FOREIGN_DISTRICT,
        place.pointer(),
        place.id() + " 不属于 " + district + "。",
        place.id() + " does not belong to " + district + ".");
  }

  private static Problem unknown(String pointer, String id) {
    return Problem.at(
        ProblemType.UNKNOWN_TARGET,
        pointer,
        "已发布的计划中没有 " + id + "。",
        "No published plan has " + id + ".");
  }

  private static Optional<Problem> onTarget(
      PublishedPlan plan, String id, Function<Target, Optional<Problem>> rule) {
    Optional<Target> target = plan.target(id);
    return target.isEmpty()
        ? Optional.of(unknown("/target", id))
        : closed(plan).or(() -> rule.apply(target.get()));
  }

  private static Optional<Problem> unknownItem(PublishedPlan plan, String id) {
    return plan.items().contains(id) ? Optional.empty() : Optional.of(unknown("/item", id));
  }

  private static Optional<Problem> closed(PublishedPlan plan) {
    return plan.closed()
        ? Optional.of(
            Problem.of(
                ProblemType.PLAN_CLOSED,
                "计划 " + plan.id() + " 已办结，不再接收进展。",
                "Plan " + plan.id() + " is closed and takes no more reports."))
        : Optional.empty();
  }

  private static Optional<Problem> outside(
      String pointer, @Nullable LocalDate day, PublishedPlan plan) {
    return day == null || plan.hasDay(day)
        ? Optional.empty()
        : Optional.of(outside(pointer, day, plan.firstDay(), plan.lastDay()));
  }

  /** What is found late in the year may be due in the next. */
  private static Optional<Problem> dueOutside(@Nullable LocalDate due, PublishedPlan plan) {
    LocalDate last = plan.lastDay().plusYears(1);
    return due == null || (!due.isBefore(plan.firstDay()) && !due.isAfter(last))
        ? Optional.empty()
        : Optional.of(outside("/due", due, plan.firstDay(), last));
  }

  private static Problem outside(String pointer, LocalDate day, LocalDate first, LocalDate last) {
    return Problem.at(
        ProblemType.DATE_OUTSIDE_PLAN,
        pointer,
        "%s 不在 %s 至 %s 之间。".formatted(day, first, last),
        "%s is not between %s and %s.".formatted(day, first, last));
  }
}
