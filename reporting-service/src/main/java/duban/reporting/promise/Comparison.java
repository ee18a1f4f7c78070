package duban.reporting.promise;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A figure against its promise. A plain figure ("35 classrooms") is kept by that many or more, or
 * by that many or fewer where less is better: nobody breaks a promise by doing one classroom more.
 */
public final class Comparison {

  private Comparison() {}

  public static boolean reached(Definition definition, BigDecimal figure) {
    return keeps(definition, figure, definition.promised());
  }

  /** Compared as n x 100 >= d x promised, undivided: 2 of 3 is not less than two thirds. */
  public static boolean reached(
      Definition definition, BigDecimal numerator, BigDecimal denominator) {
    return keeps(
        definition,
        numerator.multiply(Definition.HUNDRED),
        denominator.multiply(definition.promised()));
  }

  /** Whether {@code figure} keeps a promise of {@code promised}, by the target's operator. */
  public static boolean keeps(Definition definition, BigDecimal figure, BigDecimal promised) {
    int order = figure.compareTo(bar(definition, promised));
    int better = definition.falls() ? -order : order;
    return definition.isStrict() ? better > 0 : better >= 0;
  }

  /** What is enough: "about" may miss the promise by its leeway. */
  public static BigDecimal bar(Definition definition, BigDecimal promised) {
    BigDecimal leeway = promised.multiply(definition.leeway());
    return definition.falls() ? promised.add(leeway) : promised.subtract(leeway);
  }

  /** The share reached of a promise that is not kept yet. */
  public static BigDecimal done(Definition definition, BigDecimal figure) {
    BigDecimal promised = definition.promised();
    if (!definition.falls()) {
      return Share.of(figure, promised);
    }
    BigDecimal baseline = definition.target().baseline();
    if (baseline != null && baseline.compareTo(promised) > 0) {
      return Share.of(baseline.subtract(figure), baseline.subtract(promised));
    }
    return Share.of(promised, figure);
  }

  public static BigDecimal percent(BigDecimal numerator, BigDecimal denominator) {
    return numerator
        .multiply(Definition.HUNDRED)
        .divide(denominator, Share.SCALE, RoundingMode.HALF_UP);
  }
}
