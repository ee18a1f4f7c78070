package duban.reporting.projection;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The year that a plan's id ends with. */
final class PlanYear {

  private static final Pattern PLAN = Pattern.compile("[1-9][0-9]{5}-(19|20|21)[0-9]{2}");

  private PlanYear() {}

  static boolean isPlan(String id) {
    return PLAN.matcher(id).matches();
  }

  /** 0 for what is no plan. */
  static int of(@Nullable String plan) {
    return plan != null && isPlan(plan) ? Integer.parseInt(plan.substring(7)) : 0;
  }
}
