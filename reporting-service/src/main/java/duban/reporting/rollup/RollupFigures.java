package duban.reporting.rollup;

import duban.contracts.catalogue.Indicator;
import duban.contracts.catalogue.Indicator.Aggregation;
import duban.contracts.catalogue.Indicator.Direction;
import duban.contracts.catalogue.Indicator.Measure;
import duban.contracts.catalogue.Settings;
import duban.reporting.promise.Definition;
import duban.reporting.standing.Light;
import duban.reporting.standing.LightCounts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * What a rollup shows of its sums.
 *
 * @param promised in the indicator's unit, a percentage for a ratio; null where figures do not add
 *     up, or a ratio's base is not known yet
 * @param reached likewise
 * @param share reached / promised, above 1 where more was done; of what must fall, the share of the
 *     fall that is done, or what is allowed of what there is, 1 at the most
 * @param pace the share due by now
 * @param light by the same rule as a target's; null when no target is left
 */
public record RollupFigures(
    @Nullable BigDecimal promised,
    @Nullable BigDecimal reached,
    @Nullable BigDecimal share,
    @Nullable BigDecimal pace,
    @Nullable Light light) {

  private static final int SCALE = 4;
  private static final int EXACT = 12;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** What is compared with what, whichever way the indicator adds up. */
  private record Measured(
      BigDecimal promised, BigDecimal reached, BigDecimal paced, BigDecimal baseline) {}

  /** Which way is better; a limit adds up and must stay below, see {@link Definition#isLimit}. */
  private enum Way {
    RISES,
    FALLS,
    LIMIT;

    static Way of(@Nullable Indicator indicator, Contribution sums) {
      if (indicator == null || indicator.direction() != Direction.LESS) {
        return RISES;
      }
      boolean limit =
          indicator.measure() == Measure.FLOW
              && indicator.aggregation() == Aggregation.SUM
              && sums.baseline().signum() == 0;
      return limit ? LIMIT : FALLS;
    }
  }

  /** The same sum always looks the same, whatever digits of scale it was made of. */
  public RollupFigures {
    promised = promised == null ? null : promised.stripTrailingZeros();
    reached = reached == null ? null : reached.stripTrailingZeros();
  }

  public static RollupFigures of(Rollup rollup, @Nullable Indicator indicator, Settings settings) {
    Contribution sums = rollup.sums();
    Way way = Way.of(indicator, sums);
    Aggregation aggregation = indicator == null ? Aggregation.NONE : indicator.aggregation();
    return switch (aggregation) {
      case NONE -> lightOnly(sums.counts(), null);
      case SUM ->
          figures(
              new Measured(sums.promised(), sums.reached(), sums.paced(), sums.baseline()),
              sums.counts(),
              way,
              settings);
      case RATIO -> ratio(sums, way, settings);
      case MAX, LATEST -> peak(rollup.peak(), sums, way, settings);
    };
  }

  private static RollupFigures peak(
      @Nullable Peak peak, Contribution sums, Way way, Settings settings) {
    return peak == null
        ? lightOnly(sums.counts(), null)
        : figures(
            new Measured(peak.promised(), peak.reached(), peak.paced(), BigDecimal.ZERO),
            sums.counts(),
            way,
            settings);
  }

  private static RollupFigures ratio(Contribution sums, Way way, Settings settings) {
    if (sums.denominator().signum() <= 0) {
      // Without a base a promised percentage has no weight; it can be told of one target only.
      return lightOnly(sums.counts(), sums.counts().targets() == 1 ? sums.promised() : null);
    }
    RollupFigures parts =
        figures(
            new Measured(sums.promisedNumerator(), sums.numerator(), sums.paced(), sums.baseline()),
            sums.counts(),
            way,
            settings);
    return new RollupFigures(
        percent(sums.promisedNumerator(), sums.denominator()),
        percent(sums.numerator(), sums.denominator()),
        parts.share(),
        parts.pace(),
        parts.light());
  }

  private static RollupFigures lightOnly(LightCounts counts, @Nullable BigDecimal promised) {
    return new RollupFigures(promised, null, null, null, counts.worst());
  }

  private static RollupFigures figures(
      Measured measured, LightCounts counts, Way way, Settings settings) {
    BigDecimal promised = measured.promised();
    if (promised.signum() <= 0) {
      return new RollupFigures(promised, measured.reached(), null, null, counts.worst());
    }
    BigDecimal share =
        way == Way.RISES
            ? divide(measured.reached(), promised, EXACT)
            : shareFallen(measured, counts);
    BigDecimal pace = divide(measured.paced(), promised, EXACT);
    return new RollupFigures(
        promised,
        measured.reached(),
        round(share),
        round(pace),
        light(measured, counts, way, share, pace, settings));
  }

  private static BigDecimal shareFallen(Measured measured, LightCounts counts) {
    BigDecimal fall = measured.baseline().subtract(measured.promised());
    if (fall.signum() > 0) {
      return divide(measured.baseline().subtract(measured.reached()), fall, EXACT);
    }
    if (counts.reported() == 0) {
      return BigDecimal.ZERO;
    }
    return measured.reached().compareTo(measured.promised()) > 0
        ? divide(measured.promised(), measured.reached(), EXACT)
        : BigDecimal.ONE;
  }

  /** A rollup of one target shines as that target does, its tolerance and strictness included. */
  private static @Nullable Light light(
      Measured measured,
      LightCounts counts,
      Way way,
      BigDecimal share,
      BigDecimal pace,
      Settings settings) {
    if (counts.targets() <= 1 || counts.achieved() == counts.targets()) {
      return counts.worst();
    }
    int order = measured.reached().compareTo(measured.promised());
    boolean allReported = counts.reported() == counts.targets();
    boolean pastDue = counts.pastDue() == counts.targets();
    boolean reached =
        switch (way) {
          case RISES -> order >= 0;
          case FALLS -> order <= 0 && allReported;
          case LIMIT -> order <= 0 && allReported && pastDue;
        };
    return Light.of(
        reached, pastDue, false, known(order, counts, way, share, pace), pace, settings);
  }

  /** A limit is kept as long as nothing is over it, and then lost. */
  private static BigDecimal known(
      int order, LightCounts counts, Way way, BigDecimal share, BigDecimal pace) {
    if (counts.reported() == 0 || (way == Way.LIMIT && order > 0)) {
      return BigDecimal.ZERO;
    }
    if (way != Way.LIMIT) {
      return share;
    }
    BigDecimal kept = pace.multiply(BigDecimal.valueOf(counts.reported()));
    return divide(kept, BigDecimal.valueOf(counts.targets()), EXACT);
  }

  private static BigDecimal percent(BigDecimal part, BigDecimal whole) {
    return round(divide(part.multiply(HUNDRED), whole, EXACT));
  }

  private static BigDecimal divide(BigDecimal part, BigDecimal whole, int scale) {
    return part.divide(whole, scale, RoundingMode.HALF_UP);
  }

  private static BigDecimal round(BigDecimal number) {
    return number.setScale(SCALE, RoundingMode.HALF_UP).stripTrailingZeros();
  }
}
