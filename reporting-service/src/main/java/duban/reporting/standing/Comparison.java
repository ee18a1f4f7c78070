package duban.reporting.standing;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A figure against its promise. A plain figure ("35 classrooms") is kept by that many or more, or
 * by that many or fewer where less is better: nobody breaks a promise by doing one classroom more.
 */
final class Comparison {

  private Comparison() {}

  static boolean reached(Definition definition, BigDecimal figure) {
    return keeps(definition, figure.compareTo(bar(definition)));
  }

  /** Compared as n >= d x promised, undivided: 2 of 3 is not less than two thirds. */
  static boolean reached(Definition definition, BigDecimal numerator, BigDecimal denominator) {
    BigDecimal hundredfold = numerator.multiply(Definition.HUNDRED);
    return keeps(definition, hundredfold.compareTo(denominator.multiply(bar(definition))));
  }

  private static boolean keeps(Definition definition, int order) {
    int better = definition.falls() ? -order : order;
    return definition.isStrict() ? better > 0 : better >= 0;
  }

  /** The share reached of a promise that is not kept yet. */
  static BigDecimal done(Definition definition, BigDecimal figure) {
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

  static BigDecimal percent(BigDecimal numerator, BigDecimal denominator) {
    return numerator
        .multiply(Definition.HUNDRED)
        .divide(denominator, Share.SCALE, RoundingMode.HALF_UP);
  }

  private static BigDecimal bar(Definition definition) {
    BigDecimal leeway = definition.promised().multiply(definition.leeway());
    return definition.falls()
        ? top(definition).add(leeway)
        : definition.promised().subtract(leeway);
  }

  /** A range of what must fall is kept from its high end down. */
  private static BigDecimal top(Definition definition) {
    return definition.target().value() == null && definition.target().high() != null
        ? definition.target().high()
        : definition.promised();
  }
}
