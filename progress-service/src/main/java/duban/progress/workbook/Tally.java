package duban.progress.workbook;

import java.util.List;

/** What came of a workbook's rows. */
record Tally(long appended, long duplicate, long rejected, long untouched) {

  static Tally of(List<RowResult> results, int untouched) {
    return new Tally(
        count(results, "appended"),
        count(results, "duplicate"),
        count(results, "rejected"),
        untouched);
  }

  private static long count(List<RowResult> results, String status) {
    return results.stream().filter(row -> row.result().status().equals(status)).count();
  }

  /** For a header of the answer. */
  String header() {
    return "appended=%d, duplicate=%d, rejected=%d, untouched=%d"
        .formatted(appended, duplicate, rejected, untouched);
  }

  String words(String language) {
    return language.equals("en")
        ? "Result: %d taken, %d there already, %d refused, %d left empty"
            .formatted(appended, duplicate, rejected, untouched)
        : "处理结果：已收 %d，重复 %d，退回 %d，未填 %d".formatted(appended, duplicate, rejected, untouched);
  }
}
