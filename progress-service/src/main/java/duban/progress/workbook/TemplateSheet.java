package duban.progress.workbook;

import duban.contracts.DistrictCode;
import duban.contracts.plan.Plan;
import duban.contracts.problem.ProblemType;
import duban.contracts.template.Column;
import duban.contracts.template.Layout;
import duban.door.ProblemException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** The sheet that was filled in, its columns found by their keys wherever they stand. */
final class TemplateSheet {

  private final XSSFSheet sheet;
  private final Map<String, Integer> columns;

  private TemplateSheet(XSSFSheet sheet) {
    this.sheet = sheet;
    this.columns = columns(sheet);
  }

  /**
   * @throws ProblemException INVALID_REQUEST when no sheet is one, TOO_LARGE
   */
  static TemplateSheet of(XSSFWorkbook workbook, int maxRows) {
    TemplateSheet sheet =
        StreamSupport.stream(workbook.spliterator(), false)
            .map(each -> new TemplateSheet((XSSFSheet) each))
            .filter(each -> each.columns.containsKey(Column.TARGET.key()))
            .findFirst()
            .orElseThrow(() -> noTemplate(Column.TARGET.key()));
    sheet.requireKeys();
    if (sheet.sheet.getPhysicalNumberOfRows() - Layout.FIRST_LINE > maxRows) {
      throw ProblemException.of(
          ProblemType.TOO_LARGE,
          "一个工作簿最多 " + maxRows + " 行。",
          "A workbook has at most " + maxRows + " rows.");
    }
    return sheet;
  }

  private static Map<String, Integer> columns(XSSFSheet sheet) {
    XSSFRow keys = sheet.getRow(Layout.KEYS);
    Map<String, Integer> columns = new HashMap<>();
    if (keys != null) {
      for (Cell key : keys) {
        if (key.getCellType() == CellType.STRING) {
          columns.putIfAbsent(key.getStringCellValue(), key.getColumnIndex());
        }
      }
    }
    return columns;
  }

  private void requireKeys() {
    String missing =
        Arrays.stream(Column.values())
            .map(Column::key)
            .filter(key -> !columns.containsKey(key))
            .collect(Collectors.joining(", "));
    if (!missing.isEmpty()) {
      throw noTemplate(missing);
    }
  }

  private static ProblemException noTemplate(String missing) {
    return ProblemException.of(
        ProblemType.INVALID_REQUEST,
        "这不是本系统当前的填报表：隐藏的第二行缺少 " + missing + "。请重新下载填报表填写。",
        "This is not the workbook as it is given out now: its hidden second row lacks "
            + missing
            + ". Download another one.");
  }

  /**
   * @throws ProblemException FOREIGN_DISTRICT when a row is of another district
   */
  void requireDistrict(String district) {
    for (int row : rows()) {
      String target = Optional.ofNullable(key(row, Column.TARGET)).orElse("");
      String owner = Plan.districtOf(target);
      if (DistrictCode.isValid(owner) && !owner.equals(district)) {
        throw ProblemException.of(
            ProblemType.FOREIGN_DISTRICT,
            "第 %d 行的目标 %s 属于 %s，不是 %s 的填报表；没有任何一行入账。".formatted(row + 1, target, owner, district),
            "Row %d is about %s of %s: this is no workbook of %s, and nothing of it was taken."
                .formatted(row + 1, target, owner, district));
      }
    }
  }

  private @Nullable String key(int row, Column column) {
    return Entry.of(cell(row, column), column) instanceof Entry.Filled(String text) ? text : null;
  }

  /** Of the lines to be filled in; from 0. */
  List<Integer> rows() {
    return IntStream.rangeClosed(Layout.FIRST_LINE, sheet.getLastRowNum())
        .filter(row -> sheet.getRow(row) != null)
        .boxed()
        .toList();
  }

  @Nullable XSSFCell cell(int row, Column column) {
    return sheet.getRow(row).getCell(index(column));
  }

  int index(Column column) {
    return Objects.requireNonNull(columns.get(column.key()), "keys were looked for");
  }

  /** A project's name that came with the template is; one that was filled in is not. */
  boolean isLocked(int row, Column column) {
    XSSFCell cell = cell(row, column);
    return cell == null || cell.getCellStyle().getLocked();
  }

  /** Where the results go: where they went before, or behind all else. */
  int resultIndex() {
    Integer before = columns.get(Layout.RESULT);
    return before != null ? before : sheet.getRow(Layout.KEYS).getLastCellNum();
  }

  XSSFSheet sheet() {
    return sheet;
  }
}
