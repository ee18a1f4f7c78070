package duban.reporting.supervision;

import duban.contracts.Text;
import duban.reporting.target.TargetRow;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A target whose latest report wants a written explanation.
 *
 * @param explanationDue why, in the words of the target's standing
 */
public record OwedExplanation(
    String target, String title, @Nullable String titleEn, Text explanationDue) {

  static OwedExplanation of(TargetRow row) {
    return new OwedExplanation(
        row.target(), row.title(), row.titleEn(), Objects.requireNonNull(row.explanationDue()));
  }
}
