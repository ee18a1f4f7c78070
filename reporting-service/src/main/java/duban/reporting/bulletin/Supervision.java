package duban.reporting.bulletin;

import duban.reporting.discipline.MonthDiscipline;
import duban.reporting.problem.ProblemRow;
import duban.reporting.supervision.Appraisal;
import java.util.List;

/**
 * What is told beside the targets.
 *
 * @param months who reported in time
 * @param appraisals by plan, each plan's last one first
 */
record Supervision(
    List<ProblemRow> problems, List<MonthDiscipline> months, List<Appraisal> appraisals) {}
