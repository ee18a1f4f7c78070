package duban.reporting.issue;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import duban.contracts.plan.Target.Kind;
import duban.ledger.chain.LedgerEvent;
import duban.reporting.City;
import duban.reporting.DistrictLedgers;
import duban.reporting.OnRealInfrastructure;
import duban.reporting.Service;
import duban.reporting.standing.Targets;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A figure that is made of several events names all of them, in every form of a paper. */
@QuarkusTest
class BasisOfPapersTest extends OnRealInfrastructure {

  private final City city = City.fresh();
  private final DistrictLedgers wujin = city.district();
  private LedgerEvent east;
  private LedgerEvent west;
  private List<LedgerEvent> added;

  @BeforeEach
  void aSplitTargetAndOneThatIsAddedTo() {
    wujin.publishes(
        Targets.of(Kind.QUANTITY).value("100").parts("east 50", "west 50"),
        Targets.of(Kind.QUANTITY).value("35"));
    wujin.reportsPart("6.1", "east", "2022-02-28", "10");
    east = wujin.reportsPart("6.1", "east", "2022-05-31", "20");
    west = wujin.reportsPart("6.1", "west", "2022-04-30", "30");
    wujin.reports("6.1", "2022-06-10", "50");
    LedgerEvent first = wujin.adds("6.2", "2022-03-31", "1");
    LedgerEvent wrong = wujin.adds("6.2", "2022-03-31", "9");
    LedgerEvent sameDay = wujin.adds("6.2", "2022-03-31", "2");
    wujin.voids(wrong);
    List<LedgerEvent> later =
        LongStream.rangeClosed(1, 6)
            .mapToObj(day -> wujin.adds("6.2", "2022-05-0" + day, "1"))
            .toList();
    wujin.adds("6.2", "2022-07-01", "5");
    added = Stream.concat(Stream.of(first, sameDay), later.stream()).toList();
    Service.after(city.viewer(), "/rollups?year=2022&scope=" + city.code(), wujin);
  }

  @Test
  void everyPartsEventAndEachThatWasAdded() {
    JsonNode targets =
        Service.parse(given().auth().oauth2(city.viewer()).get(bulletin()).asString())
            .path("content")
            .path("targets");

    assertThat(places(targets.path(0))).containsExactly(east.seq(), west.seq());
    assertThat(targets.path(0).path("reached").intValue()).isEqualTo(50);
    assertThat(places(targets.path(1)))
        .containsExactlyElementsOf(added.stream().map(LedgerEvent::seq).toList());
    assertThat(targets.path(1).path("reached").intValue()).isEqualTo(9);
  }

  private static List<Long> places(JsonNode target) {
    return StreamSupport.stream(target.path("basis").spliterator(), false)
        .map(JsonNode::asLong)
        .toList();
  }

  @Test
  void inTheLetterAndInTheWorkbook() throws IOException {
    try (XWPFDocument letter = new XWPFDocument(file(summary(), "docx"))) {
      assertThat(letter.getTables().stream().map(XWPFTable::getText))
          .anyMatch(text ->
              text.contains(wujin.code() + "#" + east.seq() + "、" + west.seq())
                  && text.contains(wujin.code() + "#" + added.getFirst().seq() + "、")
                  && text.contains("等8条"));
    }
    try (XSSFWorkbook workbook = new XSSFWorkbook(file(bulletin(), "xlsx"))) {
      XSSFSheet sheet = workbook.getSheet("目标");
      int made = sheet.getRow(0).getLastCellNum() - 1;
      assertThat(sheet.getRow(0).getCell(made).getStringCellValue()).isEqualTo("构成");
      assertThat(sheet.getRow(1).getCell(made).getStringCellValue())
          .isEqualTo(east.seq() + " " + west.seq());
      assertThat(sheet.getRow(2).getCell(made).getStringCellValue().split(" ")).hasSize(8);
    }
  }

  @Test
  void theWorkbookSaysKindsAndLightsInItsReadersLanguage() throws IOException {
    try (XSSFWorkbook chinese = new XSSFWorkbook(file(bulletin(), "xlsx"));
        XSSFWorkbook english = new XSSFWorkbook(file(bulletin(), "xlsx", "en"))) {
      assertThat(cells(chinese.getSheet("目标").getRow(2))).contains("数量", "滞后");
      assertThat(cells(english.getSheet("Targets").getRow(1))).contains("quantity", "on track");
    }
  }

  private static List<String> cells(XSSFRow row) {
    return StreamSupport.stream(row.spliterator(), false).map(Object::toString).toList();
  }

  private ByteArrayInputStream file(String paper, String format) {
    return file(paper, format, "zh");
  }

  private ByteArrayInputStream file(String paper, String format, String language) {
    return new ByteArrayInputStream(
        given()
            .auth()
            .oauth2(city.viewer())
            .header("Accept-Language", language)
            .get(paper + "?format=" + format)
            .asByteArray());
  }

  private String bulletin() {
    return "/api/v1/bulletins/" + city.code() + "/2022-06";
  }

  private String summary() {
    return "/api/v1/summaries/" + city.code() + "/2022";
  }
}
