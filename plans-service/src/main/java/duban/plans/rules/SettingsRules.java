package duban.plans.rules;

import duban.contracts.catalogue.Settings;
import duban.contracts.problem.FieldProblem;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What the municipality's settings must be. */
public final class SettingsRules {

  /** Days that every year has. */
  private static final Pattern DAY =
      Pattern.compile(
          "(0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)"
              + "|02-(0[1-9]|1[0-9]|2[0-8])");

  private static final int MOST_TERMS = 4;
  private static final int MOST_STAGES = 20;
  private static final int LONGEST_STAGE = 40;
  private static final int LAST_DUE_DAY = 28;
  private static final int MOST_REMIND_DAYS = 60;
  private static final int MOST_RECTIFY_DAYS = 365;

  private SettingsRules() {}

  /** Every fault with a pointer; empty when there is none. */
  public static List<FieldProblem> faults(Settings settings) {
    Faults faults = new Faults();
    thresholds(settings, faults);
    explanations(settings, faults);
    days(settings, faults);
    terms(settings.termStarts(), faults);
    stages(settings.doneStages(), faults);
    return faults.found();
  }

  private static void thresholds(Settings settings, Faults faults) {
    BigDecimal green = settings.onTrackFrom();
    BigDecimal yellow = settings.atRiskFrom();
    faults.unless(
        yellow.signum() > 0 && yellow.compareTo(green) < 0,
        "/atRiskFrom",
        "应大于 0 且小于 onTrackFrom。",
        "Must be above 0 and below onTrackFrom.");
    faults.unless(
        green.signum() > 0 && green.compareTo(BigDecimal.ONE) <= 0,
        "/onTrackFrom",
        "应大于 0 且不大于 1。",
        "Must be above 0 and at most 1.");
    BigDecimal tolerance = settings.tolerance();
    faults.unless(
        tolerance.signum() >= 0 && tolerance.compareTo(BigDecimal.ONE) < 0,
        "/tolerance",
        "应不小于 0 且小于 1。",
        "Must be from 0 to below 1.");
  }

  private static void explanations(Settings settings, Faults faults) {
    BigDecimal below = settings.explainBelow();
    faults.unless(
        below.signum() >= 0 && below.compareTo(BigDecimal.ONE) <= 0,
        "/explainBelow",
        "应在 0 与 1 之间。",
        "Must be between 0 and 1.");
    faults.unless(
        settings.explainAbove().compareTo(BigDecimal.ONE) >= 0,
        "/explainAbove",
        "不得小于 1。",
        "Must be at least 1.");
  }

  private static void days(Settings settings, Faults faults) {
    within(settings.reportDueDay(), 1, LAST_DUE_DAY, "/reportDueDay", faults);
    within(settings.remindDays(), 0, MOST_REMIND_DAYS, "/remindDays", faults);
    within(settings.rectifyDays(), 1, MOST_RECTIFY_DAYS, "/rectifyDays", faults);
  }

  private static void terms(List<String> starts, Faults faults) {
    within(starts.size(), 1, MOST_TERMS, "/termStarts", faults);
    String last = "";
    for (int i = 0; i < Math.min(starts.size(), MOST_TERMS); i++) {
      String day = starts.get(i);
      String pointer = "/termStarts/" + i;
      faults.unless(
          DAY.matcher(day).matches(),
          pointer,
          "应为每年都有的日子，形如 08-01。",
          "Must be a day that every year has, such as 08-01.");
      // MM-DD sorts as the calendar does.
      faults.unless(
          day.compareTo(last) > 0, pointer, "应晚于前一日期。", "Must be later than the one before.");
      last = day;
    }
  }

  private static void stages(List<String> stages, Faults faults) {
    within(stages.size(), 1, MOST_STAGES, "/doneStages", faults);
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < Math.min(stages.size(), MOST_STAGES); i++) {
      String pointer = "/doneStages/" + i;
      faults.text(stages.get(i), LONGEST_STAGE, pointer);
      faults.unless(seen.add(stages.get(i)), pointer, "重复。", "Is there twice.");
    }
  }

  private static void within(int value, int least, int most, String pointer, Faults faults) {
    faults.unless(
        value >= least && value <= most,
        pointer,
        "应为 " + least + " 至 " + most + "。",
        "Must be " + least + " to " + most + ".");
  }
}
