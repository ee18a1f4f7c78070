package duban.reporting.sheet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** One sheet with a frozen heading, filled row by row. */
final class Table {

  private static final String PERCENT = "0.0%";
  private static final String DAY = "yyyy-mm-dd";
  private static final String NUMBER = "#,##0.######";
  private static final String GREY = "D9D9D9";

  /**
   * @param width in characters
   */
  record Column(String heading, int width) {}

  /** A number between 0 and 1 that is shown as per cent. */
  record Percent(@Nullable BigDecimal share) {}

  private final Worksheet sheet;
  private int row;

  Table(Workbook workbook, String name, List<Column> columns) {
    this.sheet = workbook.newWorksheet(name);
    for (int c = 0; c < columns.size(); c++) {
      sheet.value(0, c, columns.get(c).heading());
      sheet.width(c, columns.get(c).width());
    }
    sheet.range(0, 0, 0, columns.size() - 1).style().bold().fillColor(GREY).wrapText(true).set();
    sheet.freezePane(0, 1);
  }

  /** Words stay words: a text that begins like a formula is a string cell like any other. */
  Table row(@Nullable Object... cells) {
    row++;
    for (int c = 0; c < cells.length; c++) {
      cell(c, cells[c]);
    }
    return this;
  }

  private void cell(int column, @Nullable Object value) {
    switch (value) {
      case null -> {}
      case Percent(BigDecimal share) -> {
        if (share != null) {
          sheet.value(row, column, share);
          sheet.style(row, column).format(PERCENT).set();
        }
      }
      case BigDecimal number -> {
        sheet.value(row, column, number);
        sheet.style(row, column).format(NUMBER).set();
      }
      case Number number -> sheet.value(row, column, number);
      case LocalDate day -> {
        sheet.value(row, column, day);
        sheet.style(row, column).format(DAY).set();
      }
      default -> sheet.value(row, column, value.toString());
    }
  }

  void done() {
    try {
      sheet.finish();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
