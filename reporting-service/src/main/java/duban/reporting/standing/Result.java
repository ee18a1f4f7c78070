package duban.reporting.standing;

import duban.reporting.promise.Comparison;
import duban.reporting.promise.Definition;
import duban.reporting.promise.Pace;
import duban.reporting.promise.Share;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a fold came to.
 *
 * @param figure in the target's unit, a percentage for a share; null when nothing was reported
 * @param done share reached, 0..1, six decimals; 1 only when the promise is kept
 */
record Result(
    @Nullable BigDecimal figure,
    @Nullable BigDecimal numerator,
    @Nullable BigDecimal denominator,
    BigDecimal done,
    boolean reached) {

  static final Result NOTHING = new Result(null, null, null, Share.NONE, false);

  /** What a figure that may grow until the due day comes to. */
  static Result on(LocalDate day, Definition definition, BigDecimal figure) {
    if (!definition.isLimit()) {
      return of(definition, figure);
    }
    boolean within = Comparison.reached(definition, figure);
    boolean reached = within && !day.isBefore(definition.due());
    // As much of it is done as of the time for which it was kept.
    BigDecimal done = within ? Pace.on(definition, day).min(Share.ALMOST) : Share.NONE;
    return new Result(figure, null, null, reached ? Share.WHOLE : done, reached);
  }

  static Result of(Definition definition, BigDecimal figure) {
    boolean reached = Comparison.reached(definition, figure);
    return new Result(figure, null, null, done(definition, figure, reached), reached);
  }

  static Result ofShare(Definition definition, BigDecimal numerator, BigDecimal denominator) {
    BigDecimal percent = Comparison.percent(numerator, denominator);
    boolean reached = Comparison.reached(definition, numerator, denominator);
    return new Result(percent, numerator, denominator, done(definition, percent, reached), reached);
  }

  /** "More than 4700" is not done by 4700, however near that is. */
  private static BigDecimal done(Definition definition, BigDecimal figure, boolean reached) {
    return reached ? Share.WHOLE : Comparison.done(definition, figure).min(Share.ALMOST);
  }

  /**
   * The same figures while some of it is not known: not kept, and of what is done as much as those
   * stand for who said something, as if the others had done nothing.
   */
  Result known(int spoken, int of) {
    BigDecimal part = done.multiply(BigDecimal.valueOf(spoken));
    return new Result(
        figure, numerator, denominator, Share.of(part, BigDecimal.valueOf(of)), false);
  }
}
