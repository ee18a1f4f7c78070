package duban.local.report;

/** Counts the rows of a list as it passes by. */
final class Rows {

  private final boolean table;
  private boolean quoted;
  private long ends;

  private Rows(boolean table) {
    this.table = table;
  }

  /** Of a table with a header; a cell may hold more than one line. */
  static Rows ofTable() {
    return new Rows(true);
  }

  static Rows ofLines() {
    return new Rows(false);
  }

  void see(byte[] bytes, int length) {
    for (int i = 0; i < length; i++) {
      if (bytes[i] == '"') {
        quoted = table && !quoted;
      } else if (bytes[i] == '\n' && !quoted) {
        ends++;
      }
    }
  }

  long count() {
    return table ? Math.max(0, ends - 1) : ends;
  }
}
