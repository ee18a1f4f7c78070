package duban.reporting.query;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import duban.contracts.plan.Target;
import duban.contracts.plan.Target.PacePoint;
import duban.reporting.projection.EventRow;
import duban.reporting.standing.TargetRow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One target with its history.
 *
 * @param dropped whether the plan's latest revision promises it no more
 * @param definition as its revision published it
 * @param paceLine the corners of the line from nothing at the start to all at the due day
 * @param history what was said of it, the newest first, voided events included
 * @param next the cursor to give as {@code after} for older events; absent at the end
 * @param revisions what it promised in each revision that said something else of it
 * @param months the light that each month of the plan kept
 */
public record TargetView(
    @JsonUnwrapped TargetRow target,
    boolean dropped,
    LocalDate asOf,
    @Nullable Instant knownAt,
    Target definition,
    List<PacePoint> paceLine,
    Freshness freshness,
    List<EventRow> history,
    @Nullable Long next,
    List<PromiseHistory.Step> revisions,
    List<MonthLight> months) {

  TargetView with(List<PromiseHistory.Step> promises, List<MonthLight> lights) {
    return new TargetView(
        target,
        dropped,
        asOf,
        knownAt,
        definition,
        paceLine,
        freshness,
        history,
        next,
        promises,
        lights);
  }
}
