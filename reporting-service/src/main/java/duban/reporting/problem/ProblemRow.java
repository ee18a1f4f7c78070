package duban.reporting.problem;

import com.fasterxml.jackson.annotation.JsonIgnore;
import duban.contracts.plan.Plan;
import duban.reporting.calendar.Calendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A problem and where it stands, as a client sees it.
 *
 * @param item of its opening
 * @param itemTitle absent while the item's plan is not known here
 * @param due the last day for putting it right; a reopening that names none leaves it as it was
 * @param reopened how often it was opened again
 * @param overdue open, and its last day is past
 * @param overdueDays how long past; 0 unless overdue
 * @param steps in the ledger's order
 */
public record ProblemRow(
    String problem,
    String district,
    String item,
    @Nullable String itemTitle,
    @Nullable String itemTitleEn,
    String plan,
    int year,
    ProblemState state,
    @Nullable String severity,
    @Nullable String text,
    Instant openedAt,
    LocalDate due,
    int reopened,
    boolean overdue,
    long overdueDays,
    List<ProblemStep> steps) {

  /** An item's words. */
  record Titles(@Nullable String zh, @Nullable String en) {}

  /**
   * Folds a problem's steps.
   *
   * @param steps in the ledger's order, at least one
   * @param day the day that decides what is overdue
   */
  static ProblemRow of(
      String district, String problem, Titles titles, List<ProblemStep> steps, LocalDate day) {
    ProblemStep opening = steps.getFirst();
    ProblemState state = steps.getLast().after();
    LocalDate due = LocalDate.ofInstant(opening.recordedAt(), Calendar.ZONE);
    int reopened = 0;
    for (ProblemStep step : steps) {
      due = step.due() == null ? due : step.due();
      reopened += step.state() == ProblemStep.Kind.REOPENED ? 1 : 0;
    }
    boolean overdue = state == ProblemState.OPEN && due.isBefore(day);
    String plan = Plan.idOf(opening.item());
    return new ProblemRow(
        problem,
        district,
        opening.item(),
        titles.zh(),
        titles.en(),
        plan,
        yearOf(plan),
        state,
        opening.severity(),
        opening.text(),
        opening.recordedAt(),
        due,
        reopened,
        overdue,
        overdue ? ChronoUnit.DAYS.between(due, day) : 0,
        List.copyOf(steps));
  }

  static int yearOf(String plan) {
    return Integer.parseInt(plan.substring(plan.length() - 4));
  }

  /** {@code 320412/WJ-2022-01}: a problem's key is its district's own. */
  @JsonIgnore
  public String key() {
    return district + "/" + problem;
  }

  /** The cursor that goes on behind it. */
  @JsonIgnore
  public ProblemPlace place() {
    return new ProblemPlace(due, district, problem);
  }
}
