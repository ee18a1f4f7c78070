package duban.plans.rules;

import duban.contracts.plan.Plan.Responsibility;
import duban.contracts.plan.Plan.Unit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who leads, does and supervises a work item: units, posts and office phones, and no person. */
final class ResponsibilityRules {

  static final int LONGEST_UNIT = 100;
  private static final int LONGEST_POST = 60;
  private static final int MOST_UNITS = 10;

  private ResponsibilityRules() {}

  static void check(@Nullable Responsibility responsibility, String at, Faults faults) {
    if (responsibility == null) {
      return;
    }
    units(responsibility.lead(), at + "/lead", faults);
    units(responsibility.responsible(), at + "/responsible", faults);
    units(responsibility.supervising(), at + "/supervising", faults);
  }

  private static void units(@Nullable List<Unit> units, String at, Faults faults) {
    if (units == null) {
      return;
    }
    faults.unless(
        !units.isEmpty() && units.size() <= MOST_UNITS,
        at,
        "应有 1 至 " + MOST_UNITS + " 个单位。",
        "Must name 1 to " + MOST_UNITS + " units.");
    for (int i = 0; i < Math.min(units.size(), MOST_UNITS); i++) {
      unit(units.get(i), at + "/" + i, faults);
    }
  }

  private static void unit(Unit unit, String at, Faults faults) {
    faults.text(unit.unit(), LONGEST_UNIT, at + "/unit");
    faults.text(unit.post(), LONGEST_POST, at + "/post");
    PersonalData.refuse(unit.unit(), at + "/unit", faults);
    PersonalData.refuse(unit.post(), at + "/post", faults);
    String phone = unit.phone();
    if (phone == null) {
      return;
    }
    if (PersonalData.isIn(phone)) {
      PersonalData.refuse(phone, at + "/phone", faults);
    } else {
      faults.unless(
          PersonalData.isOfficePhone(phone),
          at + "/phone",
          "应为办公电话，如 0519-86310001。",
          "Must be an office phone, such as 0519-86310001.");
    }
  }
}
