package duban.reporting.template;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import duban.contracts.plan.Target.Kind;
import duban.contracts.template.Column;
import duban.reporting.City;
import duban.reporting.DistrictLedgers;
import duban.reporting.OnRealInfrastructure;
import duban.reporting.Service;
import duban.reporting.standing.Targets;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** The workbook that a district fills in. */
@QuarkusTest
class TemplateTest extends OnRealInfrastructure {

  private final City city = City.fresh();
  private final DistrictLedgers wujin = city.district();

  private Response template() {
    return given()
        .auth()
        .oauth2(wujin.viewer())
        .get("/api/v1/districts/" + wujin.code() + "/template?year=2022");
  }

  private void publish() {
    wujin.publishes(
        Targets.of(Kind.QUANTITY).value("6325"),
        Targets.of(Kind.COVERAGE),
        Targets.of(Kind.PROJECT).projects("一小", "=二小"),
        Targets.of(Kind.DEADLINE));
    wujin.reports("6.1", "2022-06-30", "3200");
    Service.after(wujin.viewer(), "/plans/" + wujin.plan() + "/standing", wujin);
  }

  @Test
  void hasTheKeysInItsHiddenRowAndARowForEachTargetAndProject() throws IOException {
    publish();
    Response answer = template();
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.header("Content-Disposition")).contains("template-" + wujin.code());
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(answer.asByteArray()))) {
      XSSFSheet sheet = workbook.getSheet("进展");
      assertThat(sheet.getRow(1).getZeroHeight()).isTrue();
      assertThat(texts(sheet.getRow(1)))
          .isEqualTo(
              List.of(
                  ("target,item,kind,title,unit,promised,lastValue,lastDate,part,asOf,value,"
                          + "numerator,denominator,amount,project,milestone,stage,percent,note,"
                          + "explanation,evidence")
                      .split(",", -1)));
      assertThat(sheet.getLastRowNum()).isEqualTo(7);
      Row seats = sheet.getRow(2);
      assertThat(seats.getCell(0).getStringCellValue()).isEqualTo(wujin.target("6.1"));
      assertThat(seats.getCell(5).getNumericCellValue()).isEqualTo(6325);
      assertThat(seats.getCell(6).getNumericCellValue()).isEqualTo(3200);
      assertThat(sheet.getRow(5).getCell(14).getStringCellValue()).isEqualTo("=二小");
      assertThat(workbook.getSheet("填报说明").getRow(0).getCell(0).getStringCellValue())
          .contains("进展填报表");
    }
  }

  @Test
  void onlyWhatTheKindTakesIsOpen() throws IOException {
    publish();
    try (XSSFWorkbook workbook =
        new XSSFWorkbook(new ByteArrayInputStream(template().asByteArray()))) {
      XSSFSheet sheet = workbook.getSheet("进展");
      assertThat(sheet.getProtect()).isTrue();
      assertThat(open(sheet.getRow(2)))
          .containsExactly(
              Column.AS_OF,
              Column.VALUE,
              Column.AMOUNT,
              Column.NOTE,
              Column.EXPLANATION,
              Column.EVIDENCE);
      assertThat(open(sheet.getRow(3)))
          .containsExactly(
              Column.AS_OF,
              Column.NUMERATOR,
              Column.DENOMINATOR,
              Column.NOTE,
              Column.EXPLANATION,
              Column.EVIDENCE);
      assertThat(open(sheet.getRow(4)))
          .containsExactly(Column.AS_OF, Column.MILESTONE, Column.NOTE, Column.EVIDENCE);
      assertThat(open(sheet.getRow(6)))
          .containsExactly(
              Column.AS_OF, Column.PROJECT, Column.MILESTONE, Column.NOTE, Column.EVIDENCE);
      assertThat(
              sheet.getDataValidations().stream()
                  .map(rule -> rule.getValidationConstraint().getExplicitListValues())
                  .filter(java.util.Objects::nonNull)
                  .map(List::of))
          .contains(List.of("立项", "开工", "封顶", "竣工", "投用"), List.of("0", "1"));
    }
  }

  @Test
  void showsWhereEachPartAndEachProjectStoodLast() throws IOException {
    wujin.publishes(
        Targets.of(Kind.QUANTITY).value("35").parts("niutang 20", "mahang 15"),
        Targets.of(Kind.PROJECT).value("4").projects("一小"));
    wujin.reportsPart("6.1", "niutang", "2022-05-31", "9.5");
    wujin.reaches("6.2", "2022-04-01", "一小", "topped-out");
    wujin.reaches("6.2", "2022-06-01", "三小", "started");
    Service.after(wujin.viewer(), "/plans/" + wujin.plan() + "/standing", wujin);
    try (XSSFWorkbook workbook =
        new XSSFWorkbook(new ByteArrayInputStream(template().asByteArray()))) {
      XSSFSheet sheet = workbook.getSheet("进展");
      assertThat(shown(sheet, 2)).containsExactly("数量", "20", "9.5", "2022-05-31", "niutang", "");
      assertThat(shown(sheet, 3)).containsExactly("数量", "15", "", "", "mahang", "");
      assertThat(shown(sheet, 4)).containsExactly("项目", "竣工", "封顶", "2022-04-01", "", "一小");
      assertThat(shown(sheet, 5)).containsExactly("项目", "竣工", "开工", "2022-06-01", "", "三小");
      assertThat(shown(sheet, 6)).containsExactly("项目", "竣工", "", "", "", "");
      assertThat(sheet.getLastRowNum()).as("two of four have no name yet").isEqualTo(7);
    }
  }

  private static List<String> shown(XSSFSheet sheet, int row) {
    DataFormatter formatter = new DataFormatter();
    return Stream.of(
            Column.KIND,
            Column.PROMISED,
            Column.LAST_VALUE,
            Column.LAST_DATE,
            Column.PART,
            Column.PROJECT)
        .map(column -> formatter.formatCellValue(sheet.getRow(row).getCell(column.index())))
        .toList();
  }

  @Test
  void aForeignDistrictGetsNoneAndAYearWithoutAPlanHasNone() {
    publish();
    given()
        .auth()
        .oauth2(city.district().viewer())
        .get("/api/v1/districts/" + wujin.code() + "/template?year=2022")
        .then()
        .statusCode(403);
    given()
        .auth()
        .oauth2(wujin.viewer())
        .get("/api/v1/districts/" + wujin.code() + "/template?year=2019")
        .then()
        .statusCode(404);
  }

  private static List<Column> open(Row row) {
    return Stream.of(Column.values())
        .filter(column -> !row.getCell(column.index()).getCellStyle().getLocked())
        .toList();
  }

  private static List<String> texts(Row row) {
    return StreamSupport.stream(row.spliterator(), false).map(Cell::getStringCellValue).toList();
  }
}
