package duban.progress.rules;

import java.math.BigDecimal;

/** How large and how fine a reported figure may be. */
final class Figure {

  static final int MOST_INTEGER_DIGITS = 15;
  static final int MOST_DECIMALS = 6;

  private Figure() {}

  /** Trailing zeros do not count: 1.5000000 says no more than 1.5. */
  static boolean fits(BigDecimal value) {
    if (value.signum() == 0) {
      return true;
    }
    BigDecimal bare = value.stripTrailingZeros();
    // As long: precision and scale of a made-up number like 1e-2147483647 overflow an int.
    long integerDigits = (long) bare.precision() - bare.scale();
    return integerDigits <= MOST_INTEGER_DIGITS && bare.scale() <= MOST_DECIMALS;
  }
}
