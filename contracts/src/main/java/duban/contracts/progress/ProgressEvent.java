package duban.contracts.progress;

import duban.contracts.plan.Target.Milestone;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One fact a district reported, as the API takes it and the ledger keeps it (beside its id, type
 * and the word {@code by} of who said it). Facts are appended, never changed. Dates are ISO 8601
 * days in the plan's zone; values are exact decimals.
 */
public sealed interface ProgressEvent {

  /** Every type a caller may post, with the record it is read into. */
  Map<String, Class<? extends ProgressEvent>> TYPES =
      Map.ofEntries(
          Map.entry("progress.reported", ProgressReported.class),
          Map.entry("progress.added", ProgressAdded.class),
          Map.entry("milestone.reached", MilestoneReached.class),
          Map.entry("item.noted", ItemNoted.class),
          Map.entry("problem.opened", ProblemOpened.class),
          Map.entry("problem.rectified", ProblemRectified.class),
          Map.entry("problem.verified", ProblemVerified.class),
          Map.entry("problem.reopened", ProblemReopened.class),
          Map.entry("event.voided", EventVoided.class),
          Map.entry("report.verified", ReportVerified.class),
          Map.entry("report.disputed", ReportDisputed.class));

  /** The value stands at {@code value}, or numerator of denominator, on day {@code asOf}. */
  record ProgressReported(
      String target,
      LocalDate asOf,
      @Nullable BigDecimal value,
      @Nullable BigDecimal numerator,
      @Nullable BigDecimal denominator,
      @Nullable String note,
      @Nullable List<String> evidence)
      implements ProgressEvent {}

  /** {@code amount} more on day {@code on}. */
  record ProgressAdded(
      String target,
      LocalDate on,
      BigDecimal amount,
      @Nullable String note,
      @Nullable List<String> evidence)
      implements ProgressEvent {}

  /**
   * A project reached a step on day {@code on}. {@code project} may be left out where the target is
   * a single one.
   */
  record MilestoneReached(
      String target,
      @Nullable String project,
      Milestone milestone,
      LocalDate on,
      @Nullable String note,
      @Nullable List<String> evidence)
      implements ProgressEvent {}

  /** Words, and a stage or a percentage (0..100), on a work item. */
  record ItemNoted(
      String item,
      @Nullable LocalDate on,
      @Nullable String stage,
      @Nullable BigDecimal percent,
      @Nullable String text,
      @Nullable List<String> evidence)
      implements ProgressEvent {}

  record ProblemOpened(
      String item, String problem, @Nullable LocalDate due, @Nullable String severity, String text)
      implements ProgressEvent {}

  record ProblemRectified(String item, String problem, @Nullable String text)
      implements ProgressEvent {}

  record ProblemVerified(String item, String problem, @Nullable String text)
      implements ProgressEvent {}

  record ProblemReopened(
      String item, String problem, @Nullable LocalDate due, @Nullable String text)
      implements ProgressEvent {}

  /** An earlier event, named by its id, was wrong. */
  record EventVoided(String event, String reason) implements ProgressEvent {}

  /** The bureau checked a report and agrees. */
  record ReportVerified(String event, @Nullable String reason) implements ProgressEvent {}

  /** The bureau checked a report and does not agree. */
  record ReportDisputed(String event, String reason) implements ProgressEvent {}
}
