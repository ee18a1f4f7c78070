package duban.reporting.bulletin;

import duban.contracts.plan.Plan;
import duban.reporting.calendar.Calendar;
import duban.reporting.catalogue.Setting;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A plan that was not published yet on the paper's day: its lights are worked out from what it says
 * since, and nobody could have kept to it then.
 */
public record LaterPlan(
    String plan, String district, String districtName, String districtNameEn, LocalDate published) {

  /**
   * @param published when each plan was first published
   * @param setting the paper's day
   */
  static List<LaterPlan> of(Map<String, Instant> published, Setting setting) {
    return published.entrySet().stream()
        .map(one -> of(one.getKey(), one.getValue(), setting))
        .filter(plan -> plan.published().isAfter(setting.today()))
        .toList();
  }

  private static LaterPlan of(String plan, Instant published, Setting setting) {
    String district = Plan.districtOf(plan);
    return new LaterPlan(
        plan,
        district,
        setting.catalogue().name(district, setting.today()),
        setting.catalogue().nameEn(district, setting.today()),
        LocalDate.ofInstant(published, Calendar.ZONE));
  }
}
