package duban.reporting.sheet;

import duban.contracts.template.Wording;
import duban.reporting.bulletin.TargetLine;
import duban.reporting.sheet.Table.Percent;
import java.util.List;
import java.util.stream.Collectors;

/** Every target with where it stands, why, and where its figure is from. */
final class TargetSheet {

  private TargetSheet() {}

  static void write(Book book, List<TargetLine> lines) {
    Table table =
        book.table(
            "目标",
            "Targets",
            List.of(
                book.column("编号", "Id", 18),
                book.column("区县", "District", 14),
                book.column("目标", "Target", 40),
                book.column("类型", "Kind", 10),
                book.column("单位", "Unit", 8),
                book.column("承诺", "Promised", 14),
                book.column("完成", "Reached", 14),
                book.column("分子", "Numerator", 12),
                book.column("分母", "Denominator", 12),
                book.column("完成率", "Share", 10),
                book.column("时序", "Pace", 10),
                book.column("状态", "Light", 10),
                book.column("未报送", "Unreported", 8),
                book.column("滞后起于", "Red since", 12),
                book.column("报送日期", "Reported on", 12),
                book.column("原因", "Why", 50),
                book.column("佐证", "Evidence", 8),
                book.column("台账", "Ledger", 18),
                book.column("位置", "Position", 10),
                book.column("构成", "Made of", 24)));
    for (TargetLine line : lines) {
      table.row(
          line.target(),
          book.word(line.districtName(), line.districtNameEn()),
          book.word(line.title(), line.titleEn() == null ? line.title() : line.titleEn()),
          book.word(Wording.of(line.kind()), line.kind().word()),
          line.unit(),
          line.promised(),
          line.reached(),
          line.numerator(),
          line.denominator(),
          new Percent(line.done()),
          new Percent(line.pace()),
          line.light().title().in(book.language()),
          line.unreported() ? book.word("是", "yes") : null,
          line.since(),
          line.reportedOn(),
          line.reason().in(book.language()),
          line.evidence(),
          line.trace() == null ? null : line.trace().ledger(),
          line.trace() == null ? null : line.trace().seq(),
          line.basis().stream().map(String::valueOf).collect(Collectors.joining(" ")));
    }
    table.done();
  }
}
