package duban.reporting.sheet;

import duban.reporting.sheet.Table.Column;
import java.util.List;
import org.dhatim.fastexcel.Workbook;

/** A workbook that is being written in one language. */
record Book(Workbook workbook, boolean english) {

  String language() {
    return english ? "en" : "zh";
  }

  String word(String zh, String en) {
    return english ? en : zh;
  }

  Column column(String zh, String en, int width) {
    return new Column(word(zh, en), width);
  }

  /** A new sheet. */
  Table table(String zh, String en, List<Column> columns) {
    return new Table(workbook, word(zh, en), columns);
  }
}
