package duban.reporting.problem;

/** The problems beside an item's light. */
public record ItemProblems(int open, int overdue) {

  public static final ItemProblems NONE = new ItemProblems(0, 0);
}
