package duban.plans.likeness;

import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An indicator that a target may belong to.
 *
 * @param score 0 to 1, how alike the titles are
 * @param learntFrom the published target that was mapped so; null when the names are alike
 */
public record Suggestion(
    String indicator, BigDecimal score, Reason reason, @Nullable String learntFrom) {

  @Schema(name = "SuggestionReason")
  public enum Reason {
    LEARNT,
    NAME;

    @JsonValue
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
