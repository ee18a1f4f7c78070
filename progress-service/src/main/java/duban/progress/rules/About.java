package duban.progress.rules;

import duban.contracts.plan.Plan;
import duban.contracts.progress.ProgressEvent;
import java.util.regex.Pattern;

/** What an event is about: a place of a plan, or an earlier event. */
public sealed interface About {

  /** JSON pointer to the field that names it. */
  String pointer();

  /**
   * A target, work item or plan, by its id.
   *
   * @param id {@code 320412-2022.6.1}, {@code 320412-2022.6} or {@code 320412-2022}, unless the
   *     caller made it up
   */
  record Place(String id, String pointer) implements About {

    /** Only ids of this shape can be in any plan; the rest need not be looked for. */
    private static final Pattern SHAPE =
        Pattern.compile("[1-9][0-9]{5}-(19|20|21)[0-9]{2}(\\..{1,60})?");

    public boolean isWellFormed() {
      return SHAPE.matcher(id).matches();
    }

    public String plan() {
      return Plan.idOf(id);
    }

    public String district() {
      return Plan.districtOf(id);
    }
  }

  /** An event of the same ledger, by its id. */
  record Earlier(String id) implements About {
    @Override
    public String pointer() {
      return "/event";
    }
  }

  static About of(ProgressEvent event) {
    return switch (event) {
      case ProgressEvent.ProgressReported e -> target(e.target());
      case ProgressEvent.ProgressAdded e -> target(e.target());
      case ProgressEvent.MilestoneReached e -> target(e.target());
      case ProgressEvent.ItemNoted e -> item(e.item());
      case ProgressEvent.ProblemOpened e -> item(e.item());
      case ProgressEvent.ProblemRectified e -> item(e.item());
      case ProgressEvent.ProblemVerified e -> item(e.item());
      case ProgressEvent.ProblemReopened e -> item(e.item());
      case ProgressEvent.EventVoided e -> new Earlier(e.event());
      case ProgressEvent.ReportVerified e -> new Earlier(e.event());
      case ProgressEvent.ReportDisputed e -> new Earlier(e.event());
      case ProgressEvent.ReportExplained e -> new Earlier(e.event());
      case ProgressEvent.ItemAccepted e -> item(e.item());
      case ProgressEvent.ItemReminded e -> item(e.item());
      case ProgressEvent.ItemUrged e -> item(e.item());
      case ProgressEvent.ItemCompleted e -> item(e.item());
      case ProgressEvent.ItemConfirmed e -> item(e.item());
      case ProgressEvent.ItemReturned e -> item(e.item());
      case ProgressEvent.AppraisalGiven e -> new Place(e.plan(), "/plan");
    };
  }

  private static About target(String id) {
    return new Place(id, "/target");
  }

  private static About item(String id) {
    return new Place(id, "/item");
  }
}
