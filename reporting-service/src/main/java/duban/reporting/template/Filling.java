package duban.reporting.template;

import duban.contracts.plan.Plan;
import duban.contracts.plan.Target.Kind;
import duban.contracts.plan.Target.Milestone;
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
        Field.AS_OF,
        line -> true,
        helper.createDateConstraint(
            OperatorType.BETWEEN, day(plan.firstDay()), day(plan.lastDay()), "yyyy-mm-dd"),
        "日期应在计划期内，如 " + plan.firstDay() + "。");
    rule(
        Field.VALUE,
        line -> line.target().kind() == Kind.DEADLINE,
        choice(List.of("0", "1")),
        "1 为已完成，0 为未完成。");
    rule(Field.VALUE, line -> line.target().kind() != Kind.DEADLINE, atLeastZero(), "请填累计数。");
    for (Field field : List.of(Field.NUMERATOR, Field.DENOMINATOR)) {
      rule(field, line -> true, atLeastZero(), "请填数字。");
    }
    rule(
        Field.PERCENT,
        line -> true,
        helper.createDecimalConstraint(OperatorType.BETWEEN, "0", "100"),
        "0 至 100。");
    rule(
        Field.MILESTONE,
        line -> true,
        choice(Arrays.stream(Milestone.values()).map(Milestone::word).toList()),
        "planned 立项，started 开工，topped-out 封顶，completed 竣工，in-use 投用。");
    rule(Field.STAGE, line -> true, choice(stages), "请选择阶段。");
    projects();
  }

  /** The names of each target are a choice of their own. */
  private void projects() {
    lines.stream()
        .map(line -> line.target())
        .distinct()
        .filter(target -> !target.projectNames().isEmpty())
        .filter(target -> fits(target.projectNames()))
        .forEach(target ->
            rule(
                Field.PROJECT,
                line -> line.target().equals(target),
                choice(target.projectNames()),
                "请选择项目。"));
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
      Field field, Predicate<Line> of, DataValidationConstraint constraint, String prompt) {
    CellRangeAddressList cells = new CellRangeAddressList();
    for (int i = 0; i < lines.size(); i++) {
      if (field.isTakenBy(lines.get(i).target().kind()) && of.test(lines.get(i))) {
        int row = firstRow + i;
        cells.addCellRangeAddress(row, field.column(), row, field.column());
      }
    }
    if (cells.countRanges() > 0) {
      DataValidation rule = helper.createValidation(constraint, cells);
      rule.setSuppressDropDownArrow(true);
      rule.setEmptyCellAllowed(true);
      rule.setShowErrorBox(true);
      rule.createErrorBox(field.heading(), prompt);
      rule.setShowPromptBox(true);
      rule.createPromptBox(field.heading(), prompt);
      sheet.addValidationData(rule);
    }
  }
}
