package duban.reporting.template;

import duban.contracts.plan.Plan;
import duban.contracts.plan.Target.Kind;
import duban.contracts.plan.Target.Milestone;
import duban.contracts.template.Column;
import duban.contracts.template.Wording;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** What may be filled in where: days, figures, and choices. */
final class Filling {

  /** A longer list is no valid choice in the file format. */
  private static final int LONGEST_CHOICE = 255;

  private final XSSFSheet sheet;
  private final DataValidationHelper helper;
  private final List<Line> lines;
  private final int firstRow;

  Filling(XSSFSheet sheet, List<Line> lines, int firstRow) {
    this.sheet = sheet;
    this.helper = sheet.getDataValidationHelper();
    this.lines = lines;
    this.firstRow = firstRow;
  }

  void restrict(Plan plan, List<String> stages) {
    rule(
        Column.AS_OF,
        line -> true,
        helper.createDateConstraint(
            OperatorType.BETWEEN, day(plan.firstDay()), day(plan.lastDay()), "yyyy-mm-dd"),
        "日期应在计划期内，如 " + plan.firstDay() + "。");
    rule(
        Column.VALUE,
        line -> line.target().kind() == Kind.DEADLINE,
        choice(List.of("0", "1")),
        "1 为已完成，0 为未完成。");
    rule(Column.VALUE, line -> line.target().kind() != Kind.DEADLINE, atLeastZero(), "请填累计数。");
    for (Column column : List.of(Column.NUMERATOR, Column.DENOMINATOR, Column.AMOUNT)) {
      rule(column, line -> true, atLeastZero(), "请填数字。");
    }
    rule(
        Column.PERCENT,
        line -> true,
        helper.createDecimalConstraint(OperatorType.BETWEEN, "0", "100"),
        "0 至 100。");
    rule(
        Column.MILESTONE,
        line -> true,
        choice(Arrays.stream(Milestone.values()).map(Wording::of).toList()),
        "请选择该项目已达到的节点。");
    if (fits(stages)) {
      rule(Column.STAGE, line -> true, choice(stages), "请选择阶段。");
    }
  }

  private DataValidationConstraint atLeastZero() {
    return helper.createDecimalConstraint(OperatorType.GREATER_OR_EQUAL, "0", null);
  }

  private DataValidationConstraint choice(List<String> words) {
    return helper.createExplicitListConstraint(words.toArray(String[]::new));
  }

  /** A comma would part one name into two. */
  private static boolean fits(List<String> words) {
    return String.join(",", words).length() <= LONGEST_CHOICE
        && words.stream().noneMatch(word -> word.contains(",") || word.contains("\""));
  }

  private static String day(LocalDate day) {
    return "DATE(%d,%d,%d)".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
  }

  private void rule(
      Column column, Predicate<Line> of, DataValidationConstraint constraint, String prompt) {
    CellRangeAddressList cells = new CellRangeAddressList();
    for (int i = 0; i < lines.size(); i++) {
      if (column.isTakenBy(lines.get(i).target().kind()) && of.test(lines.get(i))) {
        int row = firstRow + i;
        cells.addCellRangeAddress(row, column.index(), row, column.index());
      }
    }
    if (cells.countRanges() > 0) {
      DataValidation rule = helper.createValidation(constraint, cells);
      rule.setSuppressDropDownArrow(true);
      rule.setEmptyCellAllowed(true);
      rule.setShowErrorBox(true);
      rule.createErrorBox(column.heading(), prompt);
      rule.setShowPromptBox(true);
      rule.createPromptBox(column.heading(), prompt);
      sheet.addValidationData(rule);
    }
  }
}
