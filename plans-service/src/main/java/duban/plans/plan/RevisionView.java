package duban.plans.plan;

import com.fasterxml.jackson.annotation.JsonRawValue;
import duban.contracts.plan.Plan;
import duban.plans.plan.PlanHistory.Revision;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One published revision.
 *
 * @param seq its place in the ledger {@code plans/<district>}
 * @param hash the ledger's hash at that place
 * @param content the plan as it was fixed; absent in lists
 */
@Schema(name = "Revision")
public record RevisionView(
    String plan,
    int revision,
    Instant publishedAt,
    String by,
    @Nullable String reason,
    long seq,
    String hash,
    @JsonRawValue @Schema(implementation = Plan.class) @Nullable String content) {

  /** The answer with all of them. */
  @Schema(name = "Revisions")
  public record All(String plan, List<RevisionView> revisions) {}

  static RevisionView of(PlanId plan, Revision revision, @Nullable String content) {
    return new RevisionView(
        plan.text(),
        revision.number(),
        revision.publishedAt(),
        revision.by(),
        revision.reason(),
        revision.seq(),
        revision.hash().hex(),
        content);
  }
}
