package duban.reporting.standing;

import duban.reporting.promise.Definition;
import duban.reporting.promise.Pace;
import duban.reporting.standing.Detail.Explanation;
import duban.reporting.standing.Observation.Added;
import duban.reporting.standing.Observation.Reported;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** When a report wants a written explanation: too little for its day, or too much to believe. */
final class Explaining {

  private Explaining() {}

  /**
   * @param last the latest observation that counts
   * @param result what the target came to with it
   */
  static @Nullable Explanation due(
      Definition definition, @Nullable Observation last, Result result) {
    if (!(last instanceof Reported || last instanceof Added) || last.answer().explained()) {
      return null;
    }
    BigDecimal pace = Pace.on(definition, last.day());
    if (result.done().compareTo(pace.multiply(definition.settings().explainBelow())) < 0) {
      return Explanation.BELOW;
    }
    return isAbove(definition, result) ? Explanation.ABOVE : null;
  }

  /** Of what must fall, much is little done, and its pace says so. */
  private static boolean isAbove(Definition definition, Result result) {
    BigDecimal limit = definition.promised().multiply(definition.settings().explainAbove());
    return !definition.falls() && result.figure() != null && result.figure().compareTo(limit) > 0;
  }
}
