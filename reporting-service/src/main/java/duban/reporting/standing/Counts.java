package duban.reporting.standing;

import duban.reporting.promise.Comparison;
import duban.reporting.promise.Definition;
import duban.reporting.promise.Periods;
import duban.reporting.promise.Periods.Span;
import duban.reporting.promise.Share;
import duban.reporting.standing.Detail.PeriodRow;
import duban.reporting.standing.Detail.PeriodState;
import duban.reporting.standing.Observation.Added;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The count of each period. The promise is that every period has its count, so a busy March does
 * not make up for an empty April.
 *
 * @param counts by the period's index; a period in which nothing was reported has none
 */
record Counts(List<Span> periods, Map<Integer, BigDecimal> counts) implements Tally.Summable {

  @Override
  public boolean counts(Observation observation) {
    return observation instanceof Added added && Periods.indexOf(periods, added.day()) >= 0;
  }

  @Override
  public Tally plus(Observation observation) {
    return observation instanceof Added added
        ? with(Map.of(Periods.indexOf(periods, added.day()), added.amount()))
        : this;
  }

  @Override
  public Tally.Summable and(Tally.Summable other) {
    return other instanceof Counts more ? with(more.counts) : this;
  }

  private Counts with(Map<Integer, BigDecimal> more) {
    Map<Integer, BigDecimal> next = new TreeMap<>(counts);
    more.forEach((index, count) -> next.merge(index, count, BigDecimal::add));
    return new Counts(periods, next);
  }

  @Override
  public Result result(Definition definition, LocalDate day) {
    int kept = 0;
    for (int i = 0; i < periods.size(); i++) {
      if (state(i, definition, day) == PeriodState.KEPT) {
        kept++;
      }
    }
    BigDecimal total = counts.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    boolean reached = kept == periods.size() && !periods.isEmpty();
    return new Result(total, null, null, Share.of(kept, periods.size()), reached);
  }

  List<PeriodRow> rows(Definition definition, LocalDate day) {
    BigDecimal due = plain(definition.perPeriod());
    List<PeriodRow> rows = new ArrayList<>(periods.size());
    for (int i = 0; i < periods.size(); i++) {
      Span span = periods.get(i);
      BigDecimal count = plain(counts.getOrDefault(i, BigDecimal.ZERO));
      rows.add(new PeriodRow(span.first(), span.last(), count, due, state(i, definition, day)));
    }
    return rows;
  }

  /**
   * A period that must have so many is kept as soon as it has them. One that may have so many at
   * most is kept when it is over and something was said of it: silence keeps no promise.
   */
  private PeriodState state(int index, Definition definition, LocalDate day) {
    Span span = periods.get(index);
    boolean over = !span.last().isAfter(day);
    @Nullable BigDecimal count = counts.get(index);
    boolean within = count != null && Comparison.keeps(definition, count, definition.perPeriod());
    if (within && (over || !definition.falls())) {
      return PeriodState.KEPT;
    }
    if (over || (definition.falls() && count != null && !within)) {
      return PeriodState.MISSING;
    }
    return span.first().isAfter(day) ? PeriodState.AHEAD : PeriodState.RUNNING;
  }

  private static BigDecimal plain(BigDecimal count) {
    return Objects.requireNonNull(Detail.plain(count));
  }
}
