package duban.reporting.sheet;

import duban.reporting.bulletin.Summary;
import java.util.List;

/** What is left open and may be carried into the next year. */
final class OpenSheet {

  private OpenSheet() {}

  static void write(Book book, Summary summary) {
    Table table =
        book.table(
            "结转建议",
            "Next year",
            List.of(
                book.column("编号", "Id", 18),
                book.column("区县", "District", 14),
                book.column("目标", "Target", 40),
                book.column("单位", "Unit", 8),
                book.column("承诺", "Promised", 14),
                book.column("完成", "Reached", 14),
                book.column("尚缺", "Remaining", 14),
                book.column("原因", "Why", 50)));
    summary
        .open()
        .forEach(item ->
            table.row(
                item.target(),
                item.districtName(),
                item.title(),
                item.unit(),
                item.promised(),
                item.reached(),
                item.remaining(),
                item.why().in(book.language())));
    table.done();
  }
}
