package duban.progress.rules;

import duban.contracts.plan.Target;
import duban.contracts.plan.Target.Kind;
import duban.contracts.plan.Target.Milestone;
import duban.contracts.problem.Problem;
import duban.contracts.problem.ProblemType;
import duban.contracts.progress.ProgressEvent.MilestoneReached;
import duban.contracts.progress.ProgressEvent.ProgressReported;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Which event, with which value, a target of each kind takes. */
final class KindRules {

  private KindRules() {}

  static Optional<Problem> reported(ProgressReported event, Target target) {
    return switch (target.kind()) {
      case QUANTITY, MONEY -> event.value() != null ? ok() : needsValue(event, target.kind());
      case RATIO, COVERAGE -> event.value() == null ? ok() : needsShare(target.kind());
      case DEADLINE ->
          event.value() == null ? needsValue(event, Kind.DEADLINE) : oneOrZero(event.value());
      case PROJECT -> wrongEvent(Kind.PROJECT, "milestone.reached");
      case FREQUENCY -> wrongEvent(Kind.FREQUENCY, "progress.added");
      case NARRATIVE -> wrongEvent(Kind.NARRATIVE, "item.noted");
    };
  }

  static Optional<Problem> added(Target target) {
    return switch (target.kind()) {
      case QUANTITY, MONEY, FREQUENCY -> ok();
      case RATIO, COVERAGE, DEADLINE -> wrongEvent(target.kind(), "progress.reported");
      case PROJECT -> wrongEvent(Kind.PROJECT, "milestone.reached");
      case NARRATIVE -> wrongEvent(Kind.NARRATIVE, "item.noted");
    };
  }

  static Optional<Problem> milestone(MilestoneReached event, Target target) {
    return switch (target.kind()) {
      case PROJECT -> project(event, target);
      case DEADLINE -> done(event);
      case QUANTITY, MONEY, RATIO, COVERAGE -> wrongEvent(target.kind(), "progress.reported");
      case FREQUENCY -> wrongEvent(Kind.FREQUENCY, "progress.added");
      case NARRATIVE -> wrongEvent(Kind.NARRATIVE, "item.noted");
    };
  }

  private static Optional<Problem> project(MilestoneReached event, Target target) {
    List<String> names = target.projectNames();
    if (event.project() == null) {
      // Several projects without a name would all be counted as one.
      return promised(target) > 1
          ? invalid(
              "/project",
              "该目标含多个项目，必须写明是哪一个。",
              "The target counts several projects: say which one.")
          : ok();
    }
    boolean all = Boolean.TRUE.equals(target.projectsComplete()) && !names.isEmpty();
    return all && !names.contains(event.project())
        ? invalid(
            "/project",
            "该目标没有这个项目；有：" + String.join("、", names) + "。",
            "The target has no such project; it has: " + String.join(", ", names) + ".")
        : ok();
  }

  private static int promised(Target target) {
    BigDecimal value = target.value();
    if (value != null) {
      return value.compareTo(BigDecimal.ONE) > 0 ? 2 : 1;
    }
    return Math.max(1, target.projectNames().size());
  }

  private static Optional<Problem> done(MilestoneReached event) {
    if (event.project() != null) {
      return wrong("/project", "限期完成类目标不分项目。", "A deadline has no projects.");
    }
    return event.milestone() == Milestone.COMPLETED
        ? ok()
        : wrong(
            "/milestone",
            "限期完成类目标只有 completed 这一节点。",
            "A deadline has no other step than completed.");
  }

  private static Optional<Problem> needsValue(ProgressReported event, Kind kind) {
    return wrong(
        event.numerator() != null ? "/numerator" : "/denominator",
        "类型为 " + kind.word() + " 的目标应填 value。",
        "A target of kind " + kind.word() + " takes value.");
  }

  private static Optional<Problem> needsShare(Kind kind) {
    return wrong(
        "/value",
        "类型为 " + kind.word() + " 的目标应填 numerator 与 denominator。",
        "A target of kind " + kind.word() + " takes numerator and denominator.");
  }

  private static Optional<Problem> oneOrZero(BigDecimal value) {
    return value.signum() == 0 || value.compareTo(BigDecimal.ONE) == 0
        ? ok()
        : wrong("/value", "限期完成类目标只能填 1（完成）或 0。", "A deadline takes 1 (done) or 0.");
  }

  private static Optional<Problem> wrongEvent(Kind kind, String rather) {
    return wrong(
        "/type",
        "类型为 " + kind.word() + " 的目标应以 " + rather + " 上报。",
        "A target of kind " + kind.word() + " is reported by " + rather + ".");
  }

  private static Optional<Problem> wrong(String pointer, String zh, String en) {
    return Optional.of(Problem.at(ProblemType.WRONG_KIND_OF_VALUE, pointer, zh, en));
  }

  private static Optional<Problem> invalid(String pointer, String zh, String en) {
    return Optional.of(Problem.at(ProblemType.INVALID_EVENT, pointer, zh, en));
  }

  private static Optional<Problem> ok() {
    return Optional.empty();
  }
}
