package duban.reporting.query;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import duban.contracts.plan.Target;
import duban.contracts.plan.Target.PacePoint;
import duban.reporting.event.EventRow;
import duban.reporting.freshness.Freshness;
import duban.reporting.hindsight.Hindsight.Course;
import duban.reporting.hindsight.MonthLight;
import duban.reporting.hindsight.Told;
import duban.reporting.problem.ItemProblems;
import duban.reporting.promise.Pace;
import duban.reporting.question.Viewpoint;
import duban.reporting.standing.Detail;
import duban.reporting.standing.Detail.Control;
import duban.reporting.standing.Detail.PartRow;
import duban.reporting.standing.Detail.PeriodRow;
import duban.reporting.standing.Detail.ProjectRow;
import duban.reporting.standing.ReachedLine;
import duban.reporting.targets.TargetRow;
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
 * @param reachedLine what was reached after each day on which something was reported, the parts of
 *     one that is split added up
 * @param problems open and overdue ones of its item
 * @param periods of a frequency: its count and whether it is kept, missing, running or ahead
 * @param projects of a project: how far each is, those named with nothing yet included
 * @param parts of a target that is split: each with its own standing
 * @param control what was reported of the whole beside its parts
 * @param history what was said of it, the newest first, voided events included
 * @param next the cursor to give as {@code after} for older events; absent at the end
 * @param revisions what it promised in each revision that said something else of it
 * @param months the light that each month of the plan kept
 * @param since the day since which it has been behind or overdue without a break; absent while it
 *     is neither
 */
public record TargetView(
    @JsonUnwrapped TargetRow target,
    boolean dropped,
    LocalDate asOf,
    @Nullable Instant knownAt,
    Target definition,
    List<PacePoint> paceLine,
    List<ReachedLine.Point> reachedLine,
    ItemProblems problems,
    List<PeriodRow> periods,
    List<ProjectRow> projects,
    List<PartRow> parts,
    @Nullable Control control,
    Freshness freshness,
    List<EventRow> history,
    @Nullable Long next,
    List<PromiseHistory.Step> revisions,
    List<MonthLight> months,
    @Nullable LocalDate since) {

  static TargetView of(
      Told told,
      boolean dropped,
      Viewpoint from,
      ItemProblems problems,
      Freshness freshness,
      List<EventRow> history,
      @Nullable Long next) {
    Detail detail = told.standing().detail();
    return new TargetView(
        told.row(),
        dropped,
        from.day(),
        from.knownAt(),
        told.definition().target(),
        Pace.points(told.definition()),
        List.of(),
        problems,
        detail.periods(),
        detail.projects(),
        detail.parts(),
        detail.control(),
        freshness,
        history,
        next,
        List.of(),
        List.of(),
        null);
  }

  TargetView with(List<PromiseHistory.Step> promises, List<MonthLight> lights, Course course) {
    return new TargetView(
        target,
        dropped,
        asOf,
        knownAt,
        definition,
        paceLine,
        course.reachedLine(),
        problems,
        periods,
        projects,
        parts,
        control,
        freshness,
        history,
        next,
        promises,
        lights,
        course.redSince());
  }
}
