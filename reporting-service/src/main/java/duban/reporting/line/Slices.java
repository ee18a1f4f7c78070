package duban.reporting.line;

import duban.contracts.catalogue.Indicator;
import duban.contracts.catalogue.Indicator.Aggregation;
import duban.contracts.catalogue.Indicator.Measure;
import duban.contracts.catalogue.Programme;
import duban.reporting.catalogue.Setting;
import duban.reporting.hindsight.Told;
import duban.reporting.line.ProgrammeView.Year;
import duban.reporting.rollup.Contribution;
import duban.reporting.rollup.Peak;
import duban.reporting.rollup.Rollup;
import duban.reporting.rollup.RollupFigures;
import duban.reporting.rollup.RollupKey;
import duban.reporting.standing.LightCounts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Adds up a programme's slices, within a year as rollups do and over the years by the measure. */
final class Slices {

  private static final int SCALE = 4;

  private final Programme programme;
  private final String scope;
  private final Setting setting;
  private final @Nullable Indicator indicator;

  Slices(Programme programme, String scope, Setting setting) {
    this.programme = programme;
    this.scope = scope;
    this.setting = setting;
    this.indicator = setting.catalogue().indicator(programme.indicator());
  }

  List<Year> years(List<Told> told) {
    Map<Integer, List<Told>> byYear =
        told.stream()
            .collect(
                Collectors.groupingBy(
                    one -> one.place().year(), TreeMap::new, Collectors.toList()));
    return byYear.entrySet().stream().map(year -> year(year.getKey(), year.getValue())).toList();
  }

  private Year year(int year, List<Told> told) {
    List<Told> counted = told.stream().filter(this::addsUp).toList();
    Contribution sum =
        counted.stream().map(Told::contribution).reduce(Contribution.ZERO, Contribution::plus);
    Aggregation aggregation = indicator == null ? Aggregation.NONE : indicator.aggregation();
    RollupKey key =
        new RollupKey(scope, year, Objects.requireNonNullElse(programme.indicator(), ""));
    Peak peak = Peak.of(aggregation, counted.stream().map(Told::candidate).toList());
    RollupFigures figures =
        RollupFigures.of(
            new Rollup(key, sum, peak, null, null), indicator, setting.catalogue().settings());
    LightCounts lights =
        told.stream().map(Told::counts).reduce(LightCounts.ZERO, LightCounts::plus);
    return new Year(
        year,
        figures.promised(),
        figures.reached(),
        figures.share(),
        counted.isEmpty() ? lights.worst() : figures.light(),
        told.size(),
        lights.byWord(),
        told.stream().map(one -> LineYear.of(one, false, null)).toList());
  }

  /** A slice that is mapped to another indicator is shown and adds nothing. */
  private boolean addsUp(Told told) {
    return indicator != null
        && Objects.equals(programme.indicator(), told.definition().target().indicator());
  }

  @Nullable BigDecimal over(List<Year> years, Function<Year, @Nullable BigDecimal> figure) {
    if (indicator == null) {
      return null;
    }
    List<BigDecimal> known = years.stream().map(figure).filter(Objects::nonNull).toList();
    if (known.isEmpty()) {
      return null;
    }
    if (indicator.measure() == Measure.STOCK) {
      return known.getLast();
    }
    return indicator.aggregation() == Aggregation.SUM
        ? known.stream().reduce(BigDecimal.ZERO, BigDecimal::add).stripTrailingZeros()
        : null;
  }

  @Nullable BigDecimal share(@Nullable BigDecimal reached) {
    return reached == null || programme.promised() == null || programme.promised().signum() <= 0
        ? null
        : reached.divide(programme.promised(), SCALE, RoundingMode.HALF_UP).stripTrailingZeros();
  }
}
