package duban.reporting.problem;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One step of a problem, as an event said it.
 *
 * @param due the day it names, or that the settings give it; null where it leaves the day as it was
 */
public record ProblemStep(
    long seq,
    Kind state,
    @JsonIgnore String item,
    @Nullable LocalDate due,
    @JsonIgnore @Nullable String severity,
    @Nullable String text,
    @Nullable String by,
    Instant recordedAt) {

  /** What a step does. */
  @Schema(name = "ProblemStepKind")
  public enum Kind {
    OPENED,
    RECTIFIED,
    VERIFIED,
    REOPENED;

    @JsonValue
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Kind ofWord(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  /** Where the problem stands after it. */
  ProblemState after() {
    return switch (state) {
      case OPENED, REOPENED -> ProblemState.OPEN;
      case RECTIFIED -> ProblemState.RECTIFIED;
      case VERIFIED -> ProblemState.CLOSED;
    };
  }
}
