package duban.reporting.discipline;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What became of a report that was owed. */
public enum ReportState {
  ON_TIME,
  LATE,
  MISSING,
  PENDING;

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
