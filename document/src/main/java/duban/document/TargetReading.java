package duban.document;

import duban.contracts.plan.Target;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A target, and the words that state it.
 *
 * @param quote the span's own text
 * @param role a plan promises, a summary reports
 * @param title what is counted, built or reached, in simplified characters: 新增学位
 * @param verb 新增; null when the words have none
 * @param operator null when the words state no figure
 * @param strict more than, or less than, the figure itself (超)
 * @param value as stated; null for a range and where there is no figure
 * @param unit as stated, 万人次
 * @param base the same figures in the base unit, exact: 25000 人次; null where there is no figure
 * @param period of a frequency
 * @param scope whom it is about
 * @param due the day the words name, or the year's last; null for work with no end in sight
 * @param named the projects it names
 * @param namedComplete whether those are all
 * @param implied whether the figure follows from the words (全覆盖 is 100 %) and is not written
 * @param trend {@code up} or {@code down}, where only a direction is promised
 * @param confidence 0 to 1: how sure the rule is that these words promise just this
 * @param doubts what a person should look at
 */
public record TargetReading(
    String quote,
    Span span,
    Role role,
    Target.Kind kind,
    String title,
    @Nullable String verb,
    Target.@Nullable Operator operator,
    boolean strict,
    @Nullable BigDecimal value,
    @Nullable BigDecimal low,
    @Nullable BigDecimal high,
    @Nullable String unit,
    @Nullable Base base,
    Target.@Nullable Period period,
    @Nullable String scope,
    @Nullable LocalDate due,
    List<String> named,
    boolean namedComplete,
    boolean implied,
    @Nullable String trend,
    BigDecimal confidence,
    List<PlanReading.Words> doubts) {

  public enum Role {
    TARGET,
    RESULT
  }

  /** Figures in the unit that they add up in: yuan, persons, per cent. */
  public record Base(
      @Nullable BigDecimal value,
      @Nullable BigDecimal low,
      @Nullable BigDecimal high,
      String unit) {}
}
