package duban.reporting.sheet;

import duban.reporting.bulletin.IndicatorLine;
import duban.reporting.bulletin.IndicatorLine.Figures;
import duban.reporting.sheet.Table.Percent;
import java.util.List;

/** Every indicator, in all and by division. */
final class IndicatorSheet {

  private IndicatorSheet() {}

  static void write(Book book, List<IndicatorLine> indicators) {
    Table table =
        book.table(
            "指标",
            "Indicators",
            List.of(
                book.column("指标", "Indicator", 28),
                book.column("单位", "Unit", 8),
                book.column("区划代码", "Code", 10),
                book.column("区划", "Division", 16),
                book.column("承诺", "Promised", 14),
                book.column("完成", "Reached", 14),
                book.column("完成率", "Share", 10),
                book.column("时序", "Pace", 10),
                book.column("上月", "Month before", 10),
                book.column("去年同期", "Year before", 10),
                book.column("状态", "Light", 10)));
    for (IndicatorLine line : indicators) {
      figures(book, table, line, line.total());
      line.districts().forEach(one -> figures(book, table, line, one));
    }
    table.done();
  }

  private static void figures(Book book, Table table, IndicatorLine line, Figures one) {
    table.row(
        book.word(line.name(), line.nameEn()),
        line.unit(),
        one.scope(),
        book.word(one.name(), one.nameEn()),
        one.promised(),
        one.reached(),
        new Percent(one.share()),
        new Percent(one.pace()),
        new Percent(one.lastMonth()),
        new Percent(one.lastYear()),
        one.light() == null ? null : one.light().title().in(book.language()));
  }
}
