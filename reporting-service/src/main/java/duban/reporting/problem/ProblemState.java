package duban.reporting.problem;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a problem stands: found, put right as its district says, or put right as was checked. */
public enum ProblemState {
  OPEN,
  RECTIFIED,
  CLOSED;

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
