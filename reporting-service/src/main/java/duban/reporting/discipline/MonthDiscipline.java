package duban.reporting.discipline;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A month's reports.
 *
 * @param due the last day on which they are on time
 * @param total of all the districts
 * @param districts those with a plan of the year, by code
 */
public record MonthDiscipline(
    YearMonth month, LocalDate due, Punctuality total, List<District> districts) {

  /**
   * @param targets one by one; absent unless asked for
   */
  @Schema(name = "DisciplineDistrict")
  public record District(
      String district,
      String name,
      String nameEn,
      @JsonUnwrapped Punctuality figures,
      @Nullable List<Owed> targets) {

    public District brief() {
      return new District(district, name, nameEn, figures, null);
    }
  }

  /**
   * A report that was owed.
   *
   * @param reportedAt when the month's first report was recorded; absent while there is none
   */
  public record Owed(
      String target,
      String item,
      String title,
      @Nullable String titleEn,
      ReportState state,
      @Nullable Instant reportedAt) {}

  /** Without the targets one by one. */
  public MonthDiscipline brief() {
    return new MonthDiscipline(month, due, total, districts.stream().map(District::brief).toList());
  }
}
