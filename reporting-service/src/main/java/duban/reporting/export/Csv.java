package duban.reporting.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;

/** Rows of CSV (RFC 4180) that a spreadsheet opens as UTF-8 and never takes for formulas. */
final class Csv {

  /** By it a spreadsheet knows UTF-8. */
  static final String BYTE_ORDER_MARK = "\uFEFF";

  private static final String LINE_END = "\r\n";

  /** With one of these a cell's text would begin a formula. */
  private static final String FORMULA = "=+-@＝＋－＠\t\r\n";

  private Csv() {}

  static String head(List<String> columns) {
    return String.join(",", columns) + LINE_END;
  }

  /**
   * @param columns {@code title}, or {@code reason.zh} for a field of a field
   */
  static String row(JsonNode row, List<String> columns) {
    return columns.stream()
        .map(column -> cell(row.at("/" + column.replace('.', '/'))))
        .collect(Collectors.joining(",", "", LINE_END));
  }

  private static String cell(JsonNode value) {
    if (value.isMissingNode() || value.isNull()) {
      return "";
    }
    if (value.isTextual()) {
      return quoted(harmless(value.textValue()));
    }
    return value.isNumber()
        ? value.decimalValue().toPlainString()
        : quoted(value.isContainerNode() ? value.toString() : value.asText());
  }

  static String harmless(String text) {
    return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }

  private static String quoted(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
    return plain ? text : "\"" + text.replace("\"", "\"\"") + "\"";
  }
}
