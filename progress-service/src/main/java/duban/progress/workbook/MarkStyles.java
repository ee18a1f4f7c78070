package duban.progress.workbook;

import duban.contracts.template.Column;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The looks of what is marked: each of a cell's own with another ground, made once. */
final class MarkStyles {

  private static final byte[] RED = {(byte) 0xff, (byte) 0x99, (byte) 0x99};

  private final XSSFWorkbook workbook;
  private final Map<Short, XSSFCellStyle> marked = new HashMap<>();
  private final Map<Short, XSSFCellStyle> unmarked = new HashMap<>();
  private final XSSFCellStyle words;
  private final XSSFCellStyle refusal;

  MarkStyles(XSSFWorkbook workbook) {
    this.workbook = workbook;
    this.words = workbook.createCellStyle();
    words.setWrapText(true);
    words.setVerticalAlignment(VerticalAlignment.CENTER);
    words.setBorderTop(BorderStyle.THIN);
    words.setBorderBottom(BorderStyle.THIN);
    words.setBorderLeft(BorderStyle.THIN);
    words.setBorderRight(BorderStyle.THIN);
    this.refusal = red(words);
  }

  /** Of a result. */
  XSSFCellStyle words() {
    return words;
  }

  XSSFCellStyle refusal() {
    return refusal;
  }

  XSSFCellStyle marked(XSSFCell cell) {
    XSSFCellStyle own = cell.getCellStyle();
    return isMarked(cell) ? own : marked.computeIfAbsent(own.getIndex(), _ -> red(own));
  }

  boolean isMarked(XSSFCell cell) {
    XSSFColor ground = cell.getCellStyle().getFillForegroundXSSFColor();
    return ground != null
        && ground.getRGB() != null
        && java.util.Arrays.equals(ground.getRGB(), RED);
  }

  /** As the template has it. */
  XSSFCellStyle unmarked(XSSFCell cell, Column column) {
    XSSFCellStyle own = cell.getCellStyle();
    return unmarked.computeIfAbsent(own.getIndex(), _ -> plain(own, column.isKey()));
  }

  private XSSFCellStyle red(XSSFCellStyle own) {
    XSSFCellStyle style = copy(own);
    style.setFillForegroundColor(new XSSFColor(RED, null));
    style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    return style;
  }

  private XSSFCellStyle plain(XSSFCellStyle own, boolean key) {
    XSSFCellStyle style = copy(own);
    style.setFillForegroundColor(IndexedColors.LEMON_CHIFFON.getIndex());
    style.setFillPattern(key ? FillPatternType.SOLID_FOREGROUND : FillPatternType.NO_FILL);
    return style;
  }

  private XSSFCellStyle copy(XSSFCellStyle own) {
    XSSFCellStyle style = workbook.createCellStyle();
    style.cloneStyleFrom(own);
    return style;
  }
}
