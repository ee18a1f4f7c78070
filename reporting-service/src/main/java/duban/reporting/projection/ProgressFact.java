package duban.reporting.projection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import duban.contracts.EventTypes;
import duban.contracts.Json;
import duban.contracts.Ledgers;
import duban.contracts.plan.Plan;
import duban.contracts.progress.ProgressEvent;
import duban.ledger.chain.LedgerEvent;
import duban.reporting.calendar.Calendar;
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

  /**
   * A type of a later version or of an unknown name is kept and says nothing: readers ignore what
   * they do not know. So is a body that the law had erased.
   */
  public static ProgressFact of(LedgerEvent link) {
    String type = EventTypes.brief(link.type());
    Class<? extends ProgressEvent> known = ProgressEvent.TYPES.get(type);
    if (link.body() == null || known == null || !EventTypes.full(type).equals(link.type())) {
      return silent(link, type, null, true);
    }
    try {
      JsonNode body = Json.lenient().readTree(link.body());
      String by = body.path("by").isTextual() ? body.path("by").textValue() : null;
      ProgressEvent event = Json.lenient().treeToValue(body, known);
      return of(link, type, by, event).with(event);
    } catch (JsonProcessingException | RuntimeException unreadable) {
      return silent(link, type, null, false);
    }
  }

  private static ProgressFact of(
      LedgerEvent link, String type, @Nullable String by, ProgressEvent event) {
    return switch (event) {
      case ProgressEvent.ProgressReported e ->
          observation(link, type, by, e.target(), e.asOf(), e.note())
              .figures(e.value(), e.numerator(), e.denominator())
              .part(e.part(), e.explanation())
              .unless(e.value() == null && (e.numerator() == null || e.denominator() == null));
      case ProgressEvent.ProgressAdded e ->
          observation(link, type, by, e.target(), e.on(), e.note())
              .figures(e.amount(), null, null)
              .part(e.part(), e.explanation())
              .unless(isMissing(e.amount()));
      case ProgressEvent.MilestoneReached e ->
          isMissing(e.milestone())
              ? silent(link, type, by, false)
              : observation(link, type, by, e.target(), e.on(), e.note())
                  .step(e.project(), e.milestone().word());
      case ProgressEvent.ItemNoted e ->
          observation(link, type, by, e.item(), dayOf(link, e.on()), e.text())
              .figures(e.percent(), null, null)
              .stage(e.stage());
      case ProgressEvent.ProblemOpened e -> word(link, type, by, e.item(), e.text());
      case ProgressEvent.ProblemRectified e -> word(link, type, by, e.item(), e.text());
      case ProgressEvent.ProblemVerified e -> word(link, type, by, e.item(), e.text());
      case ProgressEvent.ProblemReopened e -> word(link, type, by, e.item(), e.text());
      case ProgressEvent.EventVoided e -> verdict(link, type, by, e.event(), e.reason());
      case ProgressEvent.ReportVerified e -> verdict(link, type, by, e.event(), e.reason());
      case ProgressEvent.ReportDisputed e -> verdict(link, type, by, e.event(), e.reason());
      case ProgressEvent.ReportExplained e -> verdict(link, type, by, e.event(), e.text());
      case ProgressEvent.ItemAccepted e -> word(link, type, by, e.item(), e.text());
      case ProgressEvent.ItemReminded e -> word(link, type, by, e.item(), e.text());
      case ProgressEvent.ItemUrged e -> word(link, type, by, e.item(), e.text());
      case ProgressEvent.ItemCompleted e -> word(link, type, by, e.item(), e.text());
      case ProgressEvent.ItemConfirmed e -> word(link, type, by, e.item(), e.text());
      case ProgressEvent.ItemReturned e -> word(link, type, by, e.item(), e.text());
      case ProgressEvent.AppraisalGiven e -> word(link, type, by, e.plan(), e.text());
    };
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

  private static LocalDate dayOf(LedgerEvent link, @Nullable LocalDate on) {
    return on != null ? on : LocalDate.ofInstant(link.recordedAt(), Calendar.ZONE);
  }

  /** Jackson leaves a component null that the body lacks, whatever its declaration says. */
  private static boolean isMissing(@Nullable Object component) {
    return component == null;
  }

  private static ProgressFact observation(
      LedgerEvent link,
      String type,
      @Nullable String by,
      String subject,
      LocalDate day,
      @Nullable String note) {
    boolean whole = !isMissing(subject) && !isMissing(day);
    return new ProgressFact(
        link,
        type,
        isMissing(subject) ? link.subject() : subject,
        null,
        whole ? day : null,
        null,
        null,
        null,
        null,
        null,
        null,
        note,
        by,
        null,
        null,
        null,
        whole);
  }

  private static ProgressFact word(
      LedgerEvent link,
      String type,
      @Nullable String by,
      @Nullable String subject,
      @Nullable String note) {
    String about = subject == null ? link.subject() : subject;
    return saying(link, type, by, about, link.refers(), note, true);
  }

  /** A void that named its event by the column could be turned against another one. */
  private static ProgressFact verdict(
      LedgerEvent link, String type, @Nullable String by, String event, @Nullable String reason) {
    return isMissing(event)
        ? silent(link, type, by, false)
        : saying(link, type, by, link.subject(), event, reason, true);
  }

  private static ProgressFact silent(
      LedgerEvent link, String type, @Nullable String by, boolean understood) {
    String refers = understood ? link.refers() : null;
    return saying(link, type, by, link.subject(), refers, null, understood);
  }

  private static ProgressFact saying(
      LedgerEvent link,
      String type,
      @Nullable String by,
      String subject,
      @Nullable String refers,
      @Nullable String note,
      boolean understood) {
    return new ProgressFact(
        link,
        type,
        subject,
        refers,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        note,
        by,
        null,
        null,
        null,
        understood);
  }

  private ProgressFact figures(
      @Nullable BigDecimal first, @Nullable BigDecimal above, @Nullable BigDecimal below) {
    return new ProgressFact(
        link,
        type,
        subject,
        refers,
        day,
        first,
        above,
        below,
        project,
        step,
        stage,
        note,
        by,
        part,
        explanation,
        event,
        understood);
  }

  private ProgressFact step(@Nullable String ofProject, String reached) {
    return new ProgressFact(
        link,
        type,
        subject,
        refers,
        day,
        value,
        numerator,
        denominator,
        ofProject,
        reached,
        stage,
        note,
        by,
        part,
        explanation,
        event,
        understood);
  }

  private ProgressFact stage(@Nullable String told) {
    return new ProgressFact(
        link,
        type,
        subject,
        refers,
        day,
        value,
        numerator,
        denominator,
        project,
        step,
        told,
        note,
        by,
        part,
        explanation,
        event,
        understood);
  }

  /** An empty key or text says nothing. */
  private ProgressFact part(@Nullable String key, @Nullable String why) {
    return new ProgressFact(
        link,
        type,
        subject,
        refers,
        day,
        value,
        numerator,
        denominator,
        project,
        step,
        stage,
        note,
        by,
        key == null || key.isBlank() ? null : key,
        why == null || why.isBlank() ? null : why,
        event,
        understood);
  }

  private ProgressFact with(ProgressEvent read) {
    return new ProgressFact(
        link,
        type,
        subject,
        refers,
        day,
        value,
        numerator,
        denominator,
        project,
        step,
        stage,
        note,
        by,
        part,
        explanation,
        understood ? read : null,
        understood);
  }

  private ProgressFact unless(boolean lacking) {
    return lacking ? silent(link, type, by, false) : this;
  }
}
