package duban.plans.review;

import duban.contracts.plan.Target;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One change of a review, as it is kept for ever.
 *
 * @param proposal null when the review as a whole was changed
 * @param before what stood there, JSON; null when nothing did
 * @param after what stands there since, JSON
 */
public record HistoryLine(
    @Nullable Integer proposal,
    String action,
    @Nullable String before,
    @Nullable String after,
    @Nullable String reason,
    String by,
    Instant at) {

  private record Stand(Proposal.State state, Target target) {}

  /** The review begins. */
  public static HistoryLine started(String file, String by, Instant at) {
    return new HistoryLine(null, "started", null, Rows.write(file), null, by, at);
  }

  static HistoryLine of(String action, Proposal before, Proposal after, Proposal.Decided decided) {
    return new HistoryLine(
        after.proposal(),
        action,
        stand(before),
        stand(after),
        decided.reason(),
        decided.by(),
        decided.at());
  }

  static HistoryLine added(Proposal added, Proposal.Decided decided) {
    return new HistoryLine(
        added.proposal(), "added", null, stand(added), null, decided.by(), decided.at());
  }

  static HistoryLine titled(Object before, Object after, Proposal.Decided decided) {
    return new HistoryLine(
        null, "titled", Rows.write(before), Rows.write(after), null, decided.by(), decided.at());
  }

  private static String stand(Proposal proposal) {
    return Rows.write(new Stand(proposal.state(), proposal.target()));
  }
}
