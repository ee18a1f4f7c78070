package duban.reporting.plan;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The year that a plan's id ends with. */
public final class PlanYear {

  private static final Pattern PLAN = Pattern.compile("[1-9][0-9]{5}-(19|20|21)[0-9]{2}");

  private PlanYear() {}

  public static boolean isPlan(String id) {
    return PLAN.matcher(id).matches();
  }

  /** 0 for what is no plan. */
  public static int of(@Nullable String plan) {
    return plan != null && isPlan(plan) ? Integer.parseInt(plan.substring(7)) : 0;
  }
}
