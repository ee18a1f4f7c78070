package duban.reporting.sheet;

import duban.reporting.bulletin.Lights;
import duban.reporting.bulletin.ScopeLine;
import duban.reporting.standing.Light;
import java.util.List;

/** How many targets of each division stand where. */
final class OverviewSheet {

  private OverviewSheet() {}

  static void write(Book book, List<ScopeLine> scopes) {
    Table table =
        book.table(
            "概览",
            "Overview",
            List.of(
                book.column("区划代码", "Code", 10),
                book.column("区划", "Division", 16),
                book.column("时点", "When", 12),
                book.column("目标数", "Targets", 10),
                book.column("已有报送", "Reported", 10),
                book.column("未报送", "Unreported", 10),
                book.column("已达成", "Achieved", 10),
                book.column("正常", "On track", 10),
                book.column("预警", "At risk", 10),
                book.column("滞后", "Behind", 10),
                book.column("逾期", "Overdue", 10),
                book.column("未到期", "Not due", 10)));
    for (ScopeLine scope : scopes) {
      lights(book, table, scope, book.word("本期", "Now"), scope.now());
      if (scope.lastMonth() != null) {
        lights(book, table, scope, book.word("上月", "Month before"), scope.lastMonth());
      }
      if (scope.lastYear() != null) {
        lights(book, table, scope, book.word("去年同期", "Year before"), scope.lastYear());
      }
    }
    table.done();
  }

  private static void lights(Book book, Table table, ScopeLine scope, String when, Lights lights) {
    table.row(
        scope.scope(),
        book.word(scope.name(), scope.nameEn()),
        when,
        lights.targets(),
        lights.reported(),
        lights.unreported(),
        lights.of(Light.ACHIEVED),
        lights.of(Light.ON_TRACK),
        lights.of(Light.AT_RISK),
        lights.of(Light.BEHIND),
        lights.of(Light.OVERDUE),
        lights.of(Light.NOT_DUE));
  }
}
