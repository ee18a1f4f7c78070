package duban.reporting.promise;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Shares between 0 and 1, of six decimals. The scale is fixed so that promised x pace is an exact
 * decimal and a rollup that was moved by differences equals the sum to the last digit.
 */
public final class Share {

  static final int SCALE = 6;
  public static final BigDecimal NONE = BigDecimal.ZERO.setScale(SCALE);

  /** As near to all as what is not finished ever shows. */
  public static final BigDecimal ALMOST = new BigDecimal("0.999999");

  public static final BigDecimal WHOLE = BigDecimal.ONE.setScale(SCALE);

  private Share() {}

  public static BigDecimal of(BigDecimal part, BigDecimal whole) {
    if (whole.signum() <= 0 || part.signum() <= 0) {
      return NONE;
    }
    BigDecimal share = part.divide(whole, SCALE, RoundingMode.HALF_UP);
    return part.compareTo(whole) < 0 ? share.min(ALMOST) : WHOLE;
  }

  public static BigDecimal of(long part, long whole) {
    return of(BigDecimal.valueOf(part), BigDecimal.valueOf(whole));
  }
}
