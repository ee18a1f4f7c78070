package duban.plans.comparison;

import duban.contracts.plan.Target;
import duban.plans.comparison.Comparison.Kind;
import duban.plans.comparison.Comparison.Row;
import duban.plans.comparison.Comparison.Tally;
import duban.plans.comparison.Pairing.Pair;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells of every target of two plans, once, what became of it. Pure. */
final class Comparing {

  private static final int SHARE_DECIMALS = 4;
  private static final int LIKENESS_DECIMALS = 2;

  private Comparing() {}

  static List<Row> rows(List<Target> before, List<Target> after) {
    List<Pair> pairs = Pairing.of(before, after);
    Map<Integer, Pair> byAfter =
        pairs.stream().collect(Collectors.toMap(Pair::after, Function.identity()));
    Set<Integer> kept = pairs.stream().map(Pair::before).collect(Collectors.toSet());
    Stream<Row> now =
        IntStream.range(0, after.size())
            .mapToObj(a -> {
              Pair pair = byAfter.get(a);
              return pair == null
                  ? alone(Kind.NEW, null, after.get(a))
                  : row(before.get(pair.before()), after.get(a), pair);
            });
    Stream<Row> gone =
        IntStream.range(0, before.size())
            .filter(b -> !kept.contains(b))
            .mapToObj(b -> alone(Kind.VANISHED, before.get(b), null));
    return Stream.concat(now, gone).toList();
  }

  static Tally tally(List<Row> rows) {
    Map<Kind, Long> counts =
        rows.stream().collect(Collectors.groupingBy(Row::change, Collectors.counting()));
    Function<Kind, Integer> count = kind -> counts.getOrDefault(kind, 0L).intValue();
    return new Tally(
        count.apply(Kind.CONTINUED),
        count.apply(Kind.ROSE),
        count.apply(Kind.FELL),
        count.apply(Kind.NEW),
        count.apply(Kind.VANISHED));
  }

  private static Row alone(Kind change, @Nullable Target before, @Nullable Target after) {
    return new Row(
        change,
        before,
        after,
        before == null ? null : Figure.of(before),
        after == null ? null : Figure.of(after),
        null,
        null,
        null,
        null);
  }

  private static Row row(Target before, Target after, Pair pair) {
    BigDecimal was = Figure.of(before);
    BigDecimal is = Figure.of(after);
    BigDecimal difference = was == null || is == null ? null : is.subtract(was);
    return new Row(
        change(difference),
        before,
        after,
        was,
        is,
        difference,
        share(difference, was),
        pair.byIndicator() ? "indicator" : "title",
        BigDecimal.valueOf(pair.likeness()).setScale(LIKENESS_DECIMALS, RoundingMode.HALF_UP));
  }

  private static Kind change(@Nullable BigDecimal difference) {
    if (difference == null || difference.signum() == 0) {
      return Kind.CONTINUED;
    }
    return difference.signum() > 0 ? Kind.ROSE : Kind.FELL;
  }

  private static @Nullable BigDecimal share(
      @Nullable BigDecimal difference, @Nullable BigDecimal was) {
    return difference == null || was == null || was.signum() == 0
        ? null
        : difference.divide(was, SHARE_DECIMALS, RoundingMode.HALF_UP);
  }
}
