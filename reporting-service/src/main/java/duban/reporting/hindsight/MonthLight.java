package duban.reporting.hindsight;

import duban.reporting.standing.Light;
import duban.reporting.standing.Standing;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * A month of a target's plan, which keeps the light that it had when its reports were due: what is
 * reported or corrected afterwards never makes a bad month a good one.
 *
 * @param month {@code 2022-03}
 * @param light at the month's last day as its reports told it; of the running month as of now
 * @param mark "kept" where nothing was amiss, "made-up" where it was and the pace of that month's
 *     end has been reached since, "open" where it has not, "running" for the month that is not over
 * @param nowLight what the light would be by all that is known now; absent where that is the same
 */
public record MonthLight(String month, Light light, String mark, @Nullable Light nowLight) {

  static MonthLight running(YearMonth month, Standing today) {
    return new MonthLight(month.toString(), today.light(), "running", null);
  }

  /**
   * @param then at the month's end, as known when its reports were due
   * @param byNow at the month's end, by what is known now; null where the target is promised no
   *     more
   * @param today where it stands now
   */
  static MonthLight past(YearMonth month, Standing then, @Nullable Standing byNow, Standing today) {
    Light nowLight = byNow == null || byNow.light() == then.light() ? null : byNow.light();
    return new MonthLight(month.toString(), then.light(), mark(then, today), nowLight);
  }

  private static String mark(Standing then, Standing today) {
    return switch (then.light()) {
      case ACHIEVED, ON_TRACK, NOT_DUE -> "kept";
      case AT_RISK, BEHIND, OVERDUE ->
          today.light() == Light.ACHIEVED || today.done().compareTo(then.pace()) >= 0
              ? "made-up"
              : "open";
    };
  }
}
