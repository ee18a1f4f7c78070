package duban.contracts.template;

/** Where the sheet has what; rows count from 0. */
public final class Layout {

  public static final String SHEET = "进展";
  public static final int HEADINGS = 0;

  /** Hidden; by its keys the columns are found again. */
  public static final int KEYS = 1;

  public static final int FIRST_LINE = 2;

  /** Key of the column that is added when a filled workbook is handed back. */
  public static final String RESULT = "result";

  private Layout() {}
}
