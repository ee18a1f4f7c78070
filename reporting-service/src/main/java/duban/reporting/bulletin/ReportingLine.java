package duban.reporting.bulletin;

import duban.reporting.catalogue.Setting;
import duban.reporting.discipline.MonthDiscipline;
import duban.reporting.discipline.Punctuality;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a district reported, over the months of the paper's time.
 *
 * @param due reports that were owed: the sum of the four that follow
 * @param rate the share that came on time; absent where nothing was due
 */
public record ReportingLine(
    String district,
    String name,
    String nameEn,
    int due,
    int onTime,
    int late,
    int missing,
    int pending,
    @Nullable BigDecimal rate) {

  private static final int DIGITS = 4;

  /**
   * @param setting of the paper, whose names the districts have
   */
  static List<ReportingLine> of(List<MonthDiscipline> months, Setting setting) {
    Map<String, ReportingLine> byDistrict = new LinkedHashMap<>();
    for (MonthDiscipline month : months) {
      for (MonthDiscipline.District one : month.districts()) {
        byDistrict.merge(one.district(), line(one, setting), ReportingLine::plus);
      }
    }
    return new ArrayList<>(byDistrict.values());
  }

  private static ReportingLine line(MonthDiscipline.District one, Setting setting) {
    Punctuality figures = one.figures();
    return of(
        one.district(),
        setting.catalogue().name(one.district(), setting.today()),
        setting.catalogue().nameEn(one.district(), setting.today()),
        new int[] {
          figures.due(), figures.onTime(), figures.late(), figures.missing(), figures.pending()
        });
  }

  private ReportingLine plus(ReportingLine other) {
    return of(
        district,
        name,
        nameEn,
        new int[] {
          due + other.due,
          onTime + other.onTime,
          late + other.late,
          missing + other.missing,
          pending + other.pending
        });
  }

  private static ReportingLine of(String district, String name, String nameEn, int[] counts) {
    BigDecimal rate =
        counts[0] == 0
            ? null
            : BigDecimal.valueOf(counts[1])
                .divide(BigDecimal.valueOf(counts[0]), DIGITS, RoundingMode.HALF_UP);
    return new ReportingLine(
        district, name, nameEn, counts[0], counts[1], counts[2], counts[3], counts[4], rate);
  }
}
