package duban.local.sample;

import duban.contracts.progress.ProgressEvent;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;

/** A posting whose events have no number yet: numbers are given in the order of days. */
record Draft(LocalDate day, Voice voice, List<Line> lines) {

  static Draft of(LocalDate day, Voice voice, String key, ProgressEvent event) {
    return new Draft(day, voice, List.of(new Line(key, ids -> event)));
  }

  /**
   * @param key by which another line may speak of this one, before either has its id
   * @param event the event, once the ids of keys are known
   */
  record Line(String key, Written event) {}

  @FunctionalInterface
  interface Written {
    ProgressEvent with(UnaryOperator<String> idOf);
  }
}
