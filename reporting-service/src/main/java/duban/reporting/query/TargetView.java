package duban.reporting.query;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import duban.contracts.plan.Target;
import duban.contracts.plan.Target.PacePoint;
import duban.reporting.problem.ItemProblems;
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
 * @param problems open and overdue ones of its item
 * @param history what was said of it, the newest first, voided events included
 * @param next the cursor to give as {@code after} for older events; absent at the end
 */
public record TargetView(
    @JsonUnwrapped TargetRow target,
    boolean dropped,
    LocalDate asOf,
    @Nullable Instant knownAt,
    Target definition,
    List<PacePoint> paceLine,
    ItemProblems problems,
    Freshness freshness,
    List<EventRow> history,
    @Nullable Long next) {}
