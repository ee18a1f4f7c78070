package duban.reporting.bulletin;

import duban.reporting.calendar.Calendar;
import duban.reporting.catalogue.Setting;
import duban.reporting.problem.ProblemRow;
import duban.reporting.problem.ProblemState;
import duban.reporting.problem.ProblemStep;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;

/**
 * The problems of the plans' year.
 *
 * @param open how many are open, overdue ones included
 * @param rectified how many are put right as their districts say, and not checked yet
 * @param closed how many were checked
 * @param opened those that were opened in the paper's time
 * @param verified those that were checked in the paper's time
 * @param overdue those that are open past their day
 */
public record ProblemPart(
    int open,
    int rectified,
    int closed,
    List<ProblemLine> opened,
    List<ProblemLine> verified,
    List<ProblemLine> overdue) {

  static ProblemPart of(Edition edition, List<ProblemRow> rows, Setting setting) {
    return new ProblemPart(
        count(rows, ProblemState.OPEN),
        count(rows, ProblemState.RECTIFIED),
        count(rows, ProblemState.CLOSED),
        lines(rows, row -> within(edition, row.openedAt()), setting),
        lines(
            rows,
            row -> row.state() == ProblemState.CLOSED && within(edition, verifiedAt(row.steps())),
            setting),
        lines(rows, ProblemRow::overdue, setting));
  }

  private static int count(List<ProblemRow> rows, ProblemState state) {
    return (int) rows.stream().filter(row -> row.state() == state).count();
  }

  private static Instant verifiedAt(List<ProblemStep> steps) {
    return steps.getLast().recordedAt();
  }

  /** A step belongs to the day of its recording. */
  private static boolean within(Edition edition, Instant moment) {
    LocalDate day = LocalDate.ofInstant(moment, Calendar.ZONE);
    return !day.isBefore(edition.first()) && !day.isAfter(edition.last());
  }

  private static List<ProblemLine> lines(
      List<ProblemRow> rows, Predicate<ProblemRow> wanted, Setting setting) {
    return rows.stream()
        .filter(wanted)
        .map(row -> ProblemLine.of(row, setting.catalogue(), setting.today()))
        .toList();
  }
}
