package duban.plans.plan;

import duban.contracts.DistrictCode;
import duban.contracts.Ledgers;
import duban.contracts.plan.Plan;
import duban.contracts.problem.ProblemType;
import duban.door.ProblemException;
import java.util.regex.Pattern;

/** {@code 320412-2022}: a district and a year. */
public record PlanId(String text) {

  private static final Pattern SHAPE = Pattern.compile("[1-9][0-9]{5}-[1-9][0-9]{3}");

  /**
   * @throws ProblemException NOT_FOUND when it is not of that shape
   */
  public static PlanId of(String text) {
    if (!SHAPE.matcher(text).matches() || !DistrictCode.isValid(Plan.districtOf(text))) {
      throw notFound(text);
    }
    return new PlanId(text);
  }

  public static ProblemException notFound(String text) {
    return ProblemException.of(
        ProblemType.NOT_FOUND, "没有计划 " + text + "。", "There is no plan " + text + ".");
  }

  public String district() {
    return Plan.districtOf(text);
  }

  public int year() {
    return Integer.parseInt(text.substring(text.indexOf('-') + 1));
  }

  String ledger() {
    return Ledgers.plans(district());
  }
}
