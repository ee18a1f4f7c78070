package duban.progress.workbook;

import duban.contracts.template.Column;
import duban.contracts.template.Layout;
import duban.progress.intake.LineResult;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/**
 * Writes into the workbook what became of its rows, so that it can be put right and handed in again
 * as it is. Words are written as texts only, and begin with words of ours: nothing that somebody
 * wrote can become a formula by it.
 */
final class Marking {

  private static final String AUTHOR = "Duban 督办";
  private static final int RESULT_WIDTH = 60 * 256;

  /** Chinese ones are twice as wide. */
  private static final int LINE_CHARACTERS = 30;

  private static final int COMMENT_COLUMNS = 3;
  private static final int COMMENT_ROWS = 3;

  private final TemplateSheet template;
  private final XSSFSheet sheet;
  private final MarkStyles styles;
  private final String language;
  private final int resultIndex;
  private int comments;

  /**
   * @param language "zh" or "en"
   * @param comments how many cells get one; the result column tells of every row
   */
  Marking(TemplateSheet template, String language, int comments) {
    this.template = template;
    this.sheet = template.sheet();
    this.styles = new MarkStyles(sheet.getWorkbook());
    this.language = language;
    this.resultIndex = template.resultIndex();
    this.comments = comments;
  }

  void mark(List<RowResult> results, Tally tally) {
    clear();
    heading(tally);
    XSSFDrawing drawing = sheet.createDrawingPatriarch();
    for (RowResult row : results) {
      result(row.result());
      row.faults().forEach((column, why) -> fault(drawing, row.result(), column, why));
    }
  }

  /** What an earlier handing in wrote. */
  private void clear() {
    for (int row : template.rows()) {
      for (Column column : Column.values()) {
        XSSFCell cell = template.cell(row, column);
        if (cell != null && styles.isMarked(cell)) {
          cell.setCellStyle(styles.unmarked(cell, column));
          // Ours, whoever a program that saved it in between names as its author.
          cell.removeCellComment();
        }
      }
      XSSFCell result = sheet.getRow(row).getCell(resultIndex);
      if (result != null) {
        sheet.getRow(row).removeCell(result);
      }
    }
  }

  private void heading(Tally tally) {
    XSSFRow headings = sheet.getRow(Layout.HEADINGS);
    if (headings == null) {
      headings = sheet.createRow(Layout.HEADINGS);
    }
    XSSFCell heading = headings.createCell(resultIndex);
    heading.setCellValue(tally.words(language));
    XSSFCell beside = headings.getCell(template.index(Column.TARGET));
    if (beside != null) {
      heading.setCellStyle(beside.getCellStyle());
    }
    sheet.getRow(Layout.KEYS).createCell(resultIndex).setCellValue(Layout.RESULT);
    sheet.setColumnWidth(resultIndex, RESULT_WIDTH);
  }

  private void result(LineResult result) {
    XSSFCell cell = sheet.getRow(result.line() - 1).createCell(resultIndex);
    cell.setCellValue(words(result));
    cell.setCellStyle(result.problem() == null ? styles.words() : styles.refusal());
    makeRoom(cell);
  }

  /** No program makes a row higher for words that were written into it elsewhere. */
  private static void makeRoom(XSSFCell cell) {
    int lines = 1 + cell.getStringCellValue().length() / LINE_CHARACTERS;
    float needed = lines * cell.getSheet().getDefaultRowHeightInPoints();
    if (lines > 1 && cell.getRow().getHeightInPoints() < needed) {
      cell.getRow().setHeightInPoints(needed);
    }
  }

  private String words(LineResult result) {
    boolean en = language.equals("en");
    if (result.problem() != null) {
      return (en ? "Refused: " : "退回：") + result.problem().get("detail");
    }
    String place = en ? " (no. %d)" : "（台账第 %d 号）";
    String word =
        result.status().equals("duplicate") ? (en ? "There already" : "重复") : (en ? "Taken" : "已收");
    return word + place.formatted(result.seq());
  }

  private void fault(XSSFDrawing drawing, LineResult result, Column column, String why) {
    XSSFRow row = sheet.getRow(result.line() - 1);
    XSSFCell cell = row.getCell(template.index(column));
    if (cell == null) {
      cell = row.createCell(template.index(column));
    }
    cell.setCellStyle(styles.marked(cell));
    if (comments > 0 && cell.getCellComment() == null) {
      comments--;
      comment(drawing, cell, why);
    }
  }

  private static void comment(XSSFDrawing drawing, XSSFCell cell, String why) {
    int column = cell.getColumnIndex();
    int row = cell.getRowIndex();
    XSSFClientAnchor anchor =
        new XSSFClientAnchor(0, 0, 0, 0, column, row, column + COMMENT_COLUMNS, row + COMMENT_ROWS);
    XSSFComment comment = drawing.createCellComment(anchor);
    comment.setString(why);
    comment.setAuthor(AUTHOR);
  }
}
