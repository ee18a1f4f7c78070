package duban.reporting.target;

import duban.reporting.rollup.Contribution;
import duban.reporting.rollup.CountKey;
import duban.reporting.rollup.RollupKey;
import duban.reporting.standing.LightCounts;
import duban.reporting.standing.Standing;
import duban.reporting.target.TargetState.Counted;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a set of moves changes above the targets, added up so that each row is touched once, in the
 * order of the keys.
 *
 * @param rollups a key whose difference is zero is there all the same when one of its targets
 *     moved: of two that cancel out in the sum, either may be the largest or the latest
 * @param reports when the latest report came in for each rollup; absent where none did
 * @param receded where a report that may have been the latest counts no more, so that the latest of
 *     what is left must be found
 */
record Differences(
    Map<CountKey, LightCounts> counts,
    Map<RollupKey, Contribution> rollups,
    Map<RollupKey, Instant> reports,
    SortedSet<RollupKey> receded) {

  static Differences of(Collection<Move> moves) {
    Differences differences =
        new Differences(new TreeMap<>(), new TreeMap<>(), new HashMap<>(), new TreeSet<>());
    moves.forEach(differences::add);
    differences.counts.values().removeIf(LightCounts.ZERO::equals);
    return differences;
  }

  private void add(Move move) {
    Instant report = newReport(move);
    if (report == null && Objects.equals(move.state().counted(), move.after())) {
      return;
    }
    add(move, move.state().counted(), -1);
    add(move, move.after(), 1);
    Instant reported = move.standing().reportedAt();
    if (reported != null && move.after() != null) {
      tell(move, move.after(), reported);
    }
    recede(move);
  }

  private void recede(Move move) {
    Counted counted = move.state().counted();
    Instant known = move.state().standing() == null ? null : move.state().standing().reportedAt();
    if (counted == null || known == null) {
      return;
    }
    Instant now = move.standing().reportedAt();
    SortedSet<RollupKey> left = keys(move, counted);
    if (move.after() != null && now != null && !now.isBefore(known)) {
      left.removeAll(keys(move, move.after()));
    }
    receded.addAll(left);
  }

  private static SortedSet<RollupKey> keys(Move move, Counted counted) {
    SortedSet<RollupKey> keys = new TreeSet<>();
    if (counted.indicator() != null) {
      for (String scope : counted.scopes()) {
        keys.add(new RollupKey(scope, move.state().place().year(), counted.indicator()));
      }
    }
    return keys;
  }

  private void add(Move move, @Nullable Counted counted, int sign) {
    if (counted == null) {
      return;
    }
    int year = move.state().place().year();
    Contribution one = counted.contribution();
    count(CountKey.item(counted.item(), year), one.counts(), sign);
    count(CountKey.plan(move.state().place().plan(), year), one.counts(), sign);
    for (String scope : counted.scopes()) {
      count(CountKey.scope(scope, year), one.counts(), sign);
      if (counted.indicator() != null) {
        RollupKey key = new RollupKey(scope, year, counted.indicator());
        Contribution sum = rollups.getOrDefault(key, Contribution.ZERO);
        rollups.put(key, sign > 0 ? sum.plus(one) : sum.minus(one));
      }
    }
  }

  private void count(CountKey key, LightCounts lights, int sign) {
    LightCounts sum = counts.getOrDefault(key, LightCounts.ZERO);
    counts.put(key, sign > 0 ? sum.plus(lights) : sum.minus(lights));
  }

  private void tell(Move move, Counted after, Instant report) {
    keys(move, after).forEach(key -> reports.merge(key, report, (a, b) -> a.isAfter(b) ? a : b));
  }

  private static @Nullable Instant newReport(Move move) {
    Standing before = move.state().standing();
    Instant known = before == null ? null : before.reportedAt();
    Instant now = move.standing().reportedAt();
    return Objects.equals(known, now) ? null : now;
  }
}
