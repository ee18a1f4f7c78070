package duban.progress.workbook;

import duban.contracts.Text;
import duban.contracts.template.Column;
import duban.progress.intake.RowFields;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.jspecify.annotations.Nullable;

/** What a cell says, exactly: days as ISO 8601, figures as plain decimals. */
sealed interface Entry {

  record Empty() implements Entry {}

  record Filled(String text) implements Entry {}

  record Faulty(Text why) implements Entry {}

  /** A spreadsheet's figure has so many digits; what the file has behind them is binary noise. */
  MathContext DIGITS = new MathContext(15);

  int MOST_DIGITS = 40;

  static Entry of(@Nullable XSSFCell cell, Column column) {
    if (cell == null) {
      return new Empty();
    }
    try {
      return ofContent(cell, column);
    } catch (RuntimeException madeUp) {
      // A number that is none, a text that is not there: no spreadsheet program writes such a cell.
      return unreadable();
    }
  }

  private static Entry ofContent(XSSFCell cell, Column column) {
    return switch (cell.getCellType()) {
      case BLANK, _NONE -> new Empty();
      case STRING -> ofText(cell.getStringCellValue().strip(), column);
      case NUMERIC -> ofNumber(cell, column);
      case FORMULA -> faulty("不能是公式，请用“选择性粘贴—数值”。", "Must not be a formula: paste it as a value.");
      case BOOLEAN, ERROR -> unreadable();
    };
  }

  private static Entry ofText(String text, Column column) {
    if (text.isEmpty()) {
      return new Empty();
    }
    if (column.isDay()) {
      return day(text);
    }
    if (!column.isNumber()) {
      return new Filled(text);
    }
    return RowFields.isFigure(text) ? figure(new BigDecimal(text)) : noFigure();
  }

  private static Entry figure(BigDecimal figure) {
    // Before it is written out: 1E999999999 has more digits than there is memory.
    return Math.abs((long) figure.scale()) > MOST_DIGITS
        ? noFigure()
        : new Filled(figure.stripTrailingZeros().toPlainString());
  }

  private static Entry day(String text) {
    try {
      return new Filled(LocalDate.parse(text).toString());
    } catch (DateTimeParseException e) {
      return noDay();
    }
  }

  private static Entry ofNumber(XSSFCell cell, Column column) {
    boolean date = DateUtil.isCellDateFormatted(cell);
    if (column.isDay()) {
      return date ? dayOf(cell) : noDay();
    }
    if (column.isNumber() && (date || isPercentage(cell))) {
      return noFigure();
    }
    if (date) {
      return dayOf(cell);
    }
    return figure(new BigDecimal(cell.getRawValue()).round(DIGITS));
  }

  private static Entry dayOf(XSSFCell cell) {
    // Null for a number that is no day.
    LocalDateTime moment = cell.getLocalDateTimeCellValue();
    return moment == null ? noDay() : new Filled(moment.toLocalDate().toString());
  }

  /** 85 % is 0.85 in the file: what is seen is not what would be read. */
  private static boolean isPercentage(XSSFCell cell) {
    String format = cell.getCellStyle().getDataFormatString();
    return format != null && format.indexOf('%') >= 0;
  }

  private static Entry unreadable() {
    return faulty("不是文字、数字或日期。", "Is no text, number or date.");
  }

  private static Entry noDay() {
    return faulty("应为日期，如 2022-06-30。", "Must be a day, such as 2022-06-30.");
  }

  private static Entry noFigure() {
    return faulty(
        "应为数字，如 3200 或 0.5，不带单位、百分号和千分位逗号。",
        "Must be a number, such as 3200 or 0.5, without unit, percent sign or separators.");
  }

  private static Entry faulty(String zh, String en) {
    return new Faulty(new Text(zh, en));
  }
}
