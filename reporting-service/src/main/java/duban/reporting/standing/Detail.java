package duban.reporting.standing;

import com.fasterxml.jackson.annotation.JsonValue;
import duban.contracts.plan.Target.Milestone;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a standing is made of and what stands beside it. Its figures are written in one way only, so
 * that two details of the same figures are equal.
 *
 * @param periods of a frequency, in order; else empty
 * @param projects of a project, those named first; else empty
 * @param parts of a target that is split, in the plan's order; else empty
 * @param partsPromised what the parts promise together; null where one of them promises no figure
 * @param partsAddUp whether that is what the target promises; null likewise
 * @param control the report of the whole, where parts were reported too
 * @param partsDiffer whether the control says another figure than the parts
 * @param verdict the bureau's word on the latest observation that counts
 * @param disputed whether the latest observation is disputed, whether it counts or not
 * @param explanationDue why the latest report wants a written explanation; null when it does not
 */
public record Detail(
    List<PeriodRow> periods,
    List<ProjectRow> projects,
    List<PartRow> parts,
    @Nullable BigDecimal partsPromised,
    @Nullable Boolean partsAddUp,
    @Nullable Control control,
    boolean partsDiffer,
    @Nullable Verdict verdict,
    boolean disputed,
    @Nullable Explanation explanationDue) {

  public static final Detail NONE =
      new Detail(List.of(), List.of(), List.of(), null, null, null, false, null, false, null);

  /** A period of a frequency: its first and last day, its count and the count due in it. */
  public record PeriodRow(
      LocalDate from, LocalDate to, BigDecimal count, BigDecimal due, PeriodState state) {}

  /** How a period stands. */
  public enum PeriodState {
    KEPT,
    MISSING,
    RUNNING,
    AHEAD;

    @JsonValue
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A project.
   *
   * @param project null where the target is a single one without a name
   * @param milestone the furthest step; null: none yet
   * @param on the day it first came to that step
   */
  public record ProjectRow(
      @Nullable String project,
      @Nullable Milestone milestone,
      @Nullable LocalDate on,
      boolean finished) {}

  /**
   * A part. Promise, done, pace and light are null where only the whole has a figure.
   *
   * @param unit who answers for it
   */
  public record PartRow(
      String key,
      String title,
      @Nullable String titleEn,
      @Nullable String unit,
      @Nullable BigDecimal promised,
      @Nullable BigDecimal reached,
      @Nullable BigDecimal numerator,
      @Nullable BigDecimal denominator,
      @Nullable BigDecimal done,
      @Nullable BigDecimal pace,
      @Nullable Light light,
      @Nullable LocalDate reportedOn) {}

  /** The figure that was reported of the whole beside its parts. */
  public record Control(
      BigDecimal reached,
      @Nullable BigDecimal numerator,
      @Nullable BigDecimal denominator,
      LocalDate reportedOn) {}

  /** Why an explanation is due. */
  public enum Explanation {
    BELOW,
    ABOVE;

    @JsonValue
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The same figure always looks the same, whether it was reported as 1.5 or as 1.50. */
  static @Nullable BigDecimal plain(@Nullable BigDecimal figure) {
    if (figure == null) {
      return null;
    }
    BigDecimal stripped = figure.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
