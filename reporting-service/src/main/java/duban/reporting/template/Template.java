package duban.reporting.template;

import duban.contracts.template.Column;
import duban.contracts.template.Layout;
import duban.reporting.query.PlanTold;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** Writes the workbook of one plan. */
final class Template {

  private static final int CHARACTER = 256;

  private Template() {}

  /**
   * @param stages the words that a narrative's stage may say
   */
  static byte[] of(PlanTold plan, List<String> stages) {
    try (XSSFWorkbook workbook = new XSSFWorkbook();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      XSSFSheet sheet = workbook.createSheet(Layout.SHEET);
      Looks looks = new Looks(workbook);
      List<Line> lines = Lines.of(plan);
      head(sheet, looks);
      for (int i = 0; i < lines.size(); i++) {
        line(sheet.createRow(Layout.FIRST_LINE + i), lines.get(i), looks);
      }
      new Filling(sheet, lines, Layout.FIRST_LINE).restrict(plan.content(), stages);
      protect(sheet);
      print(sheet);
      Guide.write(workbook.createSheet("填报说明"), plan, looks);
      workbook.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void head(XSSFSheet sheet, Looks looks) {
    Row headings = sheet.createRow(Layout.HEADINGS);
    Row keys = sheet.createRow(Layout.KEYS);
    keys.setZeroHeight(true);
    for (Column column : Column.values()) {
      Cell heading = headings.createCell(column.index());
      heading.setCellValue(column.heading());
      heading.setCellStyle(looks.heading());
      keys.createCell(column.index()).setCellValue(column.key());
      sheet.setColumnWidth(column.index(), column.width() * CHARACTER);
    }
    // For the machine: the target's number and the title say it to people.
    sheet.setColumnHidden(Column.ITEM.index(), true);
    sheet.setColumnHidden(Column.PART.index(), true);
    sheet.createFreezePane(Column.TITLE.index() + 1, Layout.FIRST_LINE);
  }

  private static void line(Row row, Line line, Looks looks) {
    for (Column column : Column.values()) {
      Object known = Known.of(column, line);
      Cell cell = row.createCell(column.index());
      cell.setCellStyle(looks.of(column, line, known));
      fill(cell, known);
    }
  }

  private static void fill(Cell cell, @Nullable Object value) {
    switch (value) {
      case null -> {}
      case BigDecimal number -> cell.setCellValue(number.doubleValue());
      case LocalDate day -> cell.setCellValue(day);
      default -> cell.setCellValue(value.toString());
    }
  }

  /** Without a password: it keeps from mistakes, not from malice, which the upload looks for. */
  private static void protect(XSSFSheet sheet) {
    sheet.enableLocking();
    sheet.lockFormatColumns(false);
    sheet.lockFormatRows(false);
    sheet.lockSort(false);
    sheet.lockAutoFilter(false);
  }

  /** All columns on one page's width, the headings on every page. */
  private static void print(XSSFSheet sheet) {
    sheet.setFitToPage(true);
    sheet.getPrintSetup().setLandscape(true);
    sheet.getPrintSetup().setPaperSize(PrintSetup.A3_PAPERSIZE);
    sheet.getPrintSetup().setFitWidth((short) 1);
    sheet.getPrintSetup().setFitHeight((short) 0);
    sheet.setRepeatingRows(new CellRangeAddress(Layout.HEADINGS, Layout.HEADINGS, -1, -1));
  }
}
