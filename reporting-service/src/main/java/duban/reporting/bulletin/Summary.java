package duban.reporting.bulletin;

import duban.contracts.Text;
import duban.contracts.catalogue.Issue.Position;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A year's summary.
 *
 * @param plans every plan, with what its amendments added and dropped
 * @param open what was not achieved, proposed for the next year
 * @param appraisals how the bureau appraised each plan, by district, the last one first
 */
public record Summary(
    Heading heading,
    Map<String, Position> positions,
    List<ScopeLine> overview,
    List<PlanLine> plans,
    List<TargetLine> targets,
    List<OpenItem> open,
    List<IndicatorLine> indicators,
    List<ReportingLine> reporting,
    ProblemPart problems,
    List<AppraisalLine> appraisals)
    implements Paper {

  /**
   * @param revision the one in force at the end
   * @param closed whether no more reports are taken
   */
  public record PlanLine(
      String plan,
      String district,
      String districtName,
      String districtNameEn,
      String title,
      @Nullable String titleEn,
      int revision,
      boolean closed,
      List<Amended> added,
      List<Amended> dropped) {}

  /** A target that an amendment brought or took away. */
  public record Amended(String target, String title, int revision) {}

  /**
   * A promise that goes on.
   *
   * @param remaining what is missing, in the unit; percentage points for a share
   * @param why it was not achieved
   */
  public record OpenItem(
      String target,
      String district,
      String districtName,
      String title,
      @Nullable String titleEn,
      @Nullable String unit,
      BigDecimal promised,
      @Nullable BigDecimal reached,
      BigDecimal remaining,
      Text why) {

    static OpenItem of(TargetLine line) {
      BigDecimal reached = line.reached() == null ? BigDecimal.ZERO : line.reached();
      return new OpenItem(
          line.target(),
          line.district(),
          line.districtName(),
          line.title(),
          line.titleEn(),
          line.unit(),
          line.promised(),
          line.reached(),
          // A falling target misses from above.
          line.promised().subtract(reached).abs(),
          line.reason());
    }
  }

  @Override
  public Summary at(Map<String, Position> others) {
    return new Summary(
        heading,
        others,
        overview,
        plans,
        targets,
        open,
        indicators,
        reporting,
        problems,
        appraisals);
  }
}
