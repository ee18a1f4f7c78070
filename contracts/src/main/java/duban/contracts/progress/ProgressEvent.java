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
          Map.entry("report.disputed", ReportDisputed.class),
          Map.entry("report.explained", ReportExplained.class),
          Map.entry("item.accepted", ItemAccepted.class),
          Map.entry("item.reminded", ItemReminded.class),
          Map.entry("item.urged", ItemUrged.class),
          Map.entry("item.completed", ItemCompleted.class),
          Map.entry("item.confirmed", ItemConfirmed.class),
          Map.entry("item.returned", ItemReturned.class),
          Map.entry("appraisal.given", AppraisalGiven.class));

  /**
   * The value stands at {@code value}, or numerator of denominator, on day {@code asOf}.
   *
   * @param part key of the part of the target that it is about; null: the whole target
   * @param explanation why it is as low or as high as it is, where the settings ask for one
   */
  record ProgressReported(
      String target,
      LocalDate asOf,
      @Nullable BigDecimal value,
      @Nullable BigDecimal numerator,
      @Nullable BigDecimal denominator,
      @Nullable String note,
      @Nullable List<String> evidence,
      @Nullable String part,
      @Nullable String explanation)
      implements ProgressEvent {

    /** Of the whole target, with nothing to explain. */
    public ProgressReported(
        String target,
        LocalDate asOf,
        @Nullable BigDecimal value,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        @Nullable String note,
        @Nullable List<String> evidence) {
      this(target, asOf, value, numerator, denominator, note, evidence, null, null);
    }
  }

  /** {@code amount} more on day {@code on}; {@code part} and {@code explanation} as above. */
  record ProgressAdded(
      String target,
      LocalDate on,
      BigDecimal amount,
      @Nullable String note,
      @Nullable List<String> evidence,
      @Nullable String part,
      @Nullable String explanation)
      implements ProgressEvent {

    /** Of the whole target, with nothing to explain. */
    public ProgressAdded(
        String target,
        LocalDate on,
        BigDecimal amount,
        @Nullable String note,
        @Nullable List<String> evidence) {
      this(target, on, amount, note, evidence, null, null);
    }
  }

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

  /** The district says why a report of its own is as low or as high as it is. */
  record ReportExplained(String event, String text) implements ProgressEvent {}

  /** The unit in charge took the work item on (签收). */
  record ItemAccepted(String item, @Nullable LocalDate on, @Nullable String text)
      implements ProgressEvent {}

  /** The bureau, or the calendar for it, reminded of a day that comes near (临近提醒). */
  record ItemReminded(
      String item,
      @Nullable String target,
      LocalDate on,
      @Nullable LocalDate due,
      @Nullable String text)
      implements ProgressEvent {}

  /** The bureau, or the calendar for it, called for what is overdue (到期催办). */
  record ItemUrged(
      String item,
      @Nullable String target,
      LocalDate on,
      @Nullable LocalDate due,
      @Nullable String text)
      implements ProgressEvent {}

  /** The unit in charge says that the work item is done and asks for it to be closed (报请办结). */
  record ItemCompleted(
      String item, @Nullable LocalDate on, @Nullable String text, @Nullable List<String> evidence)
      implements ProgressEvent {}

  /** The bureau checked and agrees: the work item is closed (办结). */
  record ItemConfirmed(String item, @Nullable LocalDate on, @Nullable String text)
      implements ProgressEvent {}

  /** The bureau does not agree that the work item is done, and gives it back (退回). */
  record ItemReturned(String item, @Nullable LocalDate on, String text) implements ProgressEvent {}

  /** The year's appraisal of a plan (考评): a score of 0 to 100, a grade, or both. */
  record AppraisalGiven(
      String plan, @Nullable BigDecimal score, @Nullable String grade, @Nullable String text)
      implements ProgressEvent {}
}
