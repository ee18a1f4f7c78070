package duban.reporting.sheet;

import duban.reporting.bulletin.ProblemLine;
import duban.reporting.bulletin.ProblemPart;
import java.util.List;

/** The problems that were opened, closed or overdue. */
final class ProblemSheet {

  private ProblemSheet() {}

  static void write(Book book, ProblemPart part) {
    Table table =
        book.table(
            "问题",
            "Problems",
            List.of(
                book.column("情形", "Which", 10),
                book.column("编号", "Id", 16),
                book.column("区县", "District", 14),
                book.column("工作项", "Item", 30),
                book.column("内容", "What", 40),
                book.column("状态", "State", 10),
                book.column("期限", "Due", 12),
                book.column("逾期天数", "Days over", 10),
                book.column("台账", "Ledger", 18),
                book.column("位置", "Position", 10)));
    problems(book, table, book.word("新增", "opened"), part.opened());
    problems(book, table, book.word("销号", "closed"), part.verified());
    problems(book, table, book.word("逾期", "overdue"), part.overdue());
    table.done();
  }

  private static void problems(Book book, Table table, String which, List<ProblemLine> lines) {
    for (ProblemLine line : lines) {
      table.row(
          which,
          line.problem(),
          book.word(line.districtName(), line.districtNameEn()),
          line.itemTitle() == null ? line.item() : line.itemTitle(),
          line.text(),
          line.state().title().in(book.language()),
          line.due(),
          line.overdueDays(),
          line.trace().ledger(),
          line.trace().seq());
    }
  }
}
