package duban.reporting.promise;

import duban.contracts.catalogue.Settings;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The school terms: each runs from its first day to the day before the next one's, every year. */
record Terms(List<MonthDay> starts) {

  static Terms of(List<String> termStarts) {
    List<String> days = termStarts.isEmpty() ? Settings.DEFAULT.termStarts() : termStarts;
    return new Terms(days.stream().map(day -> MonthDay.parse("--" + day)).sorted().toList());
  }

  /** The first day of the term that holds {@code day}. */
  LocalDate firstDay(LocalDate day) {
    return around(day).filter(start -> !start.isAfter(day)).reduce((a, b) -> b).orElseThrow();
  }

  /** The first day of the term after the one that begins on {@code first}. */
  LocalDate next(LocalDate first) {
    return around(first).filter(start -> start.isAfter(first)).findFirst().orElseThrow();
  }

  private Stream<LocalDate> around(LocalDate day) {
    return IntStream.rangeClosed(day.getYear() - 1, day.getYear() + 1)
        .boxed()
        .flatMap(year -> starts.stream().map(start -> start.atYear(year)));
  }
}
