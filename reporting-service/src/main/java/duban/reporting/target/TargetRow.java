package duban.reporting.target;

import duban.contracts.Text;
import duban.contracts.plan.Target;
import duban.contracts.plan.Target.Kind;
import duban.contracts.plan.Target.Operator;
import duban.reporting.plan.TargetPlace;
import duban.reporting.promise.Definition;
import duban.reporting.reason.Reason;
import duban.reporting.reason.Remarks;
import duban.reporting.standing.Detail;
import duban.reporting.standing.Light;
import duban.reporting.standing.Standing;
import duban.reporting.standing.Verdict;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A target and where it stands, as a client sees it.
 *
 * @param promised the figure promised, in the unit; a percentage for a share
 * @param reached the figure as reported; absent while nothing was
 * @param done share reached, 0..1
 * @param pace share due by now, 0..1
 * @param reportedOn the day of the latest observation that counts
 * @param verdict the bureau's word on the latest observation that counts
 * @param disputed whether the latest observation is disputed, whether it counts or not
 * @param partsPromised what the parts of a target promise together; absent where that is not known
 * @param partsDiffer whether a report of the whole says another figure than the parts
 * @param explanationDue why a written explanation is due; absent when none is
 * @param reason why the light is what it is
 */
public record TargetRow(
    String target,
    String plan,
    String item,
    String district,
    int year,
    int revision,
    String title,
    @Nullable String titleEn,
    Kind kind,
    @Nullable Operator operator,
    @Nullable String unit,
    @Nullable String indicator,
    LocalDate start,
    LocalDate due,
    BigDecimal promised,
    @Nullable BigDecimal low,
    @Nullable BigDecimal high,
    @Nullable BigDecimal reached,
    @Nullable BigDecimal numerator,
    @Nullable BigDecimal denominator,
    BigDecimal done,
    BigDecimal pace,
    Light light,
    boolean unreported,
    @Nullable LocalDate reportedOn,
    @Nullable Instant reportedAt,
    @Nullable Verdict verdict,
    boolean disputed,
    @Nullable BigDecimal partsPromised,
    boolean partsDiffer,
    @Nullable Text explanationDue,
    Text reason) {

  public static TargetRow of(TargetPlace place, Definition definition, Standing standing) {
    Target target = definition.target();
    Detail detail = standing.detail();
    return new TargetRow(
        place.target(),
        place.plan(),
        place.item(),
        place.district(),
        place.year(),
        place.revision(),
        target.title(),
        target.titleEn(),
        target.kind(),
        target.operator(),
        target.unit(),
        target.indicator(),
        definition.start(),
        definition.due(),
        definition.promised().stripTrailingZeros(),
        target.low(),
        target.high(),
        plain(standing.figure()),
        plain(standing.numerator()),
        plain(standing.denominator()),
        standing.done().stripTrailingZeros(),
        standing.pace().stripTrailingZeros(),
        standing.light(),
        standing.unreported(),
        standing.reportedOn(),
        standing.reportedAt(),
        detail.verdict(),
        detail.disputed(),
        detail.partsPromised(),
        detail.partsDiffer(),
        Remarks.explanation(definition, standing),
        Reason.of(definition, standing));
  }

  /** The same figure always looks the same, whether it was reported as 1.5 or as 1.50. */
  private static @Nullable BigDecimal plain(@Nullable BigDecimal figure) {
    return figure == null ? null : figure.stripTrailingZeros();
  }
}
