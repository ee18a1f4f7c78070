package duban.reporting.promise;

import duban.contracts.plan.Target.Period;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The calendar periods in which a frequency is due. */
public final class Periods {

  /** A period's first and last day. */
  public record Span(LocalDate first, LocalDate last) {
    boolean holds(LocalDate day) {
      return !day.isBefore(first) && !day.isAfter(last);
    }

    long days() {
      return ChronoUnit.DAYS.between(first, last) + 1;
    }
  }

  private Periods() {}

  /**
   * The periods between two days. One that is cut off by either end still counts, but a week counts
   * only where its Thursday does (ISO 8601) and a school term only where the greater half of it
   * does: a year's two stray days are no week, and the end of last winter's term is no term.
   *
   * @param termStarts the first days of the year's school terms, {@code MM-DD}
   */
  static List<Span> of(
      @Nullable Period period, LocalDate start, LocalDate due, List<String> termStarts) {
    Period each = period != null ? period : Period.YEAR;
    Terms terms = Terms.of(termStarts);
    List<Span> all = new ArrayList<>();
    List<Span> counted = new ArrayList<>();
    LocalDate first = firstDay(each, start, terms);
    while (!first.isAfter(due)) {
      LocalDate next = next(each, first, terms);
      Span whole = new Span(first, next.minusDays(1));
      Span cut = cut(whole, start, due);
      all.add(cut);
      switch (each) {
        case WEEK -> {
          if (cut.holds(first.with(DayOfWeek.THURSDAY))) {
            // It may begin in the year before, but is due when all of it is.
            counted.add(new Span(whole.first(), cut.last()));
          }
        }
        case TERM -> {
          if (2 * cut.days() >= whole.days()) {
            counted.add(cut);
          }
        }
        case MONTH, QUARTER, YEAR -> counted.add(cut);
      }
      first = next;
    }
    // A promise that is shorter than half a period is due all the same.
    return counted.isEmpty() ? all : counted;
  }

  /** The index of the span that holds {@code day}; -1 when none does. */
  public static int indexOf(List<Span> spans, LocalDate day) {
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

  private static LocalDate firstDay(Period period, LocalDate day, Terms terms) {
    LocalDate month = day.withDayOfMonth(1);
    return switch (period) {
      case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case MONTH -> month;
      case QUARTER -> month.withMonth(month.getMonthValue() - (month.getMonthValue() - 1) % 3);
      case TERM -> terms.firstDay(day);
      case YEAR -> day.withDayOfYear(1);
    };
  }

  private static LocalDate next(Period period, LocalDate first, Terms terms) {
    return switch (period) {
      case WEEK -> first.plusWeeks(1);
      case MONTH -> first.plusMonths(1);
      case QUARTER -> first.plusMonths(3);
      case TERM -> terms.next(first);
      case YEAR -> first.plusYears(1);
    };
  }
}
