package duban.plans.comparison;

import com.fasterxml.jackson.annotation.JsonValue;
import duban.contracts.plan.Target;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Two plans side by side.
 *
 * @param rows this plan's targets in its order, then those of the other that vanished
 */
@Schema(name = "Comparison")
public record Comparison(Side plan, Side with, Tally tally, List<Row> rows) {

  /**
   * @param content draft, prospect (with what is still undecided) or published
   */
  @Schema(name = "ComparedPlan")
  public record Side(
      String plan, int year, String title, String content, @Nullable Integer revision) {}

  @Schema(name = "ComparisonTally")
  public record Tally(int continued, int rose, int fell, int added, int vanished) {}

  /**
   * One promise in both years, or in one of them.
   *
   * @param before the other plan's target
   * @param after this plan's target
   * @param figureBefore the figure that it stands for: its value, a range's low end
   * @param difference after less before, in their unit
   * @param share difference over before; absent when that is 0
   * @param by why the two were taken for the same promise: indicator or title
   * @param likeness of their titles, 0 to 1
   */
  @Schema(name = "ComparisonRow")
  public record Row(
      Kind change,
      @Nullable Target before,
      @Nullable Target after,
      @Nullable BigDecimal figureBefore,
      @Nullable BigDecimal figureAfter,
      @Nullable BigDecimal difference,
      @Nullable BigDecimal share,
      @Nullable String by,
      @Nullable BigDecimal likeness) {}

  @Schema(name = "ComparisonKind")
  public enum Kind {
    CONTINUED,
    ROSE,
    FELL,
    NEW,
    VANISHED;

    @JsonValue
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
