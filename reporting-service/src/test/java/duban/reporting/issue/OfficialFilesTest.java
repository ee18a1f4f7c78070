package duban.reporting.issue;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;

/** The letter and the workbook of a paper. */
@QuarkusTest
class OfficialFilesTest extends PapersOfAYear {

  @Test
  void aLetterIsLaidOutAsAnOfficialDocument() throws IOException {
    aYear();
    Response answer =
        given().auth().oauth2(city.viewer()).accept(Form.WORD).get(bulletin("2022-06"));
    assertThat(answer.contentType()).isEqualTo(Form.WORD);
    assertThat(answer.header("Content-Disposition")).contains("filename*=UTF-8''%E6%9C%88");
    byte[] file = answer.asByteArray();
    try (XWPFDocument letter = new XWPFDocument(new ByteArrayInputStream(file))) {
      CTSectPr section = letter.getDocument().getBody().getSectPr();
      assertThat(section.getPgSz().getW()).isEqualTo(BigInteger.valueOf(11_906));
      assertThat(section.getPgSz().getH()).isEqualTo(BigInteger.valueOf(16_838));
      assertThat(section.getPgMar().getTop()).isEqualTo(BigInteger.valueOf(2_098));
      assertThat(section.getPgMar().getBottom()).isEqualTo(BigInteger.valueOf(1_984));
      assertThat(section.getPgMar().getLeft()).isEqualTo(BigInteger.valueOf(1_587));
      assertThat(section.getPgMar().getRight()).isEqualTo(BigInteger.valueOf(1_474));
      assertThat(fonts(letter, "Title")).isEqualTo("方正小标宋简体 44");
      assertThat(fonts(letter, "Normal")).isEqualTo("仿宋_GB2312 32");
      assertThat(fonts(letter, "Heading1")).isEqualTo("黑体 32");
      assertThat(fonts(letter, "Heading2")).isEqualTo("楷体_GB2312 32");
      assertThat(letter.getStyles().getStyle("Normal").getCTStyle().getPPr().getSpacing().getLine())
          .isEqualTo(BigInteger.valueOf(560));
      assertThat(
              letter
                  .getStyles()
                  .getStyle("Normal")
                  .getCTStyle()
                  .getPPr()
                  .getInd()
                  .getFirstLineChars())
          .isEqualTo(BigInteger.valueOf(200));
      assertThat(
              letter
                  .getStyles()
                  .getStyle("Heading1")
                  .getCTStyle()
                  .getPPr()
                  .getOutlineLvl()
                  .getVal())
          .isEqualTo(BigInteger.ZERO);
      assertThat(letter.getFooterList()).hasSize(2);
      assertThat(letter.getFooterList().getFirst().getText()).contains("—");
      assertThat(letter.getTables().getFirst().getRow(0).isRepeatHeader()).isTrue();
      assertThat(letter.getParagraphs().getFirst().getText()).endsWith("2022年6月工作要点落实情况通报");
      assertThat(letter.getParagraphs().stream().map(p -> p.getText()))
          .contains("一、总体情况")
          .noneMatch(text -> text.contains("。，"))
          .anyMatch(text -> text.contains("台账 " + wujin.code() + "#" + roomsReported.seq()));
    }
  }

  private static String fonts(XWPFDocument letter, String style) {
    var run = letter.getStyles().getStyle(style).getCTStyle().getRPr();
    return run.getRFontsArray(0).getEastAsia() + " " + run.getSzArray(0).getVal();
  }

  @Test
  void aWorkbookHasRealNumbersAndOneSheetAView() throws IOException {
    aYear();
    byte[] file =
        given()
            .auth()
            .oauth2(city.viewer())
            .get(bulletin("2022-06") + "?format=xlsx")
            .asByteArray();
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
      assertThat(IntStream.range(0, workbook.getNumberOfSheets()).mapToObj(workbook::getSheetName))
          .containsExactly("概览", "指标", "目标", "问题", "报送", "依据");
      XSSFSheet targets = workbook.getSheet("目标");
      assertThat(targets.getPaneInformation().isFreezePane()).isTrue();
      assertThat(targets.getRow(1).getCell(5).getCellType()).isEqualTo(CellType.NUMERIC);
      assertThat(targets.getRow(1).getCell(5).getNumericCellValue()).isEqualTo(6325);
      assertThat(targets.getRow(1).getCell(9).getCellStyle().getDataFormatString())
          .isEqualTo("0.0%");
      assertThat(targets.getRow(1).getCell(14).getLocalDateTimeCellValue().toLocalDate())
          .isEqualTo(LocalDate.of(2022, 6, 20));
    }
  }
}
