package duban.reporting.bulletin;

import duban.contracts.Ledgers;
import duban.reporting.catalogue.Catalogue;
import duban.reporting.problem.ProblemRow;
import duban.reporting.problem.ProblemState;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A problem as a paper tells it.
 *
 * @param due the last day for putting it right
 * @param trace its last step, and how many there were
 */
public record ProblemLine(
    String problem,
    String district,
    String districtName,
    String districtNameEn,
    String item,
    @Nullable String itemTitle,
    @Nullable String severity,
    @Nullable String text,
    ProblemState state,
    LocalDate due,
    long overdueDays,
    int reopened,
    Trace trace) {

  static ProblemLine of(ProblemRow row, Catalogue catalogue, LocalDate day) {
    return new ProblemLine(
        row.problem(),
        row.district(),
        catalogue.name(row.district(), day),
        catalogue.nameEn(row.district(), day),
        row.item(),
        row.itemTitle(),
        row.severity(),
        row.text(),
        row.state(),
        row.due(),
        row.overdueDays(),
        row.reopened(),
        new Trace(
            Ledgers.progress(row.district()), row.steps().getLast().seq(), row.steps().size()));
  }
}
