package duban.reporting.sheet;

import duban.reporting.bulletin.AppraisalLine;
import java.util.List;

/** How each plan was appraised. */
final class AppraisalSheet {

  private AppraisalSheet() {}

  static void write(Book book, List<AppraisalLine> lines) {
    Table table =
        book.table(
            "考评",
            "Appraisal",
            List.of(
                book.column("区县", "District", 14),
                book.column("计划", "Plan", 14),
                book.column("得分", "Score", 10),
                book.column("等次", "Grade", 10),
                book.column("评语", "Words", 40),
                book.column("考评人", "By", 18),
                book.column("日期", "Day", 12),
                book.column("现行", "Current", 8),
                book.column("台账", "Ledger", 18),
                book.column("位置", "Position", 10)));
    for (AppraisalLine line : lines) {
      table.row(
          book.word(line.districtName(), line.districtNameEn()),
          line.plan(),
          line.score(),
          line.grade(),
          line.text(),
          line.by(),
          line.on(),
          line.current() ? book.word("是", "yes") : null,
          line.trace().ledger(),
          line.trace().seq());
    }
    table.done();
  }
}
