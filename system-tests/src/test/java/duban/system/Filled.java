package duban.system;

import duban.contracts.template.Column;
import duban.contracts.template.Layout;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A downloaded workbook, in the clerk's hands. */
final class Filled {

  private final XSSFWorkbook workbook;
  private final XSSFSheet sheet;

  Filled(byte[] workbook) throws IOException {
    this.workbook = new XSSFWorkbook(new ByteArrayInputStream(workbook));
    this.sheet = this.workbook.getSheet(Layout.SHEET);
  }

  byte[] bytes() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    workbook.write(out);
    return out.toByteArray();
  }

  /** The first row of the target, {@code 1.1}, with this part or project; empty for none. */
  Row row(String number, String partOrProject) {
    return IntStream.rangeClosed(Layout.FIRST_LINE, sheet.getLastRowNum())
        .mapToObj(Row::new)
        .filter(row -> row.text(Column.TARGET).endsWith("-2022." + number))
        .filter(row -> (row.text(Column.PART) + row.text(Column.PROJECT)).equals(partOrProject))
        .findFirst()
        .orElseThrow();
  }

  final class Row {

    private final int index;

    private Row(int index) {
      this.index = index;
    }

    Row put(Column column, double figure) {
      cell(column).setCellValue(figure);
      return this;
    }

    Row put(Column column, String text) {
      cell(column).setCellValue(text);
      return this;
    }

    /** The cell shows it as a day already. */
    Row on(String day) {
      cell(Column.AS_OF).setCellValue(LocalDate.parse(day));
      return this;
    }

    String text(Column column) {
      return cell(column).toString();
    }

    String comment(Column column) {
      return cell(column).getCellComment().getString().getString();
    }

    String result() {
      return sheet.getRow(index).getCell(Column.values().length).getStringCellValue();
    }

    private XSSFCell cell(Column column) {
      return sheet.getRow(index).getCell(column.index());
    }
  }
}
