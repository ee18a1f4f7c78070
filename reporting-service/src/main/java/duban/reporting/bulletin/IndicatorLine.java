package duban.reporting.bulletin;

import duban.contracts.catalogue.Indicator.Aggregation;
import duban.reporting.query.RollupsView;
import duban.reporting.query.ScopeTold;
import duban.reporting.standing.Light;
import duban.reporting.target.TargetRow;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One indicator, with the divisions directly below the scope side by side.
 *
 * @param unit of promised and reached
 */
public record IndicatorLine(
    String indicator,
    String name,
    String nameEn,
    @Nullable String unit,
    @Nullable Aggregation aggregation,
    Figures total,
    List<Figures> districts) {

  /**
   * What one division puts into it.
   *
   * @param lastMonth the share at the end of the month before
   * @param lastYear the share on the same day of the year before
   * @param targets whose figures add up in it: each is in the paper, with its trace
   */
  public record Figures(
      String scope,
      String name,
      String nameEn,
      @Nullable BigDecimal promised,
      @Nullable BigDecimal reached,
      @Nullable BigDecimal share,
      @Nullable BigDecimal pace,
      @Nullable Light light,
      @Nullable BigDecimal lastMonth,
      @Nullable BigDecimal lastYear,
      List<String> targets) {}

  static List<IndicatorLine> of(
      ScopeTold now, @Nullable ScopeTold lastMonth, @Nullable ScopeTold lastYear) {
    Map<String, BigDecimal> month = shares(lastMonth);
    Map<String, BigDecimal> year = shares(lastYear);
    return now.rollups().stream().map(row -> line(now, row, month, year)).toList();
  }

  private static IndicatorLine line(
      ScopeTold now,
      RollupsView.Row row,
      Map<String, BigDecimal> month,
      Map<String, BigDecimal> year) {
    String indicator = row.total().indicator();
    Figures total =
        new Figures(
            row.total().scope(),
            row.total().scopeName(),
            row.total().scopeNameEn(),
            row.total().promised(),
            row.total().reached(),
            row.total().share(),
            row.total().pace(),
            row.total().light(),
            month.get(key(indicator, now.scope())),
            year.get(key(indicator, now.scope())),
            targets(now, indicator, now.scope()));
    List<Figures> districts =
        row.districts().stream()
            .map(one ->
                new Figures(
                    one.district(),
                    one.name(),
                    one.nameEn(),
                    one.promised(),
                    one.reached(),
                    one.share(),
                    one.pace(),
                    one.light(),
                    month.get(key(indicator, one.district())),
                    year.get(key(indicator, one.district())),
                    targets(now, indicator, one.district())))
            .toList();
    return new IndicatorLine(
        indicator,
        row.total().name(),
        row.total().nameEn(),
        row.total().unit(),
        row.total().aggregation(),
        total,
        districts);
  }

  private static Map<String, BigDecimal> shares(@Nullable ScopeTold told) {
    Map<String, BigDecimal> shares = new HashMap<>();
    if (told != null) {
      for (RollupsView.Row row : told.rollups()) {
        put(shares, key(row.total().indicator(), told.scope()), row.total().share());
        row.districts()
            .forEach(one -> put(shares, key(row.total().indicator(), one.district()), one.share()));
      }
    }
    return shares;
  }

  private static void put(Map<String, BigDecimal> shares, String key, @Nullable BigDecimal share) {
    if (share != null) {
      shares.put(key, share);
    }
  }

  private static String key(String indicator, String scope) {
    return indicator + " " + scope;
  }

  private static List<String> targets(ScopeTold now, String indicator, String scope) {
    return now.targets()
        .filter(target -> indicator.equals(target.indicator()))
        .filter(target -> now.setting().scopesOf(target.district()).contains(scope))
        .map(TargetRow::target)
        .toList();
  }
}
