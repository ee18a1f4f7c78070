package duban.reporting.standing;

import duban.contracts.plan.Target.Milestone;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** What one unvoided progress event says of a target on a day. */
public sealed interface Observation {

  /**
   * The order of the fold: by day, and on one day the later recorded last, so that it wins.
   * Positions rise with the time of recording, and all of a target's events are in one ledger.
   */
  Comparator<Observation> ORDER =
      Comparator.comparing(Observation::day).thenComparingLong(Observation::seq);

  /** The day in the plan's zone that the fact belongs to. */
  LocalDate day();

  /** Position in the district's progress ledger. */
  long seq();

  Instant recordedAt();

  /** What was said about it afterwards, as far as it is known. */
  Answer answer();

  /** Key of the part of the target that it is about; null: the whole. */
  default @Nullable String part() {
    return null;
  }

  default boolean isDisputed() {
    return answer().verdict() == Verdict.DISPUTED;
  }

  /**
   * What answers a report.
   *
   * @param verdict the bureau's latest word on it; null while there is none
   * @param explained whether it brought an explanation or was given one later
   */
  record Answer(@Nullable Verdict verdict, boolean explained) {
    public static final Answer NONE = new Answer(null, false);
  }

  /** The value stands at {@code value}, or at numerator of denominator. */
  record Reported(
      LocalDate day,
      long seq,
      Instant recordedAt,
      @Nullable String part,
      @Nullable BigDecimal value,
      @Nullable BigDecimal numerator,
      @Nullable BigDecimal denominator,
      Answer answer)
      implements Observation {}

  /** So much more; of a stock, so much that its level rose, or fell where it is negative. */
  record Added(
      LocalDate day,
      long seq,
      Instant recordedAt,
      @Nullable String part,
      BigDecimal amount,
      Answer answer)
      implements Observation {}

  /** A project came to a step; {@code project} is null where the target is a single one. */
  record Stepped(
      LocalDate day,
      long seq,
      Instant recordedAt,
      @Nullable String project,
      Milestone milestone,
      Answer answer)
      implements Observation {}

  /** Words on a work item, with a stage or a percentage (0..100). */
  record Noted(
      LocalDate day,
      long seq,
      Instant recordedAt,
      @Nullable BigDecimal percent,
      @Nullable String stage,
      Answer answer)
      implements Observation {}
}
