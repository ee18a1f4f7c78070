package duban.plans.review;

import com.fasterxml.jackson.annotation.JsonValue;
import duban.contracts.plan.Target;
import duban.document.PlanReading.Words;
import duban.document.Span;
import duban.document.TargetReading;
import duban.plans.likeness.Suggestion;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Words of the document that may be a target, and what was decided about them.
 *
 * @param proposal its number in the review
 * @param item key of the work item
 * @param proposed as it was read
 * @param target as it stands after what people did to it
 * @param suggestion an indicator for it; absent when none is like it
 * @param reading all that the reader made of the words; absent for what a person marked
 * @param decided who decided last, and when; absent while nobody has
 */
@Schema(name = "Proposal")
public record Proposal(
    int proposal,
    String item,
    Role role,
    Origin origin,
    State state,
    Span span,
    String quote,
    Target proposed,
    Target target,
    BigDecimal confidence,
    List<Words> doubts,
    @Nullable Suggestion suggestion,
    @Nullable TargetReading reading,
    @Nullable Decided decided) {

  /**
   * @param reason why it was rejected, if that was said
   */
  @Schema(name = "Decided")
  public record Decided(String by, Instant at, @Nullable String reason) {}

  /** A plan promises, a summary reports. */
  @Schema(name = "ProposalRole")
  public enum Role {
    TARGET,
    RESULT;

    @JsonValue
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public enum Origin {
    READ,
    ADDED;

    @JsonValue
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Schema(name = "ProposalState")
  public enum State {
    PROPOSED,
    ACCEPTED,
    EDITED,
    REJECTED;

    @JsonValue
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A summary's results are shown beside the targets and wait for nobody. */
  boolean isUndecided() {
    return role == Role.TARGET && state == State.PROPOSED;
  }

  boolean isInDraft() {
    return state == State.ACCEPTED || state == State.EDITED;
  }

  Proposal decided(State next, Target wanted, Decided by) {
    return with(item, role, next, wanted, by);
  }

  /** A person's own wording; it is a target then, whatever the reader took it for. */
  Proposal edited(String inItem, Target wanted, Decided by) {
    return with(inItem, Role.TARGET, State.EDITED, wanted, by);
  }

  private Proposal with(String inItem, Role as, State next, Target wanted, Decided by) {
    return new Proposal(
        proposal,
        inItem,
        as,
        origin,
        next,
        span,
        quote,
        proposed,
        wanted,
        confidence,
        doubts,
        suggestion,
        reading,
        by);
  }
}
