package duban.reporting.query;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import duban.contracts.Text;
import duban.reporting.catalogue.Setting;
import duban.reporting.freshness.Freshness;
import duban.reporting.rollup.RollupRow;
import duban.reporting.standing.Light;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The rollups of a scope, each with the divisions directly below it side by side.
 *
 * @param asOf the day they are told for
 * @param notice why there are no rows; absent when there are
 */
public record RollupsView(
    int year,
    String scope,
    String scopeName,
    String scopeNameEn,
    LocalDate asOf,
    @Nullable Instant knownAt,
    Freshness freshness,
    List<Row> rows,
    @Nullable Text notice) {

  /**
   * @param districtsPromising how many of the divisions below promise something of it, those that
   *     are dissolved left out
   * @param districtsReported how many of those have reported
   */
  @Schema(name = "RollupInScope")
  public record Row(
      @JsonUnwrapped RollupRow total,
      int districtsPromising,
      int districtsReported,
      List<District> districts) {

    static Row of(RollupRow total, List<RollupRow> below, Setting setting) {
      List<District> districts = below.stream().map(row -> District.of(row, setting)).toList();
      List<District> standing = districts.stream().filter(one -> one.ended() == null).toList();
      int reported = (int) standing.stream().filter(one -> one.reported() > 0).count();
      return new Row(total, standing.size(), reported, districts);
    }
  }

  /**
   * What one division puts into a rollup.
   *
   * @param ended true when it is dissolved by that day; absent otherwise
   */
  @Schema(name = "RollupDistrict")
  public record District(
      String district,
      String name,
      String nameEn,
      @Nullable Boolean ended,
      @Nullable BigDecimal promised,
      @Nullable BigDecimal reached,
      @Nullable BigDecimal share,
      @Nullable BigDecimal pace,
      @Nullable Light light,
      int targets,
      int reported,
      int unreported,
      Map<String, Integer> lights,
      @Nullable Instant reportedAt) {

    static District of(RollupRow row, Setting setting) {
      boolean ended = setting.catalogue().tree().ended(row.scope(), setting.today());
      return new District(
          row.scope(),
          row.scopeName(),
          row.scopeNameEn(),
          ended ? true : null,
          row.promised(),
          row.reached(),
          row.share(),
          row.pace(),
          row.light(),
          row.targets(),
          row.reported(),
          row.unreported(),
          row.lights(),
          row.reportedAt());
    }
  }

  /** Puts the scope's own rows first and those of the divisions below beside them. */
  static List<Row> sideBySide(String scope, List<RollupRow> rows, Setting setting) {
    Map<String, RollupRow> totals = new LinkedHashMap<>();
    Map<String, List<RollupRow>> below = new LinkedHashMap<>();
    for (RollupRow row : rows) {
      if (row.scope().equals(scope)) {
        totals.put(row.indicator(), row);
      } else {
        below.computeIfAbsent(row.indicator(), key -> new ArrayList<>()).add(row);
      }
    }
    return totals.values().stream()
        .map(total -> Row.of(total, below.getOrDefault(total.indicator(), List.of()), setting))
        .toList();
  }
}
