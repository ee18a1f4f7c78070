package duban.reporting.standing;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The bureau's latest word on a report. */
public enum Verdict {
  VERIFIED,
  DISPUTED;

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static @Nullable Verdict ofWord(@Nullable String word) {
    return word == null ? null : valueOf(word.toUpperCase(Locale.ROOT));
  }
}
