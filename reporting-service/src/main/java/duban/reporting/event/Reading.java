package duban.reporting.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import duban.contracts.EventTypes;
import duban.contracts.Json;
import duban.contracts.progress.ProgressEvent;
import duban.contracts.progress.ProgressEvent.AppraisalGiven;
import duban.contracts.progress.ProgressEvent.EventVoided;
import duban.contracts.progress.ProgressEvent.ItemAccepted;
import duban.contracts.progress.ProgressEvent.ItemCompleted;
import duban.contracts.progress.ProgressEvent.ItemConfirmed;
import duban.contracts.progress.ProgressEvent.ItemNoted;
import duban.contracts.progress.ProgressEvent.ItemReminded;
import duban.contracts.progress.ProgressEvent.ItemReturned;
import duban.contracts.progress.ProgressEvent.ItemUrged;
import duban.contracts.progress.ProgressEvent.MilestoneReached;
import duban.contracts.progress.ProgressEvent.ProblemOpened;
import duban.contracts.progress.ProgressEvent.ProblemRectified;
import duban.contracts.progress.ProgressEvent.ProblemReopened;
import duban.contracts.progress.ProgressEvent.ProblemVerified;
import duban.contracts.progress.ProgressEvent.ProgressAdded;
import duban.contracts.progress.ProgressEvent.ProgressReported;
import duban.contracts.progress.ProgressEvent.ReportDisputed;
import duban.contracts.progress.ProgressEvent.ReportExplained;
import duban.contracts.progress.ProgressEvent.ReportVerified;
import duban.ledger.chain.LedgerEvent;
import duban.reporting.calendar.Calendar;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Reads one link into its fact, by what its event says; whatever that leaves unsaid stays null. */
final class Reading {

  private final LedgerEvent link;
  private final String type;
  private final @Nullable String by;

  private String subject;
  private @Nullable String refers;
  private @Nullable LocalDate day;
  private @Nullable BigDecimal value;
  private @Nullable BigDecimal numerator;
  private @Nullable BigDecimal denominator;
  private @Nullable String project;
  private @Nullable String step;
  private @Nullable String stage;
  private @Nullable String note;
  private @Nullable String part;
  private @Nullable String explanation;
  private boolean understood = true;

  private Reading(LedgerEvent link, String type, @Nullable String by) {
    this.link = link;
    this.type = type;
    this.by = by;
    this.subject = link.subject();
  }

  /**
   * A type of a later version or of an unknown name is kept and says nothing: readers ignore what
   * they do not know. So is a body that the law had erased.
   */
  static ProgressFact of(LedgerEvent link) {
    String type = EventTypes.brief(link.type());
    Class<? extends ProgressEvent> known = ProgressEvent.TYPES.get(type);
    if (link.body() == null || known == null || !EventTypes.full(type).equals(link.type())) {
      return new Reading(link, type, null).refersTo(link.refers()).fact(null);
    }
    try {
      JsonNode body = Json.lenient().readTree(link.body());
      String by = body.path("by").isTextual() ? body.path("by").textValue() : null;
      ProgressEvent event = Json.lenient().treeToValue(body, known);
      return new Reading(link, type, by).read(event).fact(event);
    } catch (JsonProcessingException | RuntimeException unreadable) {
      return new Reading(link, type, null).unread().fact(null);
    }
  }

  private Reading read(ProgressEvent event) {
    return switch (event) {
      case ProgressReported e ->
          observation(e.target(), e.asOf(), e.note())
              .figures(e.value(), e.numerator(), e.denominator())
              .part(e.part(), e.explanation())
              .unless(e.value() == null && (e.numerator() == null || e.denominator() == null));
      case ProgressAdded e ->
          observation(e.target(), e.on(), e.note())
              .figures(e.amount(), null, null)
              .part(e.part(), e.explanation())
              .unless(isMissing(e.amount()));
      case MilestoneReached e ->
          isMissing(e.milestone())
              ? unread()
              : observation(e.target(), e.on(), e.note()).step(e.project(), e.milestone().word());
      case ItemNoted e ->
          observation(e.item(), e.on() != null ? e.on() : recorded(), e.text())
              .figures(e.percent(), null, null)
              .stage(e.stage());
      case ProblemOpened e -> words(e.item(), e.text());
      case ProblemRectified e -> words(e.item(), e.text());
      case ProblemVerified e -> words(e.item(), e.text());
      case ProblemReopened e -> words(e.item(), e.text());
      case EventVoided e -> answer(e.event(), e.reason());
      case ReportVerified e -> answer(e.event(), e.reason());
      case ReportDisputed e -> answer(e.event(), e.reason());
      case ReportExplained e -> answer(e.event(), e.text());
      case ItemAccepted e -> words(e.item(), e.text());
      case ItemReminded e -> words(e.item(), e.text());
      case ItemUrged e -> words(e.item(), e.text());
      case ItemCompleted e -> words(e.item(), e.text());
      case ItemConfirmed e -> words(e.item(), e.text());
      case ItemReturned e -> words(e.item(), e.text());
      case AppraisalGiven e -> words(e.plan(), e.text());
    };
  }

  private Reading observation(String about, LocalDate on, @Nullable String words) {
    understood = !isMissing(about) && !isMissing(on);
    subject = isMissing(about) ? link.subject() : about;
    day = understood ? on : null;
    note = words;
    return this;
  }

  private Reading figures(
      @Nullable BigDecimal first, @Nullable BigDecimal above, @Nullable BigDecimal below) {
    value = first;
    numerator = above;
    denominator = below;
    return this;
  }

  private Reading step(@Nullable String ofProject, String reached) {
    project = ofProject;
    step = reached;
    return this;
  }

  private Reading stage(@Nullable String told) {
    stage = told;
    return this;
  }

  /** An empty key or text says nothing. */
  private Reading part(@Nullable String key, @Nullable String why) {
    part = key == null || key.isBlank() ? null : key;
    explanation = why == null || why.isBlank() ? null : why;
    return this;
  }

  private Reading words(@Nullable String about, @Nullable String words) {
    subject = about == null ? link.subject() : about;
    note = words;
    return refersTo(link.refers());
  }

  /** A void that named its event by the column could be turned against another one. */
  private Reading answer(String event, @Nullable String words) {
    if (isMissing(event)) {
      return unread();
    }
    note = words;
    return refersTo(event);
  }

  private Reading refersTo(@Nullable String event) {
    refers = event;
    return this;
  }

  private Reading unless(boolean lacking) {
    return lacking ? unread() : this;
  }

  /** Says nothing, not even what it began to. */
  private Reading unread() {
    Reading nothing = new Reading(link, type, by);
    nothing.understood = false;
    return nothing;
  }

  private LocalDate recorded() {
    return LocalDate.ofInstant(link.recordedAt(), Calendar.ZONE);
  }

  /** Jackson leaves a component null that the body lacks, whatever its declaration says. */
  private static boolean isMissing(@Nullable Object component) {
    return component == null;
  }

  private ProgressFact fact(@Nullable ProgressEvent event) {
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
        understood ? event : null,
        understood);
  }
}
