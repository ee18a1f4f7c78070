package duban.reporting.rollup;

import duban.contracts.catalogue.Indicator;
import duban.contracts.catalogue.Indicator.Aggregation;
import duban.reporting.catalogue.Catalogue;
import duban.reporting.standing.Light;
import duban.reporting.standing.LightCounts;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One indicator of one scope, as a client sees it; see {@link RollupFigures} for the figures.
 *
 * @param scope GB/T 2260 code
 * @param name the indicator's Chinese name
 * @param targets how many promises add up in it
 * @param reported how many of them have been reported on at all
 * @param unreported how many are silent for longer than their plan allows
 * @param lights targets by light
 */
public record RollupRow(
    String scope,
    String scopeName,
    String scopeNameEn,
    int year,
    String indicator,
    String name,
    String nameEn,
    @Nullable String unit,
    @Nullable Aggregation aggregation,
    @Nullable BigDecimal promised,
    @Nullable BigDecimal reached,
    @Nullable BigDecimal share,
    @Nullable BigDecimal pace,
    @Nullable Light light,
    int targets,
    int reported,
    int unreported,
    Map<String, Integer> lights,
    @Nullable Instant reportedAt,
    @Nullable Instant changedAt) {

  public static RollupRow of(Rollup rollup, Catalogue catalogue, LocalDate day) {
    RollupKey key = rollup.key();
    Indicator indicator = catalogue.indicator(key.indicator());
    RollupFigures figures = RollupFigures.of(rollup, indicator, catalogue.settings());
    LightCounts counts = rollup.sums().counts();
    return new RollupRow(
        key.scope(),
        catalogue.name(key.scope(), day),
        catalogue.nameEn(key.scope(), day),
        key.year(),
        key.indicator(),
        indicator == null ? key.indicator() : indicator.name(),
        indicator == null ? key.indicator() : indicator.nameEn(),
        indicator == null ? null : indicator.unit(),
        indicator == null ? null : indicator.aggregation(),
        figures.promised(),
        figures.reached(),
        figures.share(),
        figures.pace(),
        figures.light(),
        counts.targets(),
        counts.reported(),
        counts.unreported(),
        counts.byWord(),
        rollup.reportedAt(),
        rollup.changedAt());
  }
}
