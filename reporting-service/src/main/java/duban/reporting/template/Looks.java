package duban.reporting.template;

import duban.contracts.template.Column;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** The looks of cells, made once a workbook: a file may hold only so many. */
final class Looks {

  private static final String DAY = "yyyy-mm-dd";
  private static final String TEXT = "@";

  /** A point at the end of a whole number is what one format for all figures would show. */
  private static final String WHOLE = "#,##0";

  private static final String FRACTION = "#,##0.0#####";
  private static final String ANY = "General";

  /** Who may fill a cell in, and how it shows what it has. */
  private record Look(@Nullable IndexedColors colour, String format, boolean open) {}

  private final XSSFWorkbook workbook;
  private final Map<Look, CellStyle> styles = new HashMap<>();
  private final CellStyle heading;

  Looks(XSSFWorkbook workbook) {
    this.workbook = workbook;
    this.heading = style(new Look(IndexedColors.PALE_BLUE, TEXT, false));
    Font bold = workbook.createFont();
    bold.setBold(true);
    heading.setFont(bold);
  }

  CellStyle heading() {
    return heading;
  }

  /** Lines of words. */
  CellStyle words() {
    CellStyle words = workbook.createCellStyle();
    words.setWrapText(true);
    words.setVerticalAlignment(VerticalAlignment.TOP);
    return words;
  }

  /** What is known is locked, what the kind takes is open, and the rest is grey and locked. */
  CellStyle of(Column column, Line line, @Nullable Object known) {
    if (column.isKey() || known != null) {
      return styles.computeIfAbsent(
          new Look(IndexedColors.LEMON_CHIFFON, format(column, known), false), this::style);
    }
    return column.isTakenBy(line.target().kind())
        ? styles.computeIfAbsent(new Look(null, format(column, null), true), this::style)
        : styles.computeIfAbsent(new Look(IndexedColors.GREY_25_PERCENT, ANY, false), this::style);
  }

  private static String format(Column column, @Nullable Object known) {
    if (column.isDay()) {
      return DAY;
    }
    if (known instanceof BigDecimal number) {
      return number.stripTrailingZeros().scale() > 0 ? FRACTION : WHOLE;
    }
    // As text, so that what is typed stays as it is.
    return column.isNumber() ? ANY : TEXT;
  }

  private CellStyle style(Look look) {
    CellStyle style = workbook.createCellStyle();
    style.setBorderTop(BorderStyle.THIN);
    style.setBorderBottom(BorderStyle.THIN);
    style.setBorderLeft(BorderStyle.THIN);
    style.setBorderRight(BorderStyle.THIN);
    style.setVerticalAlignment(VerticalAlignment.CENTER);
    style.setWrapText(look.format().equals(TEXT));
    style.setDataFormat(workbook.createDataFormat().getFormat(look.format()));
    style.setLocked(!look.open());
    if (look.colour() != null) {
      style.setFillForegroundColor(look.colour().getIndex());
      style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    }
    return style;
  }
}
