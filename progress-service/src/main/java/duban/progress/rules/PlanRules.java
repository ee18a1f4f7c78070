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
          onTarget(
                  plan,
                  e.target(),
                  target ->
                      KindRules.reported(e, target).or(() -> PartRules.refusal(e.part(), target)))
              .or(() -> outside("/asOf", e.asOf(), plan));
      case ProgressEvent.ProgressAdded e ->
          onTarget(
                  plan,
                  e.target(),
                  target -> KindRules.added(target).or(() -> PartRules.refusal(e.part(), target)))
              .or(() -> outside("/on", e.on(), plan));
      case ProgressEvent.MilestoneReached e ->
          onTarget(plan, e.target(), target -> KindRules.milestone(e, target))
              .or(() -> outside("/on", e.on(), plan));
      case ProgressEvent.ItemNoted e ->
          unknownItem(plan, e.item()).or(() -> closed(plan)).or(() -> outside("/on", e.on(), plan));
      case ProgressEvent.ProblemOpened e ->
          unknownItem(plan, e.item()).or(() -> farOutside("/due", e.due(), plan));
      case ProgressEvent.ProblemReopened e ->
          unknownItem(plan, e.item()).or(() -> farOutside("/due", e.due(), plan));
      // What a plan's end leaves open is still rectified and checked after it is closed.
      case ProgressEvent.ProblemRectified e -> unknownItem(plan, e.item());
      case ProgressEvent.ProblemVerified e -> unknownItem(plan, e.item());
      case ProgressEvent.EventVoided _ -> closed(plan);
      case ProgressEvent.ReportVerified _,
          ProgressEvent.ReportDisputed _,
          ProgressEvent.ReportExplained _ ->
          Optional.empty();
      case ProgressEvent.ItemAccepted e ->
          unknownItem(plan, e.item())
              .or(() -> closed(plan))
              .or(() -> farOutside("/on", e.on(), plan));
      case ProgressEvent.ItemCompleted e ->
          unknownItem(plan, e.item())
              .or(() -> closed(plan))
              .or(() -> farOutside("/on", e.on(), plan));
      case ProgressEvent.ItemReminded e -> called(plan, e.item(), e.target(), e.on(), e.due());
      case ProgressEvent.ItemUrged e -> called(plan, e.item(), e.target(), e.on(), e.due());
      // The bureau's answer to what was handed in before the close.
      case ProgressEvent.ItemConfirmed e ->
          unknownItem(plan, e.item()).or(() -> farOutside("/on", e.on(), plan));
      case ProgressEvent.ItemReturned e ->
          unknownItem(plan, e.item()).or(() -> farOutside("/on", e.on(), plan));
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
    return plan.hasItem(id) ? Optional.empty() : Optional.of(unknown("/item", id));
  }

  /** A reminder or a call: of a target only if the item promises it. */
  private static Optional<Problem> called(
      PublishedPlan plan,
      String item,
      @Nullable String target,
      LocalDate on,
      @Nullable LocalDate due) {
    return unknownItem(plan, item)
        .or(() ->
            target == null || plan.isOfItem(target, item)
                ? Optional.empty()
                : Optional.of(notOfItem(target, item)))
        .or(() -> farOutside("/on", on, plan))
        .or(() -> farOutside("/due", due, plan));
  }

  private static Problem notOfItem(String target, String item) {
    return Problem.at(
        ProblemType.UNKNOWN_TARGET,
        "/target",
        "工作项 " + item + " 没有目标 " + target + "。",
        "Work item " + item + " has no target " + target + ".");
  }

  private static Optional<Problem> closed(PublishedPlan plan) {
    return plan.closed()
        ? Optional.of(
            Problem.of(
                ProblemType.PLAN_CLOSED,
                "计划 " + plan.id() + " 已办结，不再接收进展；更正请写入该年度总结的说明，或列入下一年度计划。",
                "Plan "
                    + plan.id()
                    + " is closed and takes no more reports; what has to be put right goes into the"
                    + " remarks of that year's summary, or into the next year's plan."))
        : Optional.empty();
  }

  private static Optional<Problem> outside(
      String pointer, @Nullable LocalDate day, PublishedPlan plan) {
    return day == null || plan.hasDay(day)
        ? Optional.empty()
        : Optional.of(outside(pointer, day, plan.firstDay(), plan.lastDay()));
  }

  /** What is found late in the year may be due, called for and closed in the next. */
  private static Optional<Problem> farOutside(
      String pointer, @Nullable LocalDate day, PublishedPlan plan) {
    LocalDate last = plan.lastDay().plusYears(1);
    return day == null || (!day.isBefore(plan.firstDay()) && !day.isAfter(last))
        ? Optional.empty()
        : Optional.of(outside(pointer, day, plan.firstDay(), last));
  }

  private static Problem outside(String pointer, LocalDate day, LocalDate first, LocalDate last) {
    return Problem.at(
        ProblemType.DATE_OUTSIDE_PLAN,
        pointer,
        "%s 不在 %s 至 %s 之间。".formatted(day, first, last),
        "%s is not between %s and %s.".formatted(day, first, last));
  }
}
