package duban.reporting.line;

import duban.reporting.hindsight.Told;
import duban.reporting.standing.Light;
import duban.reporting.target.TargetRow;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One year of a line.
 *
 * @param continues the target of an earlier year that it goes on from
 * @param dropped whether its plan promises it no more
 * @param soFar a flow's sum from the line's beginning through this year, or a stock's latest
 *     figure; absent while nothing was reported, and where figures of two years do not belong
 *     together
 */
public record LineYear(
    String target,
    String plan,
    String district,
    int year,
    String title,
    @Nullable String titleEn,
    @Nullable String unit,
    @Nullable String continues,
    boolean dropped,
    BigDecimal promised,
    @Nullable BigDecimal reached,
    BigDecimal done,
    Light light,
    @Nullable BigDecimal soFar) {

  static LineYear of(Told told, boolean dropped, @Nullable BigDecimal soFar) {
    TargetRow row = told.row();
    return new LineYear(
        row.target(),
        row.plan(),
        row.district(),
        row.year(),
        row.title(),
        row.titleEn(),
        row.unit(),
        told.definition().target().continues(),
        dropped,
        row.promised(),
        row.reached(),
        row.done(),
        row.light(),
        soFar);
  }
}
