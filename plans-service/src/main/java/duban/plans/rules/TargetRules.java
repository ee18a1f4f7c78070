package duban.plans.rules;

import duban.contracts.plan.Plan;
import duban.contracts.plan.Target;
import duban.contracts.plan.Target.Kind;
import duban.contracts.plan.Target.PacePoint;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;

/** What one target must be, whatever its kind; its figures are {@link FigureRules}' matter. */
final class TargetRules {

  private static final int LONGEST_TITLE = 300;
  private static final int LONGEST_UNIT = 20;
  private static final int LONGEST_SCOPE = 300;
  private static final int MOST_PROJECTS = 500;
  private static final int MOST_PACE_POINTS = 100;
  private static final int LONGEST_REACH_YEARS = 10;

  private TargetRules() {}

  static void check(Target target, Plan plan, String at, Faults faults) {
    faults.text(target.title(), LONGEST_TITLE, at + "/title");
    faults.text(target.titleEn(), LONGEST_TITLE, at + "/titleEn");
    faults.text(target.unit(), LONGEST_UNIT, at + "/unit");
    faults.text(target.scope(), LONGEST_SCOPE, at + "/scope");
    if (target.stated() != null) {
      faults.text(target.stated().unit(), LONGEST_UNIT, at + "/stated/unit");
    }
    days(target, plan, at, faults);
    projects(target, at, faults);
    pace(target, plan, at, faults);
    if (target.kind() != Kind.FREQUENCY) {
      faults.absent(
          target.period(), at + "/period", "只有频次目标有周期。", "Only a frequency has a period.");
    }
    FigureRules.check(target, at, faults);
    PartRules.check(target, plan, at, faults);
    LinkRules.check(target, plan, at, faults);
  }

  /** A promise may have begun before the plan and may reach beyond it, but must touch it. */
  private static void days(Target target, Plan plan, String at, Faults faults) {
    LocalDate start = target.start() != null ? target.start() : plan.firstDay();
    LocalDate due = target.due() != null ? target.due() : plan.lastDay();
    faults.unless(
        !start.isAfter(plan.lastDay()),
        at + "/start",
        "不得晚于计划的最后一天。",
        "Must not lie after the plan's last day.");
    faults.unless(
        !due.isBefore(plan.firstDay()),
        at + "/due",
        "不得早于计划的第一天。",
        "Must not lie before the plan's first day.");
    faults.unless(!due.isBefore(start), at + "/due", "不得早于开始日。", "Must not lie before the start.");
    faults.unless(
        !due.isAfter(plan.lastDay().plusYears(LONGEST_REACH_YEARS)),
        at + "/due",
        "不得晚于计划结束后十年。",
        "Must not lie more than ten years after the plan.");
  }

  private static void projects(Target target, String at, Faults faults) {
    if (target.kind() != Kind.PROJECT) {
      String zh = "只有项目目标有此项。";
      String en = "Only a project target has it.";
      faults.absent(target.projects(), at + "/projects", zh, en);
      faults.absent(target.projectsComplete(), at + "/projectsComplete", zh, en);
      faults.absent(target.finalMilestone(), at + "/finalMilestone", zh, en);
      return;
    }
    List<String> names = target.projectNames();
    faults.unless(names.size() <= MOST_PROJECTS, at + "/projects", "至多 500 个。", "500 at most.");
    HashSet<String> seen = new HashSet<>();
    for (int i = 0; i < names.size(); i++) {
      String pointer = at + "/projects/" + i;
      faults.text(names.get(i), LONGEST_TITLE, pointer);
      faults.unless(seen.add(names.get(i)), pointer, "项目名重复。", "Is named twice.");
    }
  }

  private static void pace(Target target, Plan plan, String at, Faults faults) {
    List<PacePoint> points = target.pace() != null ? target.pace() : List.of();
    faults.unless(points.size() <= MOST_PACE_POINTS, at + "/pace", "至多 100 个。", "100 at most.");
    LocalDate day = target.start() != null ? target.start() : plan.firstDay();
    LocalDate due = target.due() != null ? target.due() : plan.lastDay();
    BigDecimal share = BigDecimal.ZERO;
    for (int i = 0; i < points.size(); i++) {
      PacePoint point = points.get(i);
      String pointer = at + "/pace/" + i;
      boolean later = i == 0 ? !point.on().isBefore(day) : point.on().isAfter(day);
      faults.unless(
          later && !point.on().isAfter(due),
          pointer + "/on",
          "应在开始日与截止日之间，且逐点推后。",
          "Must lie between start and due day, each point after the one before.");
      faults.unless(
          point.share().compareTo(share) >= 0 && point.share().compareTo(BigDecimal.ONE) <= 0,
          pointer + "/share",
          "应在 0 与 1 之间，且不小于前一点。",
          "Must be 0 to 1 and not less than the point before.");
      day = point.on();
      share = point.share();
    }
  }
}
