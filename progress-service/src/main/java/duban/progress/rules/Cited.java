package duban.progress.rules;

import duban.contracts.progress.ProgressEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an event names as its evidence. */
public final class Cited {

  /** Begins the name of a file that was handed in here; other words are a district's own. */
  static final String FILE = "sha256:";

  private Cited() {}

  /** The evidence, in the event's order. */
  public static List<String> by(ProgressEvent event) {
    return switch (event) {
      case ProgressEvent.ProgressReported e -> orNone(e.evidence());
      case ProgressEvent.ProgressAdded e -> orNone(e.evidence());
      case ProgressEvent.MilestoneReached e -> orNone(e.evidence());
      case ProgressEvent.ItemNoted e -> orNone(e.evidence());
      case ProgressEvent.ItemCompleted e -> orNone(e.evidence());
      case ProgressEvent.ProblemOpened _,
          ProgressEvent.ProblemRectified _,
          ProgressEvent.ProblemVerified _,
          ProgressEvent.ProblemReopened _,
          ProgressEvent.EventVoided _,
          ProgressEvent.ReportVerified _,
          ProgressEvent.ReportDisputed _,
          ProgressEvent.ReportExplained _,
          ProgressEvent.ItemAccepted _,
          ProgressEvent.ItemReminded _,
          ProgressEvent.ItemUrged _,
          ProgressEvent.ItemConfirmed _,
          ProgressEvent.ItemReturned _,
          ProgressEvent.AppraisalGiven _ ->
          List.of();
    };
  }

  public static boolean isFile(String evidence) {
    return evidence.startsWith(FILE);
  }

  private static List<String> orNone(@Nullable List<String> evidence) {
    return evidence == null ? List.of() : evidence;
  }
}
