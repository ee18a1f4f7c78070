package duban.reporting.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import duban.reporting.plan.PlanYear;
import duban.reporting.standing.Verdict;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A progress event as a client sees it: who said what of which target, and when.
 *
 * @param subject the target or item it is about
 * @param title the subject's title; absent while its plan is not known here
 * @param day the day the fact belongs to
 * @param value the value reported, the amount added, or the percentage noted
 * @param part key of the part of the target that it is about
 * @param explanation why it is as low or as high as it is, as it brought that itself
 * @param verdict the bureau's latest word on it, "verified" or "disputed"
 * @param explained whether it brought an explanation or was given one later
 * @param voided whether a later event took it back
 */
public record EventRow(
    String ledger,
    long seq,
    String id,
    String type,
    String district,
    String subject,
    @Nullable String plan,
    @Nullable String title,
    @Nullable String titleEn,
    @Nullable String unit,
    @Nullable LocalDate day,
    @Nullable BigDecimal value,
    @Nullable BigDecimal numerator,
    @Nullable BigDecimal denominator,
    @Nullable String project,
    @Nullable String milestone,
    @Nullable String stage,
    @Nullable String note,
    @Nullable String by,
    @Nullable String refers,
    Instant recordedAt,
    @Nullable String part,
    @Nullable String explanation,
    @Nullable Verdict verdict,
    boolean explained,
    boolean voided) {

  /** {@code progress/320412/812}. */
  @JsonIgnore
  public String path() {
    return ledger + "/" + seq;
  }

  /** The plan's year; 0 for an event that is about no plan. */
  @JsonIgnore
  public int year() {
    return PlanYear.of(plan);
  }

  /** The same under the titles of another moment. */
  public EventRow titled(
      @Nullable String other, @Nullable String otherEn, @Nullable String otherUnit) {
    return new EventRow(
        ledger,
        seq,
        id,
        type,
        district,
        subject,
        plan,
        other,
        otherEn,
        otherUnit,
        day,
        value,
        numerator,
        denominator,
        project,
        milestone,
        stage,
        note,
        by,
        refers,
        recordedAt,
        part,
        explanation,
        verdict,
        explained,
        voided);
  }
}
