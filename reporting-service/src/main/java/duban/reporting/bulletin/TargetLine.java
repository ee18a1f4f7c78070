package duban.reporting.bulletin;

import duban.contracts.Text;
import duban.contracts.plan.Target.Kind;
import duban.reporting.standing.Light;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A target as a paper tells it.
 *
 * @param promised in the unit; a percentage for a share
 * @param reached as reported; absent while nothing was
 * @param done share reached, 0..1
 * @param pace share due by then, 0..1
 * @param before its light at the end of the month before; absent in the plan's first month
 * @param doneBefore its share at the end of the month before
 * @param since the day since which it has been behind or overdue without a break
 * @param reason why the light is what it is
 * @param evidence how many files its reports bring
 * @param notes the latest words that came with its reports, the newest first
 * @param trace absent while nothing was reported
 * @param basis the places, in the ledger that the trace names, of every event that the figure is
 *     made of: a report and what was added since, of a target that is split those of its parts
 */
public record TargetLine(
    String target,
    String plan,
    String item,
    String district,
    String districtName,
    String districtNameEn,
    String title,
    @Nullable String titleEn,
    Kind kind,
    @Nullable String unit,
    @Nullable String indicator,
    LocalDate due,
    BigDecimal promised,
    @Nullable BigDecimal reached,
    @Nullable BigDecimal numerator,
    @Nullable BigDecimal denominator,
    BigDecimal done,
    BigDecimal pace,
    Light light,
    boolean unreported,
    @Nullable Light before,
    @Nullable BigDecimal doneBefore,
    @Nullable LocalDate since,
    @Nullable LocalDate reportedOn,
    Text reason,
    int evidence,
    List<String> notes,
    @Nullable Trace trace,
    List<Long> basis) {

  public TargetLine {
    // A paper that was issued before they named it has none.
    basis = Objects.requireNonNullElse(basis, List.of());
  }

  boolean isRed() {
    return light.isRed();
  }

  boolean wasRed() {
    return before != null && before.isRed();
  }

  /** How much further it has come since the month before. */
  BigDecimal change() {
    return doneBefore == null ? BigDecimal.ZERO : done.subtract(doneBefore);
  }
}
