package duban.plans.likeness;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How alike two titles are, 0 to 1: Dice's coefficient over their pairs, in which a pair weighs the
 * less the more titles have it. 学校 is in every second title and tells them apart no better than a
 * comma would.
 */
public final class Likeness {

  private final Map<String, Double> weights;

  private Likeness(Map<String, Double> weights) {
    this.weights = weights;
  }

  /** Weighs pairs by how many of these titles have them. */
  public static Likeness among(Collection<Title> titles) {
    Map<String, Long> counts =
        titles.stream()
            .flatMap(title -> title.pairs().stream())
            .collect(Collectors.groupingBy(pair -> pair, Collectors.counting()));
    return new Likeness(
        counts.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey, count -> 1 / (1 + Math.log(count.getValue())))));
  }

  public double of(Title one, Title other) {
    double both = weight(one.pairs()) + weight(other.pairs());
    return both == 0 ? 0 : 2 * weightOfCommon(one.pairs(), other.pairs()) / both;
  }

  private double weightOfCommon(Set<String> one, Set<String> other) {
    double sum = 0;
    for (String pair : one) {
      if (other.contains(pair)) {
        sum += weight(pair);
      }
    }
    return sum;
  }

  private double weight(Set<String> pairs) {
    double sum = 0;
    for (String pair : pairs) {
      sum += weight(pair);
    }
    return sum;
  }

  private double weight(String pair) {
    return weights.getOrDefault(pair, 1.0);
  }
}
