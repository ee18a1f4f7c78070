package duban.reporting.template;

import duban.contracts.plan.Target.Part;
import duban.reporting.query.PlanTold;
import duban.reporting.target.TargetRow;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** Writes the workbook of one plan. */
final class Template {

  static final int HEADINGS = 0;
  static final int KEYS = 1;
  static final int FIRST_LINE = 2;
  private static final int CHARACTER = 256;

  private Template() {}

  /**
   * @param stages the words that a narrative's stage may say
   */
  static byte[] of(PlanTold plan, List<String> stages) {
    try (XSSFWorkbook workbook = new XSSFWorkbook();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      XSSFSheet sheet = workbook.createSheet("进展");
      Looks looks = new Looks(workbook);
      List<Line> lines = Line.of(plan);
      head(sheet, looks);
      for (int i = 0; i < lines.size(); i++) {
        line(sheet.createRow(FIRST_LINE + i), lines.get(i), looks);
      }
      new Filling(sheet, lines, FIRST_LINE).restrict(plan.content(), stages);
      protect(sheet);
      Guide.write(workbook.createSheet("填报说明"), plan);
      workbook.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void head(XSSFSheet sheet, Looks looks) {
    Row headings = sheet.createRow(HEADINGS);
    Row keys = sheet.createRow(KEYS);
    keys.setZeroHeight(true);
    for (Field field : Field.values()) {
      Cell heading = headings.createCell(field.column());
      heading.setCellValue(field.heading());
      heading.setCellStyle(looks.heading());
      keys.createCell(field.column()).setCellValue(field.key());
      sheet.setColumnWidth(field.column(), field.width() * CHARACTER);
    }
    sheet.createFreezePane(Field.TITLE.column() + 1, FIRST_LINE);
  }

  private static void line(Row row, Line line, Looks looks) {
    for (Field field : Field.values()) {
      Cell cell = row.createCell(field.column());
      cell.setCellStyle(looks.of(field, line.target().kind()));
      fill(cell, known(field, line));
    }
  }

  /** What is known already; only keys and a project's name are. */
  private static @Nullable Object known(Field field, Line line) {
    TargetRow told = line.told();
    Part part = line.part();
    return switch (field) {
      case TARGET -> line.target().id();
      case ITEM -> line.item();
      case KIND -> line.target().kind().word();
      case TITLE ->
          part == null ? line.target().title() : line.target().title() + "：" + part.title();
      case UNIT -> line.target().unit();
      case PROMISED -> part == null ? (told == null ? null : told.promised()) : part.value();
      // A part's own figure is not told; the whole's would mislead.
      case LAST_VALUE -> part != null || told == null ? null : told.reached();
      case LAST_DATE -> part != null || told == null ? null : told.reportedOn();
      case PART -> part == null ? null : part.key();
      case PROJECT -> line.project();
      case AS_OF,
          VALUE,
          NUMERATOR,
          DENOMINATOR,
          AMOUNT,
          MILESTONE,
          STAGE,
          PERCENT,
          NOTE,
          EXPLANATION,
          EVIDENCE ->
          null;
    };
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
}
