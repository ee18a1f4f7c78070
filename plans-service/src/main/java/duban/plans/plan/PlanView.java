package duban.plans.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import duban.contracts.plan.Plan;
import duban.contracts.problem.FieldProblem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A plan as it stands.
 *
 * @param state draft, published or closed
 * @param revision the latest; null before the first
 * @param content what the latest revision fixed; absent before the first
 * @param draft what is being edited; absent when it says what the latest revision says
 * @param undecided proposals of its document that nobody has decided yet; absent when it was
 *     written by hand
 * @param closed how it ended; absent while it is open
 * @param warnings what is no fault but should be seen, with pointers into the draft, or into the
 *     content where there is no draft
 * @param etag what to send as If-Match with a change
 */
public record PlanView(
    String plan,
    String district,
    int year,
    String state,
    @JsonInclude(JsonInclude.Include.ALWAYS) @Schema(nullable = true) @Nullable Integer revision,
    Instant editedAt,
    String editedBy,
    @JsonRawValue @Schema(implementation = Plan.class) @Nullable String content,
    @JsonRawValue @Schema(implementation = Plan.class) @Nullable String draft,
    @Nullable Integer undecided,
    PlanHistory.@Nullable Closing closed,
    List<FieldProblem> warnings,
    String etag) {

  /** The draft, or what is published where there is none. */
  public Optional<Plan> current() {
    return Optional.ofNullable(draft).or(() -> Optional.ofNullable(content)).map(Draft::read);
  }
}
