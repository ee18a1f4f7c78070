package duban.reporting.standing;

import duban.reporting.standing.Observation.Added;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The count of each period. The promise is that every period has its count, so a busy March does
 * not make up for an empty April.
 */
record Counts(List<Periods.Span> periods, List<BigDecimal> counts) implements Tally {

  @Override
  public boolean counts(Observation observation) {
    return observation instanceof Added added && Periods.indexOf(periods, added.day()) >= 0;
  }

  @Override
  public Tally plus(Observation observation) {
    if (!(observation instanceof Added added)) {
      return this;
    }
    List<BigDecimal> next =
        counts.isEmpty()
            ? new ArrayList<>(Collections.nCopies(periods.size(), BigDecimal.ZERO))
            : new ArrayList<>(counts);
    int index = Periods.indexOf(periods, added.day());
    next.set(index, next.get(index).add(added.amount()));
    return new Counts(periods, next);
  }

  @Override
  public Result result(Definition definition) {
    BigDecimal due = definition.perPeriod();
    long kept = counts.stream().filter(count -> count.compareTo(due) >= 0).count();
    BigDecimal total = counts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    boolean reached = kept == periods.size() && !periods.isEmpty();
    return new Result(total, null, null, Share.of(kept, periods.size()), reached);
  }
}
