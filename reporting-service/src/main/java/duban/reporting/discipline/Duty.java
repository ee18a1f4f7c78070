package duban.reporting.discipline;

import duban.reporting.calendar.Calendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * The duty to report for a month.
 *
 * @param dueDay day of the following month by which the report must have been recorded
 */
record Duty(YearMonth month, int dueDay) {

  /** The last day on which the report is on time. */
  LocalDate due() {
    return month.plusMonths(1).atDay(dueDay);
  }

  /** Whether something that starts, or was published, on that day runs in the month. */
  boolean isReachedBy(LocalDate day) {
    return !day.isAfter(month.atEndOfMonth());
  }

  /**
   * @param recorded when the month's first report was recorded; null while there was none
   * @param today the day it is asked for, not before that
   */
  ReportState state(@Nullable Instant recorded, LocalDate today) {
    if (recorded == null) {
      return today.isAfter(due()) ? ReportState.MISSING : ReportState.PENDING;
    }
    return dayOf(recorded).isAfter(due()) ? ReportState.LATE : ReportState.ON_TIME;
  }

  static LocalDate dayOf(Instant moment) {
    return LocalDate.ofInstant(moment, Calendar.ZONE);
  }
}
