package duban.plans.rules;

import duban.contracts.catalogue.Programme;
import duban.contracts.plan.Plan;
import duban.contracts.plan.Target;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** What binds a target to other years: the target it continues, the programme it is a slice of. */
final class LinkRules {

  private static final Pattern TARGET =
      Pattern.compile("[1-9][0-9]{5}-[1-9][0-9]{3}(\\.[0-9]{1,4}){2,5}");

  private LinkRules() {}

  /** In itself: an id of an earlier year, of whichever district, since a school may change that. */
  static void check(Target target, Plan plan, String at, Faults faults) {
    String continued = target.continues();
    if (continued == null) {
      return;
    }
    String pointer = at + "/continues";
    if (!TARGET.matcher(continued).matches()) {
      faults.add(
          pointer, "不是目标编号，如 320412-2021.6.1。", "Is no target's id, such as 320412-2021.6.1.");
      return;
    }
    faults.unless(
        yearOf(continued) < plan.year(),
        pointer,
        "应为更早年度的目标。",
        "Must be a target of an earlier year.");
  }

  /** Beside what is published: a target that is known not to be there cannot be continued. */
  static void published(Target target, Map<String, Set<String>> earlier, String at, Faults faults) {
    String continued = target.continues();
    if (continued == null) {
      return;
    }
    Set<String> targets = earlier.get(Plan.idOf(continued));
    faults.unless(
        targets == null || targets.contains(continued),
        at + "/continues",
        "已发布的计划 " + Plan.idOf(continued) + " 没有这个目标。",
        "The published plan " + Plan.idOf(continued) + " has no such target.");
  }

  static void slice(
      Target target,
      Plan plan,
      Function<String, Optional<Programme>> programmes,
      String at,
      Faults faults) {
    String key = target.programme();
    if (key == null) {
      return;
    }
    programmes
        .apply(key)
        .ifPresentOrElse(
            programme -> slice(target, plan.year(), programme, at, faults),
            () ->
                faults.add(
                    at + "/programme",
                    "目录中没有行动计划 " + key + "。",
                    "The catalogue has no programme " + key + "."));
  }

  private static void slice(
      Target target, int year, Programme programme, String at, Faults faults) {
    faults.unless(
        year >= programme.from() && year <= programme.to(),
        at + "/programme",
        "该行动计划只含 " + programme.from() + " 至 " + programme.to() + " 年。",
        "The programme runs from " + programme.from() + " to " + programme.to() + ".");
    faults.unless(
        target.indicator() == null
            || programme.indicator() == null
            || target.indicator().equals(programme.indicator()),
        at + "/indicator",
        "与行动计划的指标 " + programme.indicator() + " 不一致。",
        "Differs from the programme's indicator " + programme.indicator() + ".");
  }

  private static int yearOf(String target) {
    int dash = target.indexOf('-');
    return Integer.parseInt(target.substring(dash + 1, dash + 5));
  }
}
