package duban.reporting.event;

import duban.contracts.Ledgers;
import duban.contracts.plan.Plan;
import duban.contracts.progress.ProgressEvent;
import duban.ledger.chain.LedgerEvent;
import duban.reporting.plan.PlanYear;
import duban.reporting.standing.Verdict;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A progress event as this service keeps it.
 *
 * @param type the caller's word, {@code progress.reported}
 * @param subject the target or item it is about, else what its ledger says
 * @param refers the event that it takes back or judges, as its body says, which the chain covers;
 *     what its ledger's column says only where a body says nothing of it
 * @param day the day an observation belongs to; null for what is none
 * @param value the value reported, the amount added, or the percentage noted
 * @param part key of the part of the target that it is about; null: the whole
 * @param explanation why it is as low or as high as it is
 * @param event what its body says; null where that is not known or was not understood
 * @param understood false when the body could not be read; it is kept all the same and told of
 */
public record ProgressFact(
    LedgerEvent link,
    String type,
    String subject,
    @Nullable String refers,
    @Nullable LocalDate day,
    @Nullable BigDecimal value,
    @Nullable BigDecimal numerator,
    @Nullable BigDecimal denominator,
    @Nullable String project,
    @Nullable String step,
    @Nullable String stage,
    @Nullable String note,
    @Nullable String by,
    @Nullable String part,
    @Nullable String explanation,
    @Nullable ProgressEvent event,
    boolean understood) {

  public static ProgressFact of(LedgerEvent link) {
    return Reading.of(link);
  }

  /** {@code 320412-2022}; null when the subject is no place of a plan. */
  public @Nullable String plan() {
    String plan = Plan.idOf(subject);
    return PlanYear.isPlan(plan) ? plan : null;
  }

  /** The ledger's district, which alone may speak of its targets. */
  public String district() {
    return Ledgers.key(link.ledger());
  }

  /** Whether it may move a standing. */
  public boolean isObservation() {
    return day != null && understood && Plan.districtOf(subject).equals(district());
  }

  public boolean isVoid() {
    return type.equals("event.voided") && refers != null;
  }

  /** The bureau's word that it is on another event; null when it is none. */
  public @Nullable Verdict verdict() {
    if (refers == null) {
      return null;
    }
    return switch (type) {
      case "report.verified" -> Verdict.VERIFIED;
      case "report.disputed" -> Verdict.DISPUTED;
      default -> null;
    };
  }

  /** Whether it explains another event. */
  public boolean isExplanation() {
    return type.equals("report.explained") && refers != null;
  }
}
