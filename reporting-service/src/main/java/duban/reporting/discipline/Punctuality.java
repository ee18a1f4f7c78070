package duban.reporting.discipline;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * How reports came in.
 *
 * @param due targets that owed one: the sum of the four that follow
 * @param lastReportAt when the last report was recorded, for whatever month
 */
public record Punctuality(
    int due, int onTime, int late, int missing, int pending, @Nullable Instant lastReportAt) {

  private static final int DIGITS = 4;

  static final Punctuality NONE = new Punctuality(0, 0, 0, 0, 0, null);

  static Punctuality of(Collection<ReportState> states, @Nullable Instant lastReportAt) {
    return new Punctuality(
        states.size(),
        count(states, ReportState.ON_TIME),
        count(states, ReportState.LATE),
        count(states, ReportState.MISSING),
        count(states, ReportState.PENDING),
        lastReportAt);
  }

  private static int count(Collection<ReportState> states, ReportState wanted) {
    return (int) states.stream().filter(wanted::equals).count();
  }

  Punctuality plus(Punctuality other) {
    return new Punctuality(
        due + other.due,
        onTime + other.onTime,
        late + other.late,
        missing + other.missing,
        pending + other.pending,
        later(lastReportAt, other.lastReportAt));
  }

  /** The share of what was due that came on time, to four places; absent where nothing was due. */
  @JsonProperty
  public @Nullable BigDecimal rate() {
    return due == 0
        ? null
        : BigDecimal.valueOf(onTime).divide(BigDecimal.valueOf(due), DIGITS, RoundingMode.HALF_UP);
  }

  static @Nullable Instant later(@Nullable Instant a, @Nullable Instant b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    return a.isAfter(b) ? a : b;
  }
}
