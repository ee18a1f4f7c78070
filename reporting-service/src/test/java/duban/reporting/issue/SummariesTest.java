package duban.reporting.issue;

import static duban.reporting.Service.number;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import duban.contracts.Json;
import duban.contracts.plan.Target.Kind;
import duban.ledger.chain.LedgerEvent;
import duban.reporting.Service;
import duban.reporting.calendar.Calendar;
import duban.reporting.standing.Targets;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;

/** What a year's summary says. */
@QuarkusTest
class SummariesTest extends PapersOfAYear {

  @Test
  void aSummaryTellsEveryTargetAndProposesWhatIsOpen() {
    aYear();
    wujin.publishes(
        Targets.of(Kind.QUANTITY).value("6325").indicator(seats),
        Targets.of(Kind.QUANTITY).value("35"),
        null,
        Targets.of(Kind.QUANTITY).value("2"));
    Service.after(city.viewer(), "/rollups?year=2022&scope=" + city.code(), wujin);
    JsonNode content = get("/api/v1/summaries/" + city.code() + "/2022").path("content");
    assertThat(targets(content.path("targets")))
        .containsExactly(
            wujin.target("6.1"), wujin.target("6.2"), wujin.target("6.4"), liyang.target("6.1"));
    assertThat(targets(content.path("open")))
        .containsExactly(wujin.target("6.2"), wujin.target("6.4"), liyang.target("6.1"));
    assertThat(number(content.path("open").path(0), "remaining")).isEqualByComparingTo("32");
    JsonNode plan = content.path("plans").path(0);
    assertThat(plan.path("added").path(0).path("target").textValue())
        .isEqualTo(wujin.target("6.4"));
    assertThat(plan.path("dropped").path(0).path("target").textValue())
        .isEqualTo(wujin.target("6.3"));
    assertThat(plan.path("dropped").path(0).path("revision").intValue()).isEqualTo(2);
    assertThat(plan.path("closed").booleanValue()).isFalse();
    assertThat(issue("/api/v1/summaries/" + city.code() + "/2022").statusCode()).isEqualTo(409);
  }

  private LedgerEvent appraises(String score, String grade) {
    ObjectNode body =
        Json.lenient()
            .createObjectNode()
            .put("plan", wujin.plan())
            .put("score", new BigDecimal(score))
            .put("grade", grade)
            .put("text", "任务完成较好");
    String id = "a-" + wujin.code() + "-" + (wujin.progress().seq() + 1);
    return wujin.progress().say(id, "appraisal.given", wujin.plan(), null, body);
  }

  @Test
  void aSummaryTellsHowEachPlanWasAppraisedByWhomAndWhen() throws IOException {
    wujin.recordsOn("2022-06-30");
    aYear();
    appraises("81", "良好");
    LedgerEvent last = appraises("94.5", "优秀");
    Service.after(city.viewer(), "/rollups?year=2022&scope=" + city.code(), wujin);
    String path = "/api/v1/summaries/" + city.code() + "/2022";
    String day = LocalDate.ofInstant(last.recordedAt(), Calendar.ZONE).toString();
    JsonNode appraisals = get(path).path("content").path("appraisals");
    assertThat(appraisals.findValuesAsText("grade")).containsExactly("优秀", "良好");
    JsonNode current = appraisals.path(0);
    assertThat(number(current, "score")).isEqualByComparingTo("94.5");
    assertThat(current.path("current").booleanValue()).isTrue();
    assertThat(current.path("district").textValue()).isEqualTo(wujin.code());
    assertThat(current.path("by").textValue()).isEqualTo("tester");
    assertThat(current.path("on").textValue()).isEqualTo(day);
    assertThat(current.path("trace").path("seq").longValue()).isEqualTo(last.seq());
    // The catalogue came later than that moment, so the city had no districts.
    String then = "/api/v1/summaries/" + wujin.code() + "/2022?knownAt=";
    JsonNode before = get(then + last.recordedAt().minusMillis(1)).path("content");
    assertThat(before.path("appraisals").findValuesAsText("grade")).containsExactly("良好");
    try (XWPFDocument letter = new XWPFDocument(file(path + "?format=docx"))) {
      assertThat(letter.getParagraphs().stream().map(p -> p.getText())).contains("六、年度考评");
      assertThat(letter.getTables().stream().map(XWPFTable::getText))
          .anyMatch(text -> text.contains("94.5") && text.contains("tester"));
    }
    try (XSSFWorkbook workbook = new XSSFWorkbook(file(path + "?format=xlsx"))) {
      XSSFSheet sheet = workbook.getSheet("考评");
      assertThat(sheet.getRow(1).getCell(2).getNumericCellValue()).isEqualTo(94.5);
      assertThat(sheet.getRow(1).getCell(5).getStringCellValue()).isEqualTo("tester");
      assertThat(sheet.getRow(2).getCell(3).getStringCellValue()).isEqualTo("良好");
    }
  }
}
