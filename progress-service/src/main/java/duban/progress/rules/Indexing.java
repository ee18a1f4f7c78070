package duban.progress.rules;

import com.fasterxml.jackson.core.JsonProcessingException;
import duban.contracts.EventTypes;
import duban.contracts.Json;
import duban.contracts.progress.ProgressEvent;
import duban.ledger.chain.IndexKeys;
import duban.ledger.read.IndexRule;
import java.util.Optional;

/**
 * By what an event is found in its ledger: by the place that it is about, and by what it follows
 * upon. New events are made by this and the ledger's are checked by it.
 */
public final class Indexing implements IndexRule {

  private static final String PROBLEM = "problem:";
  private static final String ITEM = "item:";

  @Override
  public Optional<IndexKeys> keys(String fullType, String body) {
    String type = EventTypes.brief(fullType);
    Class<? extends ProgressEvent> known = ProgressEvent.TYPES.get(type);
    return known == null || !EventTypes.full(type).equals(fullType)
        ? Optional.empty()
        : Optional.of(keys(read(body, known)));
  }

  private static ProgressEvent read(String body, Class<? extends ProgressEvent> type) {
    try {
      return Json.lenient().readValue(body, type);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not a " + type.getSimpleName(), e);
    }
  }

  /** A void and a verdict are about what the event they name is about. */
  public static IndexKeys keys(ProgressEvent event) {
    return switch (event) {
      case ProgressEvent.ProgressReported e -> new IndexKeys(e.target(), null);
      case ProgressEvent.ProgressAdded e -> new IndexKeys(e.target(), null);
      case ProgressEvent.MilestoneReached e -> new IndexKeys(e.target(), null);
      case ProgressEvent.ItemNoted e -> new IndexKeys(e.item(), null);
      case ProgressEvent.ProblemOpened e -> new IndexKeys(e.item(), PROBLEM + e.problem());
      case ProgressEvent.ProblemRectified e -> new IndexKeys(e.item(), PROBLEM + e.problem());
      case ProgressEvent.ProblemVerified e -> new IndexKeys(e.item(), PROBLEM + e.problem());
      case ProgressEvent.ProblemReopened e -> new IndexKeys(e.item(), PROBLEM + e.problem());
      case ProgressEvent.EventVoided e -> IndexKeys.following(e.event());
      case ProgressEvent.ReportVerified e -> IndexKeys.following(e.event());
      case ProgressEvent.ReportDisputed e -> IndexKeys.following(e.event());
      case ProgressEvent.ReportExplained e -> IndexKeys.following(e.event());
      case ProgressEvent.ItemAccepted e -> step(e.item());
      case ProgressEvent.ItemReminded e -> step(e.item());
      case ProgressEvent.ItemUrged e -> step(e.item());
      case ProgressEvent.ItemCompleted e -> step(e.item());
      case ProgressEvent.ItemConfirmed e -> step(e.item());
      case ProgressEvent.ItemReturned e -> step(e.item());
      case ProgressEvent.AppraisalGiven e -> new IndexKeys(e.plan(), null);
    };
  }

  private static IndexKeys step(String item) {
    return new IndexKeys(item, ITEM + item);
  }
}
