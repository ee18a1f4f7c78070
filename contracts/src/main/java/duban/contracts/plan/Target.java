package duban.contracts.plan;

import com.fasterxml.jackson.annotation.JsonValue;
import duban.contracts.catalogue.Indicator;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One measurable promise. Values are exact decimals in the base unit (yuan, persons; per cent for
 * shares); {@code stated} keeps the document's own figure where it was scaled.
 *
 * @param id {@code 320412-2022.6.1}: plan, item key, number; the same over all revisions
 * @param operator how the value is compared; null for a project or deadline with no figure
 * @param strict whether the value itself is not enough ("超": more than)
 * @param value what was promised; null for a range, or a project with no figure
 * @param low low end of a range
 * @param high high end of a range
 * @param indicator key of the catalogue's entry it adds up under; null when it stands alone
 * @param measure flow or stock; the indicator's word, else flow, unless given
 * @param baseline where a target that falls started from
 * @param denominator the known base of a ratio or coverage, before anything is reported
 * @param scope whom it is about, in words
 * @param start first day of work on it; the plan's first day unless given
 * @param due last day; the plan's last day unless given
 * @param projects names of the projects it counts
 * @param projectsComplete whether {@code projects} names all of them
 * @param finalMilestone the step that finishes a project; completed unless given
 * @param period the period of a frequency, whose value is the count due in each
 * @param pace the plan's own pace points; linear unless given
 * @param parts over what it is split (schools, towns, projects); each is reported on by its key
 * @param continues the target of an earlier year that it goes on from, {@code 320412-2021.6.1}
 * @param programme key of the multi-year programme whose slice of this year it is
 */
public record Target(
    String id,
    String title,
    @Nullable String titleEn,
    Kind kind,
    @Nullable Operator operator,
    @Nullable Boolean strict,
    @Nullable BigDecimal value,
    @Nullable BigDecimal low,
    @Nullable BigDecimal high,
    @Nullable String unit,
    @Nullable Stated stated,
    @Nullable String indicator,
    Indicator.@Nullable Measure measure,
    @Nullable BigDecimal baseline,
    @Nullable BigDecimal denominator,
    @Nullable String scope,
    @Nullable LocalDate start,
    @Nullable LocalDate due,
    @Nullable List<String> projects,
    @Nullable Boolean projectsComplete,
    @Nullable Milestone finalMilestone,
    @Nullable Period period,
    @Nullable List<PacePoint> pace,
    @Nullable List<Part> parts,
    @Nullable String continues,
    @Nullable String programme) {

  public List<String> projectNames() {
    return projects != null ? projects : List.of();
  }

  public List<Part> partList() {
    return parts != null ? parts : List.of();
  }

  /**
   * A part of a target with its own promise, in the target's unit.
   *
   * @param key unique in the target
   * @param value what the part promises; null where only the whole has a figure
   * @param denominator the known base of the part of a ratio or coverage
   * @param due last day; the target's unless given
   * @param unit who answers for it
   */
  public record Part(
      String key,
      String title,
      @Nullable String titleEn,
      @Nullable BigDecimal value,
      @Nullable BigDecimal denominator,
      @Nullable LocalDate due,
      @Nullable String unit) {}

  /** The figure as the document states it, before it was brought to the base unit. */
  public record Stated(BigDecimal value, String unit) {}

  /** The share (0..1) that should be done by the end of a day. */
  public record PacePoint(LocalDate on, BigDecimal share) {}

  public enum Kind {
    QUANTITY,
    RATIO,
    COVERAGE,
    PROJECT,
    DEADLINE,
    FREQUENCY,
    MONEY,
    NARRATIVE;

    @JsonValue
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public enum Operator {
    AT_LEAST(">="),
    AT_MOST("<="),
    EQUAL("="),
    ABOUT("about"),
    RANGE("range");

    private final String sign;

    Operator(String sign) {
      this.sign = sign;
    }

    @JsonValue
    public String sign() {
      return sign;
    }
  }

  /** The steps of a project, in order. */
  public enum Milestone {
    PLANNED("planned"),
    STARTED("started"),
    TOPPED_OUT("topped-out"),
    COMPLETED("completed"),
    IN_USE("in-use");

    private final String word;

    Milestone(String word) {
      this.word = word;
    }

    @JsonValue
    public String word() {
      return word;
    }
  }

  public enum Period {
    WEEK,
    MONTH,
    QUARTER,
    TERM,
    YEAR;

    @JsonValue
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
