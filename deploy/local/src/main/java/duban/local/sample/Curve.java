package duban.local.sample;

import java.time.Month;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How a promise fills over the year.
 *
 * @param percents per cent of it that each month's report shows, January to December
 * @param base per cent of it that stood already when the year began
 * @param cohort how many there are, for a share whose base the plan does not know; else 0
 * @param note what the district writes beside a report that lags
 */
record Curve(List<Integer> percents, int base, int cohort, @Nullable String note) {

  /** A month or two before the calendar. */
  static final Curve AHEAD = of(null, 10, 22, 34, 46, 58, 68, 77, 86, 94, 100, 100, 100);

  /** With the calendar. */
  static final Curve STEADY = of(null, 7, 15, 24, 33, 42, 50, 58, 67, 76, 85, 93, 100);

  /** A late start that is made up by the end. */
  static final Curve SLOW = of("前期准备用时较长，后续加快", 0, 3, 8, 18, 29, 39, 50, 62, 75, 87, 95, 100);

  /** Works that can only be done while the schools are empty. */
  static final Curve SUMMER = of("集中安排在暑期施工", 0, 2, 5, 9, 14, 22, 56, 88, 95, 98, 100, 100);

  /** Honours and transfers that are decided with the new school year. */
  static final Curve AUTUMN = of("评审安排在下半年", 0, 0, 0, 0, 0, 0, 5, 25, 60, 85, 100, 100);

  /** Begins late and does not get there. */
  static final Curve SHORT = of("条件尚不成熟", 4, 9, 15, 21, 28, 35, 42, 50, 59, 68, 77, 86);

  private static Curve of(@Nullable String note, Integer... percents) {
    return new Curve(List.of(percents), 0, 0, note);
  }

  /** Nothing until that month's report, and then all of it. */
  static Curve by(Month month) {
    int before = month.getValue() - 1;
    return new Curve(
        IntStream.range(0, 12).mapToObj(i -> i < before ? 0 : 100).toList(), 0, 0, null);
  }

  /** The same, for a share of which some was there when the year began. */
  Curve from(int percent) {
    return new Curve(percents, percent, cohort, note);
  }

  /** The same, for a share of {@code people}. */
  Curve of(int people) {
    return new Curve(percents, base, people, note);
  }

  int percentIn(Month month) {
    return base + percents.get(month.getValue() - 1) * (100 - base) / 100;
  }

  /** Whether it moves by little steps, so that a month may come out a little more or less. */
  boolean gradual() {
    return Collections.frequency(percents, 0) + Collections.frequency(percents, 100) < 12;
  }
}
