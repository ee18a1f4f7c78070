package duban.reporting.line;

import duban.contracts.catalogue.Indicator.Measure;
import duban.contracts.plan.Target;
import duban.reporting.hindsight.Told;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the years of a line come to: summing a stock over years is the classic mistake. */
final class SoFar {

  private final boolean stock;
  private final boolean comparable;
  private @Nullable BigDecimal figure;

  private SoFar(boolean stock, boolean comparable) {
    this.stock = stock;
    this.comparable = comparable;
  }

  static SoFar over(Collection<Told> line) {
    boolean stock = line.stream().anyMatch(told -> measure(told) == Measure.STOCK);
    long units =
        line.stream()
            .map(told -> Objects.requireNonNullElse(target(told).unit(), ""))
            .distinct()
            .count();
    boolean figures = line.stream().allMatch(told -> hasFigure(target(told)));
    return new SoFar(stock, figures && units <= 1);
  }

  /** Through the next year, which comes in the order of the years; null while nothing is known. */
  @Nullable BigDecimal and(Told told) {
    BigDecimal reached = told.standing().figure();
    if (!comparable) {
      return null;
    }
    if (reached != null) {
      figure = figure == null || stock ? reached : figure.add(reached);
    }
    return figure == null ? null : figure.stripTrailingZeros();
  }

  /** A count adds up unless somebody says otherwise. */
  static Measure measure(Told told) {
    return Objects.requireNonNullElse(told.definition().measure(), Measure.FLOW);
  }

  /** Shares, deeds and words of two years come to nothing together. */
  private static boolean hasFigure(Target target) {
    return switch (target.kind()) {
      case QUANTITY, MONEY, PROJECT, FREQUENCY -> true;
      case RATIO, COVERAGE, DEADLINE, NARRATIVE -> false;
    };
  }

  private static Target target(Told told) {
    return told.definition().target();
  }
}
