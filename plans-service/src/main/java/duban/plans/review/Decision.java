package duban.plans.review;

import com.fasterxml.jackson.annotation.JsonValue;
import duban.contracts.plan.Target;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a person decides about one proposal.
 *
 * @param target the wording to take instead; with {@code edit} only
 * @param indicator key of the indicator to map to; with {@code accept} and {@code map}, where
 *     leaving it out takes the mapping away
 * @param suggested take the suggested indicator, if there is one; with {@code accept} only
 * @param reason in words, up to 1,000 characters
 */
@Schema(name = "Decision")
public record Decision(
    int proposal,
    Verb decision,
    @Nullable Target target,
    @Nullable String indicator,
    @Nullable Boolean suggested,
    @Nullable String reason) {

  /** Decisions that are kept together or not at all. */
  @Schema(name = "Decisions")
  public record Several(List<Decision> decisions) {}

  public enum Verb {
    ACCEPT,
    EDIT,
    REJECT,
    REOPEN,
    MAP;

    @JsonValue
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
