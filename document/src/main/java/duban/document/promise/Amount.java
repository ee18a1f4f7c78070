package duban.document.promise;

import duban.contracts.plan.Target.Operator;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A figure with its unit and what compares it.
 *
 * @param from where the comparing word or the figure begins, in the paragraph's words
 * @param figure where the figure itself begins
 * @param to behind the unit and the comparing word that may follow it
 * @param low of a range, whose {@code value} is null
 * @param scale what brings the stated figures to the base unit
 * @param unit as stated, with its scale: 万人次
 * @param measure without: 人次; % for shares
 * @param written whether the figure is in Arabic digits
 * @param each whether it holds for each of what stands before it (各1个)
 */
record Amount(
    int from,
    int figure,
    int to,
    @Nullable BigDecimal value,
    @Nullable BigDecimal low,
    @Nullable BigDecimal high,
    BigDecimal scale,
    String unit,
    String measure,
    Operator operator,
    boolean strict,
    boolean written,
    boolean each) {

  /** All of something. */
  static Amount whole(int at) {
    BigDecimal hundred = BigDecimal.valueOf(100);
    return new Amount(
        at,
        at,
        at,
        hundred,
        null,
        null,
        BigDecimal.ONE,
        "%",
        "%",
        Operator.EQUAL,
        false,
        false,
        false);
  }

  /** As many as are named. */
  static Amount of(int at, int count, String unit) {
    return new Amount(
        at,
        at,
        at,
        BigDecimal.valueOf(count),
        null,
        null,
        BigDecimal.ONE,
        unit,
        unit,
        Operator.EQUAL,
        false,
        false,
        false);
  }

  Amount compared(Operator by) {
    return new Amount(
        from, figure, to, value, low, high, scale, unit, measure, by, strict, written, each);
  }

  boolean isShare() {
    return measure.equals("%") || measure.endsWith("百分点");
  }

  boolean isMoney() {
    return measure.equals("元");
  }

  boolean isOne() {
    return value != null && value.compareTo(BigDecimal.ONE) == 0;
  }

  boolean isHundredPercent() {
    return measure.equals("%") && value != null && value.compareTo(BigDecimal.valueOf(100)) == 0;
  }
}
