package duban.plans.carryover;

import duban.contracts.plan.Plan;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The next year's plan with what was carried over.
 *
 * @param carried in the order of the old plan
 * @param skipped what it goes on with already
 */
record Carried(Plan next, List<Line> carried, List<Line> skipped) {

  /**
   * @param from the old target
   * @param to the new one
   */
  @Schema(name = "CarriedTarget")
  record Line(String from, String to) {}
}
