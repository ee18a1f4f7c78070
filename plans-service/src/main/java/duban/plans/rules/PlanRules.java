package duban.plans.rules;

import duban.contracts.plan.Plan;
import duban.contracts.problem.FieldProblem;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What a plan must be in itself, before anything is known of the catalogue. */
public final class PlanRules {

  private static final Pattern ITEM_KEY = Pattern.compile("[0-9]{1,4}(\\.[0-9]{1,4}){0,3}");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}");
  private static final int FIRST_YEAR = 1949;
  private static final int LAST_YEAR = 2199;
  private static final int LONGEST_INTERVAL_DAYS = 366;
  private static final int LONGEST_TITLE = 300;
  private static final int LONGEST_NUMBER = 40;
  private static final int MOST_TARGETS = 2_000;

  private PlanRules() {}

  /** Every fault of the plan with a pointer into its JSON; empty when there is none. */
  public static List<FieldProblem> faults(Plan plan) {
    Faults faults = new Faults();
    header(plan, faults);
    if (plan.year() < FIRST_YEAR || plan.year() > LAST_YEAR) {
      // Every day and id below hangs on the year.
      return faults.found();
    }
    period(plan, faults);
    sections(plan, faults);
    items(plan, faults);
    targets(plan, faults);
    return faults.found();
  }

  private static void header(Plan plan, Faults faults) {
    faults.unless(
        plan.year() >= FIRST_YEAR && plan.year() <= LAST_YEAR,
        "/year",
        "应在 " + FIRST_YEAR + " 与 " + LAST_YEAR + " 之间。",
        "Must be between " + FIRST_YEAR + " and " + LAST_YEAR + ".");
    faults.text(plan.title(), LONGEST_TITLE, "/title");
    faults.text(plan.titleEn(), LONGEST_TITLE, "/titleEn");
    Integer interval = plan.reportingIntervalDays();
    faults.unless(
        interval == null || (interval >= 1 && interval <= LONGEST_INTERVAL_DAYS),
        "/reportingIntervalDays",
        "应为 1 至 366 天。",
        "Must be 1 to 366 days.");
    faults.unless(
        plan.zone() == null || countsDaysAsTheCity(plan.zone()),
        "/zone",
        "日期一律按 " + Plan.DEFAULT_ZONE + " 计。",
        "Days are counted in " + Plan.DEFAULT_ZONE + ".");
  }

  private static void period(Plan plan, Faults faults) {
    LocalDate first = plan.firstDay();
    LocalDate last = plan.lastDay();
    faults.unless(!last.isBefore(first), "/ends", "不得早于开始日。", "Must not lie before the first day.");
    faults.unless(
        first.getYear() <= plan.year() && last.getYear() >= plan.year(),
        "/starts",
        "计划期须含计划年度。",
        "The period must reach into the plan's year.");
    faults.unless(last.isBefore(first.plusYears(5)), "/ends", "计划期至多五年。", "Five years at most.");
  }

  private static void sections(Plan plan, Faults faults) {
    for (int s = 0; s < plan.sections().size(); s++) {
      Plan.Section section = plan.sections().get(s);
      String pointer = "/sections/" + s;
      faults.text(section.no(), LONGEST_NUMBER, pointer + "/no");
      faults.text(section.title(), LONGEST_TITLE, pointer + "/title");
      faults.text(section.titleEn(), LONGEST_TITLE, pointer + "/titleEn");
    }
  }

  private static void items(Plan plan, Faults faults) {
    Set<String> keys = new HashSet<>();
    for (Placed.Item placed : Placed.items(plan)) {
      Plan.WorkItem item = placed.item();
      String pointer = placed.pointer();
      faults.unless(
          ITEM_KEY.matcher(item.key()).matches(),
          pointer + "/key",
          "应为以点相连的数字，如 6 或 1.2。",
          "Must be numbers joined by dots, such as 6 or 1.2.");
      faults.unless(
          keys.add(item.key()), pointer + "/key", "与另一工作项重复。", "Another work item has it already.");
      faults.text(item.no(), LONGEST_NUMBER, pointer + "/no");
      faults.text(item.title(), LONGEST_TITLE, pointer + "/title");
      faults.text(item.titleEn(), LONGEST_TITLE, pointer + "/titleEn");
      ResponsibilityRules.check(item.responsibility(), pointer + "/responsibility", faults);
    }
  }

  private static void targets(Plan plan, Faults faults) {
    List<Placed.Goal> targets = Placed.targets(plan);
    faults.unless(
        targets.size() <= MOST_TARGETS,
        "/sections",
        "目标至多 " + MOST_TARGETS + " 个。",
        "At most " + MOST_TARGETS + " targets.");
    Set<String> taken = new HashSet<>();
    Placed.items(plan).forEach(item -> taken.add(item.id()));
    for (Placed.Goal placed : targets) {
      id(placed, taken, faults);
      TargetRules.check(placed.target(), plan, placed.pointer(), faults);
    }
  }

  /** An item's id with a number; never an item's own id, or reports on either would be confused. */
  private static void id(Placed.Goal placed, Set<String> taken, Faults faults) {
    String id = placed.target().id();
    String prefix = placed.item().id() + ".";
    String pointer = placed.pointer() + "/id";
    boolean fits = id.startsWith(prefix) && NUMBER.matcher(id.substring(prefix.length())).matches();
    faults.unless(fits, pointer, "应为 " + prefix + " 加序号。", "Must be " + prefix + " and a number.");
    faults.unless(taken.add(id), pointer, "已用于另一目标或工作项。", "Another target or item has it already.");
  }

  /** A city has one day at a time, or its districts could not be added up. */
  private static boolean countsDaysAsTheCity(String zone) {
    try {
      return ZoneId.of(zone).getRules().equals(ZoneId.of(Plan.DEFAULT_ZONE).getRules());
    } catch (DateTimeException unknown) {
      return false;
    }
  }
}
