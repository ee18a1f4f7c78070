package duban.reporting.rollup;

import duban.contracts.catalogue.Indicator.Aggregation;
import duban.reporting.promise.Definition;
import duban.reporting.standing.LightCounts;
import duban.reporting.standing.Standing;
import java.math.BigDecimal;

/**
 * What a target puts into each rollup above it. Every figure is exact and adds up, so a rollup
 * moves by {@code after - before} and stays equal to the sum over its targets.
 *
 * @param promised in the indicator's unit
 * @param reached in the indicator's unit; what must fall and was not reported stands at its
 *     baseline
 * @param paced what is due by now: promised, or the promised numerator, times the pace
 * @param baseline where what must fall started from; 0 where more is better
 * @param numerator of a ratio, as reported
 * @param denominator of a ratio, as reported, else the plan's own base
 * @param promisedNumerator the numerator that the promise needs of that denominator
 */
public record Contribution(
    BigDecimal promised,
    BigDecimal reached,
    BigDecimal paced,
    BigDecimal baseline,
    BigDecimal numerator,
    BigDecimal denominator,
    BigDecimal promisedNumerator,
    LightCounts counts) {

  private static final BigDecimal PER_CENT = new BigDecimal("0.01");

  public static final Contribution ZERO = onlyCounted(LightCounts.ZERO);

  /**
   * Percentages are never summed and counts never averaged: a target whose kind does not fit its
   * indicator's aggregation is counted by its light and adds no figure.
   */
  public static Contribution of(Definition definition, Standing standing) {
    LightCounts counts = LightCounts.of(standing);
    Aggregation aggregation =
        definition.indicator() == null ? Aggregation.NONE : definition.indicator().aggregation();
    return switch (aggregation) {
      case SUM ->
          definition.isPercentage() ? onlyCounted(counts) : figures(definition, standing, counts);
      case MAX, LATEST -> figures(definition, standing, counts);
      case RATIO ->
          definition.isShare() ? parts(definition, standing, counts) : onlyCounted(counts);
      case NONE -> onlyCounted(counts);
    };
  }

  private static Contribution onlyCounted(LightCounts counts) {
    BigDecimal none = BigDecimal.ZERO;
    return new Contribution(none, none, none, none, none, none, none, counts);
  }

  private static Contribution figures(
      Definition definition, Standing standing, LightCounts counts) {
    BigDecimal promised = definition.promised();
    BigDecimal baseline = baseline(definition);
    BigDecimal reached = standing.figure() != null ? standing.figure() : baseline;
    BigDecimal none = BigDecimal.ZERO;
    return new Contribution(
        promised, reached, promised.multiply(standing.pace()), baseline, none, none, none, counts);
  }

  private static Contribution parts(Definition definition, Standing standing, LightCounts counts) {
    BigDecimal promised = definition.promised();
    BigDecimal base = standing.denominator() != null ? standing.denominator() : definition.base();
    if (base == null) {
      base = BigDecimal.ZERO;
    }
    BigDecimal needed = promised.multiply(base).multiply(PER_CENT);
    BigDecimal baseline = baseline(definition).multiply(base).multiply(PER_CENT);
    return new Contribution(
        promised,
        BigDecimal.ZERO,
        needed.multiply(standing.pace()),
        baseline,
        standing.numerator() != null ? standing.numerator() : baseline,
        base,
        needed,
        counts);
  }

  private static BigDecimal baseline(Definition definition) {
    BigDecimal baseline = definition.target().baseline();
    return definition.falls() && baseline != null ? baseline : BigDecimal.ZERO;
  }

  public Contribution plus(Contribution other) {
    return new Contribution(
        promised.add(other.promised),
        reached.add(other.reached),
        paced.add(other.paced),
        baseline.add(other.baseline),
        numerator.add(other.numerator),
        denominator.add(other.denominator),
        promisedNumerator.add(other.promisedNumerator),
        counts.plus(other.counts));
  }

  public Contribution minus(Contribution other) {
    return new Contribution(
        promised.subtract(other.promised),
        reached.subtract(other.reached),
        paced.subtract(other.paced),
        baseline.subtract(other.baseline),
        numerator.subtract(other.numerator),
        denominator.subtract(other.denominator),
        promisedNumerator.subtract(other.promisedNumerator),
        counts.minus(other.counts));
  }
}
