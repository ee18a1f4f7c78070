package duban.reporting.sheet;

import duban.reporting.bulletin.ReportingLine;
import duban.reporting.sheet.Table.Percent;
import java.util.List;

/** Who reported on time. */
final class ReportingSheet {

  private ReportingSheet() {}

  static void write(Book book, List<ReportingLine> lines) {
    Table table =
        book.table(
            "报送",
            "Reporting",
            List.of(
                book.column("区县", "District", 16),
                book.column("应报", "Due", 10),
                book.column("按时", "On time", 10),
                book.column("迟报", "Late", 10),
                book.column("未报", "Missing", 10),
                book.column("待报", "Pending", 10),
                book.column("按时率", "Rate", 10)));
    for (ReportingLine line : lines) {
      table.row(
          book.word(line.name(), line.nameEn()),
          line.due(),
          line.onTime(),
          line.late(),
          line.missing(),
          line.pending(),
          new Percent(line.rate()));
    }
    table.done();
  }
}
