package duban.reporting.supervision;

import duban.contracts.plan.Plan;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A plan's appraisal (考评), as the bureau gave it.
 *
 * @param score 0 to 100
 * @param seq its place in the ledger of the plan's district
 * @param current whether it is its plan's last
 */
public record Appraisal(
    String plan,
    String district,
    int year,
    @Nullable BigDecimal score,
    @Nullable String grade,
    @Nullable String text,
    @Nullable String by,
    Instant recordedAt,
    long seq,
    boolean current) {

  /**
   * The last one first.
   *
   * @param given a plan's, in the ledger's order
   */
  static Stream<Appraisal> of(String plan, int year, List<LoopStep> given) {
    return given.reversed().stream()
        .map(step ->
            new Appraisal(
                plan,
                Plan.districtOf(plan),
                year,
                step.score(),
                step.grade(),
                step.text(),
                step.by(),
                step.recordedAt(),
                step.seq(),
                step.seq() == given.getLast().seq()));
  }
}
