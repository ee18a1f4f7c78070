package duban.reporting.supervision;

import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A step of the loop, as an event said it.
 *
 * @param target of a reminder or call
 * @param on the day it belongs to, where it names one
 * @param due the day that is near or past, of a reminder or call
 * @param score of an appraisal, 0 to 100
 */
public record LoopStep(
    long seq,
    Kind kind,
    @Nullable String target,
    @Nullable LocalDate on,
    @Nullable LocalDate due,
    @Nullable BigDecimal score,
    @Nullable String grade,
    @Nullable String text,
    @Nullable String by,
    Instant recordedAt) {

  /** What a step does. */
  @Schema(name = "LoopStepKind")
  public enum Kind {
    ACCEPTED,
    REMINDED,
    URGED,
    COMPLETED,
    CONFIRMED,
    RETURNED,
    APPRAISED;

    @JsonValue
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Kind ofWord(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }
}
