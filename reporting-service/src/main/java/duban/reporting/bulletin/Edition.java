package duban.reporting.bulletin;

import duban.contracts.problem.ProblemType;
import duban.door.ProblemException;
import duban.reporting.calendar.Calendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;

/**
 * Which paper: its kind, its scope and the time that it is about.
 *
 * @param kind "bulletin" or "summary"
 * @param period {@code 2022-06}, or {@code 2022} for a summary
 * @param first the first day of the time
 * @param last its last day
 */
public record Edition(String kind, String scope, String period, LocalDate first, LocalDate last) {

  public static final String BULLETIN = "bulletin";
  public static final String SUMMARY = "summary";

  public static Edition bulletin(String scope, String month) {
    if (!month.matches("(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])")) {
      throw ProblemException.of(
          ProblemType.INVALID_REQUEST, "月份应如 2022-06。", "The month must be like 2022-06.");
    }
    YearMonth of = YearMonth.parse(month);
    return new Edition(BULLETIN, scope, month, of.atDay(1), of.atEndOfMonth());
  }

  public static Edition summary(String scope, String year) {
    if (!year.matches("(19|20|21)[0-9]{2}")) {
      throw ProblemException.of(
          ProblemType.INVALID_REQUEST, "年份应如 2022。", "The year must be like 2022.");
    }
    Year of = Year.parse(year);
    return new Edition(SUMMARY, scope, year, of.atDay(1), of.atMonth(12).atEndOfMonth());
  }

  public int year() {
    return first.getYear();
  }

  /** Of a time that still runs, the day it is. */
  public LocalDate day(LocalDate today) {
    if (today.isBefore(first)) {
      throw ProblemException.of(
          ProblemType.INVALID_REQUEST, period + " 尚未开始。", period + " has not begun.");
    }
    return today.isBefore(last) ? today : last;
  }

  /**
   * The day on which a paper tells who has reported: that of its making, which is the day of what
   * it knows, since reports for a month fall due in the next one. Never before the day it is told
   * for; and while its time still runs, that day.
   */
  LocalDate reportingDay(LocalDate asOf, Instant knownAt) {
    LocalDate made = LocalDate.ofInstant(knownAt, Calendar.ZONE);
    return asOf.isBefore(last) || made.isBefore(asOf) ? asOf : made;
  }

  public boolean isOver(LocalDate today) {
    return !today.isBefore(last);
  }
}
