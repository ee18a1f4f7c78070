package duban.progress.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import duban.contracts.plan.Target.Kind;
import duban.contracts.template.Column;
import duban.contracts.template.Layout;
import duban.progress.District;
import duban.progress.OnRealInfrastructure;
import duban.progress.Service;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** The workbook that comes back. */
@QuarkusTest
class MarkedWorkbookTest extends OnRealInfrastructure {

  private static final int RESULT = Column.values().length;

  private final District district = District.withPlan();
  private final PlayedTemplate template = new PlayedTemplate(district);

  private XSSFSheet handIn(byte[] workbook, String language) throws IOException {
    Response answer =
        HandIn.post(
            district,
            district.reporter(),
            workbook,
            HandIn.EXCEL + ", application/problem+json",
            language);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.contentType()).isEqualTo(HandIn.EXCEL);
    return new XSSFWorkbook(new ByteArrayInputStream(answer.asByteArray())).getSheet(Layout.SHEET);
  }

  @Test
  void saysOfEachRowWhatBecameOfItAndMarksTheFaultyCells() throws IOException {
    template.row(Kind.QUANTITY, "6.1").on("2022-06-30").with(Column.VALUE, 3200);
    template.row(Kind.QUANTITY, "2.1").on("2022-06-30").formula(Column.VALUE, "SUM(1,2)");
    template.row(Kind.RATIO, "7.2");
    XSSFSheet sheet = handIn(template.bytes(), "zh");

    assertThat(text(sheet, Layout.HEADINGS)).isEqualTo("处理结果：已收 1，重复 0，退回 1，未填 1");
    assertThat(text(sheet, 2)).isEqualTo("已收（台账第 1 号）");
    assertThat(text(sheet, 3)).startsWith("退回：").contains("选择性粘贴");
    assertThat(sheet.getRow(4).getCell(RESULT)).isNull();
    XSSFCell formula = sheet.getRow(3).getCell(Column.VALUE.index());
    assertThat(isRed(formula)).isTrue();
    assertThat(formula.getCellComment().getString().getString()).contains("不能是公式");
    assertThat(isRed(sheet.getRow(2).getCell(Column.VALUE.index()))).isFalse();
    assertThat(sheet.getRow(Layout.KEYS).getZeroHeight()).isTrue();
  }

  @Test
  void isPutRightAndHandedInAsItIs() throws IOException {
    template.row(Kind.QUANTITY, "6.1").on("2022-06-30").with(Column.VALUE, 3200);
    template.row(Kind.QUANTITY, "2.1").on("2022-06-30").formula(Column.VALUE, "SUM(1,2)");
    XSSFSheet first = handIn(template.bytes(), "zh");
    XSSFCell faulty = first.getRow(3).getCell(Column.VALUE.index());
    faulty.removeFormula();
    faulty.setCellValue(3);
    XSSFSheet second = handIn(PlayedTemplate.bytes(first.getWorkbook()), "en");

    assertThat(text(second, Layout.HEADINGS))
        .isEqualTo("Result: 1 taken, 1 there already, 0 refused, 0 left empty");
    assertThat(text(second, 2)).isEqualTo("There already (no. 1)");
    assertThat(text(second, 3)).isEqualTo("Taken (no. 2)");
    XSSFCell put = second.getRow(3).getCell(Column.VALUE.index());
    assertThat(isRed(put)).isFalse();
    assertThat(put.getCellComment()).isNull();
    assertThat((int) second.getRow(Layout.KEYS).getLastCellNum()).isEqualTo(RESULT + 1);
  }

  @Test
  void nothingThatSomebodyWroteBecomesAFormula() throws IOException {
    String formula = "=HYPERLINK(\"http://example.org\",\"x\")";
    template
        .row(Kind.PROJECT, "6.2")
        .on("2022-06-30")
        .with(Column.PROJECT, formula)
        .with(Column.MILESTONE, formula)
        .with(Column.NOTE, "+1");
    template
        .row(Kind.PROJECT, "6.2")
        .on("2022-06-30")
        .with(Column.MILESTONE, "投用")
        .with(Column.PROJECT, formula);
    template
        .row(Kind.QUANTITY, "6.1")
        .on("2022-06-30")
        .with(Column.VALUE, 1)
        .with(Column.NOTE, "@SUM(1)");
    XSSFSheet sheet = handIn(template.bytes(), "en");

    assertThat(
            StreamSupport.stream(sheet.spliterator(), false)
                .flatMap(row -> StreamSupport.stream(row.spliterator(), false)))
        .noneMatch(cell -> cell.getCellType() == CellType.FORMULA);
    for (int row = 2; row < 5; row++) {
      assertThat(text(sheet, row)).matches("(?s)(Refused|Taken).*");
    }
    assertThat(HandIn.kept(district, 1).at("/body/note").textValue()).isEqualTo("@SUM(1)");
    assertThat(Service.seq(district)).isEqualTo(1);
  }

  private static String text(XSSFSheet sheet, int row) {
    return sheet.getRow(row).getCell(RESULT).getStringCellValue();
  }

  private static boolean isRed(XSSFCell cell) {
    return cell.getCellStyle().getFillPattern() == FillPatternType.SOLID_FOREGROUND
        && cell.getCellStyle().getFillForegroundXSSFColor().getARGBHex().equals("FFFF9999");
  }
}
