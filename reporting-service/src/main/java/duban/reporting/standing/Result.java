package duban.reporting.standing;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a fold came to.
 *
 * @param figure in the target's unit, a percentage for a share; null when nothing was reported
 * @param done share reached, 0..1, six decimals
 */
record Result(
    @Nullable BigDecimal figure,
    @Nullable BigDecimal numerator,
    @Nullable BigDecimal denominator,
    BigDecimal done,
    boolean reached) {

  static final Result NOTHING = new Result(null, null, null, Share.NONE, false);

  static Result of(Definition definition, BigDecimal figure) {
    boolean reached = Comparison.reached(definition, figure);
    BigDecimal done = reached ? Share.WHOLE : Comparison.done(definition, figure);
    return new Result(figure, null, null, done, reached);
  }

  static Result ofShare(Definition definition, BigDecimal numerator, BigDecimal denominator) {
    BigDecimal percent = Comparison.percent(numerator, denominator);
    boolean reached = Comparison.reached(definition, numerator, denominator);
    BigDecimal done = reached ? Share.WHOLE : Comparison.done(definition, percent);
    return new Result(percent, numerator, denominator, done, reached);
  }
}
