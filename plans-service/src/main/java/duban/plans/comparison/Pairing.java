package duban.plans.comparison;

import duban.contracts.plan.Target;
import duban.plans.likeness.Likeness;
import duban.plans.likeness.Title;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds the same promises in two lists of targets, each at most once, the likeliest first. The same
 * indicator says more than any title; two different ones say that the promises are not the same.
 */
final class Pairing {

  /** Titles are worded anew each year; below this, pairs on real plans were chance. */
  private static final double ALIKE = 0.5;

  private static final Comparator<Pair> LIKELIEST_FIRST =
      Comparator.comparing(Pair::byIndicator)
          .thenComparingDouble(Pair::likeness)
          .reversed()
          .thenComparingInt(Pair::after)
          .thenComparingInt(Pair::before);

  /**
   * @param before place in the one list, and {@code after} in the other
   */
  record Pair(int before, int after, boolean byIndicator, double likeness) {}

  private record Known(Target target, Title title, Sort sort) {

    static Known of(Target target) {
      return new Known(target, Title.of(target.title()), Sort.of(target));
    }
  }

  private final List<Known> before;
  private final List<Known> after;
  private final Likeness likeness;

  private Pairing(List<Target> before, List<Target> after) {
    this.before = before.stream().map(Known::of).toList();
    this.after = after.stream().map(Known::of).toList();
    this.likeness =
        Likeness.among(
            Stream.concat(this.before.stream(), this.after.stream()).map(Known::title).toList());
  }

  static List<Pair> of(List<Target> before, List<Target> after) {
    return new Pairing(before, after).pairs();
  }

  private List<Pair> pairs() {
    List<Pair> chosen = new ArrayList<>();
    Set<Integer> takenBefore = new HashSet<>();
    Set<Integer> takenAfter = new HashSet<>();
    for (Pair pair : candidates()) {
      if (!takenBefore.contains(pair.before()) && !takenAfter.contains(pair.after())) {
        takenBefore.add(pair.before());
        takenAfter.add(pair.after());
        chosen.add(pair);
      }
    }
    return chosen;
  }

  private List<Pair> candidates() {
    return IntStream.range(0, before.size())
        .boxed()
        .flatMap(
            b -> IntStream.range(0, after.size()).boxed().flatMap(a -> candidate(b, a).stream()))
        .sorted(LIKELIEST_FIRST)
        .toList();
  }

  private Optional<Pair> candidate(int b, int a) {
    Known one = before.get(b);
    Known other = after.get(a);
    if (!one.sort().goesWith(other.sort())) {
      return Optional.empty();
    }
    String indicator = one.target().indicator();
    String otherIndicator = other.target().indicator();
    boolean same = indicator != null && indicator.equals(otherIndicator);
    boolean different = indicator != null && otherIndicator != null && !same;
    double alike = different ? 0 : likeness.of(one.title(), other.title());
    return same || alike >= ALIKE ? Optional.of(new Pair(b, a, same, alike)) : Optional.empty();
  }
}
