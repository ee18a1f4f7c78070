package duban.reporting.bulletin;

import duban.reporting.discipline.MonthDiscipline;
import duban.reporting.problem.ProblemRow;
import java.util.List;

/** What is told beside the targets: problems, and who reported in time. */
record Supervision(List<ProblemRow> problems, List<MonthDiscipline> months) {}
