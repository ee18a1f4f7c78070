package duban.reporting.problem;

/**
 * How many problems stand how.
 *
 * @param open overdue ones included
 * @param reopened those that were opened again at least once, however they stand
 */
public record ProblemCounts(int open, int rectified, int closed, int overdue, int reopened) {}
