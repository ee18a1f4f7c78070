package duban.reporting.template;

import duban.contracts.plan.Target.Kind;
import java.util.EnumMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The looks of cells, made once a workbook: a file may hold only so many. */
final class Looks {

  private static final String NUMBER = "#,##0.######";
  private static final String DAY = "yyyy-mm-dd";

  private final XSSFWorkbook workbook;
  private final CellStyle heading;
  private final CellStyle closed;
  private final Map<Field, CellStyle> keys = new EnumMap<>(Field.class);
  private final Map<Field, CellStyle> inputs = new EnumMap<>(Field.class);

  Looks(XSSFWorkbook workbook) {
    this.workbook = workbook;
    this.heading = filled(IndexedColors.PALE_BLUE);
    Font bold = workbook.createFont();
    bold.setBold(true);
    heading.setFont(bold);
    this.closed = filled(IndexedColors.GREY_25_PERCENT);
  }

  CellStyle heading() {
    return heading;
  }

  /** A key is locked, what the kind takes is open, and the rest is grey and locked. */
  CellStyle of(Field field, Kind kind) {
    if (field.isKey()) {
      return keys.computeIfAbsent(field, this::key);
    }
    return field.isTakenBy(kind) ? inputs.computeIfAbsent(field, this::input) : closed;
  }

  private CellStyle key(Field field) {
    return formatted(filled(IndexedColors.LEMON_CHIFFON), field);
  }

  private CellStyle input(Field field) {
    CellStyle style = formatted(bordered(), field);
    style.setLocked(false);
    return style;
  }

  private CellStyle formatted(CellStyle style, Field field) {
    if (field.isDay()) {
      style.setDataFormat(workbook.createDataFormat().getFormat(DAY));
    } else if (field.isNumber()) {
      style.setDataFormat(workbook.createDataFormat().getFormat(NUMBER));
    } else {
      // As text, so that what is typed stays as it is.
      style.setDataFormat(workbook.createDataFormat().getFormat("@"));
    }
    return style;
  }

  private CellStyle filled(IndexedColors colour) {
    CellStyle style = bordered();
    style.setFillForegroundColor(colour.getIndex());
    style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    return style;
  }

  private CellStyle bordered() {
    CellStyle style = workbook.createCellStyle();
    style.setBorderTop(BorderStyle.THIN);
    style.setBorderBottom(BorderStyle.THIN);
    style.setBorderLeft(BorderStyle.THIN);
    style.setBorderRight(BorderStyle.THIN);
    return style;
  }
}
