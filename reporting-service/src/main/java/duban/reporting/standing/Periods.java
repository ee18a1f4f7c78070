package duban.reporting.standing;

import duban.contracts.plan.Target.Period;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The calendar periods in which a frequency is due. */
final class Periods {

  /** A period's first and last day. */
  record Span(LocalDate first, LocalDate last) {
    boolean holds(LocalDate day) {
      return !day.isBefore(first) && !day.isAfter(last);
    }
  }

  private Periods() {}

  /**
   * The periods between two days. One that is cut off by either end still counts, but a week counts
   * only where its Thursday does (ISO 8601): a year's two stray days are no week.
   */
  static List<Span> of(@Nullable Period period, LocalDate start, LocalDate due) {
    Period each = period != null ? period : Period.YEAR;
    List<Span> spans = new ArrayList<>();
    LocalDate first = firstDay(each, start);
    while (!first.isAfter(due)) {
      LocalDate next = next(each, first);
      Span whole = new Span(first, next.minusDays(1));
      if (each != Period.WEEK || thursdayWithin(first, start, due)) {
        spans.add(each == Period.WEEK ? whole : cut(whole, start, due));
      }
      first = next;
    }
    return spans;
  }

  /** The index of the span that holds {@code day}; -1 when none does. */
  static int indexOf(List<Span> spans, LocalDate day) {
    for (int i = 0; i < spans.size(); i++) {
      if (spans.get(i).holds(day)) {
        return i;
      }
    }
    return -1;
  }

  /** How many spans are over by the end of {@code day}. */
  static int elapsed(List<Span> spans, LocalDate day) {
    int elapsed = 0;
    for (Span span : spans) {
      if (!span.last().isAfter(day)) {
        elapsed++;
      }
    }
    return elapsed;
  }

  private static Span cut(Span span, LocalDate start, LocalDate due) {
    return new Span(
        span.first().isBefore(start) ? start : span.first(),
        span.last().isAfter(due) ? due : span.last());
  }

  private static boolean thursdayWithin(LocalDate monday, LocalDate start, LocalDate due) {
    return new Span(start, due).holds(monday.with(DayOfWeek.THURSDAY));
  }

  private static LocalDate firstDay(Period period, LocalDate day) {
    LocalDate month = day.withDayOfMonth(1);
    return switch (period) {
      case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case MONTH -> month;
      case QUARTER -> month.withMonth(month.getMonthValue() - (month.getMonthValue() - 1) % 3);
      case TERM -> month.withMonth(month.getMonthValue() >= 8 ? 8 : 1);
      case YEAR -> day.withDayOfYear(1);
    };
  }

  private static LocalDate next(Period period, LocalDate first) {
    return switch (period) {
      case WEEK -> first.plusWeeks(1);
      case MONTH -> first.plusMonths(1);
      case QUARTER -> first.plusMonths(3);
      // School terms of a calendar year: January to July, August to December.
      case TERM -> first.getMonthValue() == 1 ? first.withMonth(8) : first.plusMonths(5);
      case YEAR -> first.plusYears(1);
    };
  }
}
