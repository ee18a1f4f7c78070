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

  /** The value stands at {@code value}, or at numerator of denominator. */
  record Reported(
      LocalDate day,
      long seq,
      Instant recordedAt,
      @Nullable BigDecimal value,
      @Nullable BigDecimal numerator,
      @Nullable BigDecimal denominator)
      implements Observation {}

  /** So much more. */
  record Added(LocalDate day, long seq, Instant recordedAt, BigDecimal amount)
      implements Observation {}

  /** A project came to a step; {@code project} is null where the target is a single one. */
  record Stepped(
      LocalDate day, long seq, Instant recordedAt, @Nullable String project, Milestone milestone)
      implements Observation {}

  /** Words on a work item, with a stage or a percentage (0..100). */
  record Noted(
      LocalDate day,
      long seq,
      Instant recordedAt,
      @Nullable BigDecimal percent,
      @Nullable String stage)
      implements Observation {}
}
