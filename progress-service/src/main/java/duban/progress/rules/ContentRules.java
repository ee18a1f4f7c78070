package duban.progress.rules;

import duban.contracts.problem.FieldProblem;
import duban.contracts.progress.ProgressEvent;
import duban.contracts.progress.ProgressEvent.ProgressReported;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What holds for an event whatever the plan says: sizes, signs, and which figures go together. */
public final class ContentRules {

  static final int NOTE = 2_000;
  static final int TEXT = 4_000;
  static final int REASON = 1_000;
  static final int WORD = 40;
  static final int NAME = 200;
  static final int ID = 100;
  static final int EVIDENCE = 20;
  static final int EVIDENCE_LENGTH = 300;

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private ContentRules() {}

  /** Every fault, with its pointer; empty when there is none. */
  public static List<FieldProblem> faults(ProgressEvent event) {
    Faults faults = new Faults();
    switch (event) {
      case ProgressReported e -> {
        figures(faults, e);
        faults
            .name("/target", e.target(), ID)
            .optionalName("/part", e.part(), NAME)
            .text("/note", e.note(), NOTE)
            .text("/explanation", e.explanation(), NOTE)
            .evidence(e.evidence());
      }
      case ProgressEvent.ProgressAdded e ->
          faults
              .name("/target", e.target(), ID)
              .count("/amount", e.amount())
              .optionalName("/part", e.part(), NAME)
              .text("/note", e.note(), NOTE)
              .text("/explanation", e.explanation(), NOTE)
              .evidence(e.evidence());
      case ProgressEvent.MilestoneReached e ->
          faults
              .name("/target", e.target(), ID)
              .optionalName("/project", e.project(), NAME)
              .text("/note", e.note(), NOTE)
              .evidence(e.evidence());
      case ProgressEvent.ItemNoted e -> noted(faults, e);
      case ProgressEvent.ProblemOpened e ->
          faults
              .name("/item", e.item(), ID)
              .key("/problem", e.problem())
              .text("/severity", e.severity(), WORD)
              .name("/text", e.text(), TEXT);
      case ProgressEvent.ProblemRectified e -> step(faults, e.item(), e.problem(), e.text());
      case ProgressEvent.ProblemVerified e -> step(faults, e.item(), e.problem(), e.text());
      case ProgressEvent.ProblemReopened e -> step(faults, e.item(), e.problem(), e.text());
      case ProgressEvent.EventVoided e ->
          verdict(faults, e.event()).name("/reason", e.reason(), REASON);
      case ProgressEvent.ReportVerified e ->
          verdict(faults, e.event()).text("/reason", e.reason(), REASON);
      case ProgressEvent.ReportDisputed e ->
          verdict(faults, e.event()).name("/reason", e.reason(), REASON);
      case ProgressEvent.ReportExplained e ->
          verdict(faults, e.event()).name("/text", e.text(), NOTE);
      case ProgressEvent.ItemAccepted e -> item(faults, e.item(), e.text());
      case ProgressEvent.ItemReminded e ->
          item(faults, e.item(), e.text()).optionalName("/target", e.target(), ID);
      case ProgressEvent.ItemUrged e ->
          item(faults, e.item(), e.text()).optionalName("/target", e.target(), ID);
      case ProgressEvent.ItemCompleted e -> item(faults, e.item(), e.text()).evidence(e.evidence());
      case ProgressEvent.ItemConfirmed e -> item(faults, e.item(), e.text());
      case ProgressEvent.ItemReturned e ->
          faults.name("/item", e.item(), ID).name("/text", e.text(), TEXT);
      case ProgressEvent.AppraisalGiven e -> appraisal(faults, e);
    }
    return faults.found();
  }

  /** A value, or a numerator with its denominator: never both, never half. */
  private static void figures(Faults faults, ProgressReported e) {
    BigDecimal numerator = e.numerator();
    BigDecimal denominator = e.denominator();
    boolean share = numerator != null || denominator != null;
    if (e.value() != null && share) {
      String pointer = numerator != null ? "/numerator" : "/denominator";
      faults.add(
          pointer,
          "value 与 numerator、denominator 只能填其一。",
          "Give either value, or numerator and denominator.");
    } else if (e.value() == null && !share) {
      faults.add(
          "/value",
          "必须填写 value，或 numerator 与 denominator。",
          "Is required, or numerator and denominator instead.");
    } else if (share && numerator == null) {
      faults.add("/numerator", "必须与 denominator 同时填写。", "Is required beside denominator.");
    } else if (share && denominator == null) {
      faults.add("/denominator", "必须与 numerator 同时填写。", "Is required beside numerator.");
    }
    faults.optionalCount("/value", e.value());
    faults.optionalCount("/numerator", numerator);
    faults.optionalCount("/denominator", denominator);
    shareOfWhole(faults, numerator, denominator);
  }

  private static void shareOfWhole(
      Faults faults, @Nullable BigDecimal numerator, @Nullable BigDecimal denominator) {
    if (denominator != null && denominator.signum() == 0) {
      faults.add("/denominator", "分母不能为 0。", "Must not be zero.");
    } else if (numerator != null && denominator != null && numerator.compareTo(denominator) > 0) {
      faults.add("/numerator", "分子不能大于分母。", "Must not be above the denominator.");
    }
  }

  private static void noted(Faults faults, ProgressEvent.ItemNoted e) {
    faults.name("/item", e.item(), ID);
    if (e.stage() == null && e.percent() == null && e.text() == null) {
      faults.add("/text", "stage、percent、text 至少填一项。", "Give a stage, a percent or a text.");
    }
    faults.optionalCount("/percent", e.percent());
    if (e.percent() != null && e.percent().compareTo(HUNDRED) > 0) {
      faults.add("/percent", "不能超过 100。", "Must not be above 100.");
    }
    faults
        .optionalName("/stage", e.stage(), WORD)
        .optionalName("/text", e.text(), TEXT)
        .evidence(e.evidence());
  }

  private static void step(Faults faults, String item, String problem, @Nullable String text) {
    faults.name("/item", item, ID).key("/problem", problem).text("/text", text, TEXT);
  }

  private static Faults verdict(Faults faults, String event) {
    return faults.key("/event", event);
  }

  private static Faults item(Faults faults, String item, @Nullable String text) {
    return faults.name("/item", item, ID).text("/text", text, TEXT);
  }

  private static void appraisal(Faults faults, ProgressEvent.AppraisalGiven e) {
    faults.name("/plan", e.plan(), ID).optionalCount("/score", e.score());
    if (e.score() == null && e.grade() == null) {
      faults.add("/score", "score、grade 至少填一项。", "Give a score or a grade.");
    }
    if (e.score() != null && e.score().compareTo(HUNDRED) > 0) {
      faults.add("/score", "不能超过 100。", "Must not be above 100.");
    }
    faults.optionalName("/grade", e.grade(), WORD).text("/text", e.text(), TEXT);
  }
}
