package duban.reporting.plan;

import duban.contracts.plan.Plan;
import duban.reporting.rollup.PlanRow;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A revision as it was published.
 *
 * @param closedAt when the plan was closed; null while it is open, or was not known to be closed
 */
public record Revision(int number, Plan content, Instant recordedAt, @Nullable Instant closedAt) {

  /** The plan's row, not counted. */
  public PlanRow row() {
    return PlanRow.uncounted(
        content.id(),
        content.district(),
        content.year(),
        content.title(),
        content.titleEn(),
        number,
        closedAt);
  }
}
