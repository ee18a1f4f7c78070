package duban.progress.workbook;

import duban.contracts.plan.Target.Kind;
import duban.contracts.template.Column;
import duban.contracts.template.Layout;
import duban.contracts.template.Wording;
import duban.progress.District;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A workbook in the layout that reporting-service writes, row by row. */
final class PlayedTemplate {

  private final District district;
  private final XSSFWorkbook workbook = new XSSFWorkbook();
  private final XSSFSheet sheet = workbook.createSheet(Layout.SHEET);
  private final CellStyle day = style("yyyy-mm-dd");
  private int next = Layout.FIRST_LINE;

  PlayedTemplate(District district) {
    this.district = district;
    sheet.createRow(Layout.HEADINGS);
    sheet.createRow(Layout.KEYS).setZeroHeight(true);
    for (Column column : Column.values()) {
      sheet.getRow(Layout.HEADINGS).createCell(column.index()).setCellValue(column.heading());
      sheet.getRow(Layout.KEYS).createCell(column.index()).setCellValue(column.key());
    }
  }

  /** A row of this district's target, {@code 6.1}, with nothing filled in. */
  Row row(Kind kind, String number) {
    sheet.createRow(next);
    return new Row(next++)
        .with(Column.TARGET, district.target(number))
        .with(Column.ITEM, district.target(number.substring(0, number.indexOf('.'))))
        .with(Column.KIND, Wording.of(kind));
  }

  final class Row {

    private final int index;

    private Row(int index) {
      this.index = index;
    }

    Row with(Column column, String text) {
      cell(column).setCellValue(text);
      return this;
    }

    Row with(Column column, double number) {
      cell(column).setCellValue(number);
      return this;
    }

    Row with(Column column, double number, String format) {
      cell(column).setCellValue(number);
      cell(column).setCellStyle(style(format));
      return this;
    }

    Row on(String date) {
      cell(Column.AS_OF).setCellValue(LocalDate.parse(date));
      cell(Column.AS_OF).setCellStyle(day);
      return this;
    }

    Row formula(Column column, String formula) {
      cell(column).setCellFormula(formula);
      return this;
    }

    /** As the cells are that somebody is to fill in. */
    Row unlock(Column column) {
      CellStyle open = workbook.createCellStyle();
      open.setLocked(false);
      cell(column).setCellStyle(open);
      return this;
    }

    private XSSFCell cell(Column column) {
      XSSFCell cell = sheet.getRow(index).getCell(column.index());
      return cell != null ? cell : sheet.getRow(index).createCell(column.index());
    }
  }

  XSSFSheet sheet() {
    return sheet;
  }

  XSSFWorkbook workbook() {
    return workbook;
  }

  private CellStyle style(String format) {
    CellStyle style = workbook.createCellStyle();
    style.setDataFormat(workbook.createDataFormat().getFormat(format));
    return style;
  }

  byte[] bytes() {
    return bytes(workbook);
  }

  static byte[] bytes(org.apache.poi.ss.usermodel.Workbook workbook) {
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      workbook.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
