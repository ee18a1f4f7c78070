package duban.reporting.issue;

import static duban.reporting.Service.number;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import duban.contracts.Json;
import duban.contracts.catalogue.Indicator;
import duban.contracts.catalogue.Indicator.Aggregation;
import duban.contracts.catalogue.Issue;
import duban.contracts.plan.Target.Kind;
import duban.ledger.chain.CanonicalJson;
import duban.ledger.chain.LedgerEvent;
import duban.reporting.City;
import duban.reporting.DistrictLedgers;
import duban.reporting.OnRealInfrastructure;
import duban.reporting.Owners;
import duban.reporting.Service;
import duban.reporting.calendar.Calendar;
import duban.reporting.standing.Targets;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;

/** A month's bulletin and a year's summary: what they say, how they are issued and proved. */
@QuarkusTest
class BulletinsTest extends OnRealInfrastructure {

  private final City city = City.fresh();
  private final Indicator seats = city.indicator(Aggregation.SUM);
  private final DistrictLedgers wujin = city.district();
  private final DistrictLedgers liyang = city.district();

  private LedgerEvent seatsReached;
  private LedgerEvent roomsReported;
  private LedgerEvent lastReported;

  private void aYear() {
    wujin.publishes(
        Targets.of(Kind.QUANTITY).value("6325").indicator(seats),
        Targets.of(Kind.QUANTITY).value("35"),
        Targets.of(Kind.QUANTITY).value("10"));
    liyang.publishes(Targets.of(Kind.QUANTITY).value("4700").indicator(seats));
    wujin.reports("6.1", "2022-05-31", "2000");
    seatsReached = wujin.reports("6.1", "2022-06-20", "6325");
    roomsReported = wujin.reports("6.2", "2022-06-10", "3");
    wujin.reports("6.3", "2022-05-31", "1");
    lastReported = wujin.reports("6.3", "2022-06-15", "6");
    Service.after(city.viewer(), "/rollups?year=2022&scope=" + city.code(), wujin, liyang);
  }

  private String bulletin(String month) {
    return "/api/v1/bulletins/" + city.code() + "/" + month;
  }

  private JsonNode get(String path) {
    Response answer = given().auth().oauth2(city.viewer()).get(path);
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    return Service.parse(answer.asString());
  }

  private Response issue(String path) {
    return given()
        .auth()
        .oauth2(city.admin())
        .header("Accept-Language", "en")
        .post(path + "/issue");
  }

  private static List<String> targets(JsonNode lines) {
    return lines.findValuesAsText("target");
  }

  @Test
  void aBulletinSaysWhatWasReachedWhatFellBehindAndWhoIsSilent() {
    aYear();
    JsonNode answer = get(bulletin("2022-06"));
    JsonNode content = answer.path("content");
    assertThat(answer.path("state").textValue()).isEqualTo("draft");
    assertThat(content.path("heading").path("asOf").textValue()).isEqualTo("2022-06-30");
    assertThat(targets(content.path("reached"))).containsExactly(wujin.target("6.1"));
    assertThat(targets(content.path("madeUp"))).containsExactly(wujin.target("6.3"));
    assertThat(targets(content.path("behind")))
        .containsExactly(liyang.target("6.1"), wujin.target("6.2"));
    assertThat(targets(content.path("unreported"))).containsExactly(liyang.target("6.1"));
    JsonNode behind = content.path("behind").path(1);
    assertThat(behind.path("since").textValue()).isEqualTo("2022-01-02");
    assertThat(Service.target(city, wujin, "6.2").path("since").textValue())
        .isEqualTo("2022-01-02");
    assertThat(Service.target(city, wujin, "6.1").has("since")).isFalse();
    assertThat(behind.path("reason").path("zh").textValue()).contains("不足其 70%");
    JsonNode total = content.path("overview").path(0);
    assertThat(total.path("now").path("lights").path("achieved").intValue()).isEqualTo(1);
    assertThat(total.path("lastMonth").path("lights").path("behind").intValue()).isEqualTo(3);
    assertThat(total.path("lastYear").isMissingNode()).isTrue();
    JsonNode indicator = content.path("indicators").path(0);
    assertThat(number(indicator.path("total"), "reached")).isEqualByComparingTo("6325");
    assertThat(number(indicator.path("districts").path(0), "lastMonth"))
        .isEqualByComparingTo("0.3162");
    assertThat(indicator.path("districts").path(1).path("targets").path(0).textValue())
        .isEqualTo(liyang.target("6.1"));
    assertThat(content.path("problems").path("open").intValue()).isZero();
    assertThat(content.path("reporting")).hasSize(2);
  }

  /** Whoever did not report for June by 5 July is not still waited for later on. */
  @Test
  void whoReportedIsToldAsItStandsWhenTheBulletinIsMade() throws IOException {
    wujin.recordsAt("2022-06-01T04:00:00Z");
    liyang.recordsAt("2022-06-01T04:00:00Z");
    wujin.publishes(Targets.of(Kind.QUANTITY).value("35"), Targets.of(Kind.QUANTITY).value("10"));
    liyang.publishes(Targets.of(Kind.QUANTITY).value("4700"));
    wujin.recordsAt("2022-07-05T04:00:00Z");
    wujin.reports("6.1", "2022-06-30", "3");
    wujin.recordsAt("2022-07-06T04:00:00Z");
    wujin.reports("6.2", "2022-06-30", "3");
    Service.after(city.viewer(), "/rollups?year=2022&scope=" + city.code(), wujin, liyang);
    assertThat(issue(bulletin("2022-06")).statusCode()).isEqualTo(201);
    JsonNode content = get(bulletin("2022-06")).path("content");
    assertThat(content.path("heading").path("asOf").textValue()).isEqualTo("2022-06-30");
    assertThat(content.path("heading").path("reportingAsOf").textValue())
        .isGreaterThan("2022-07-05");
    assertThat(reported(content, wujin)).isEqualTo("onTime 1, late 1, missing 0, pending 0");
    assertThat(reported(content, liyang)).isEqualTo("onTime 0, late 0, missing 1, pending 0");
    JsonNode proof = get(bulletin("2022-06") + "/proof");
    assertThat(proof.path("sameToday").booleanValue()).as("%s", proof).isTrue();
    String knownAt = content.path("heading").path("knownAt").textValue();
    String again = bulletin("2022-06") + "?draft=true&knownAt=" + knownAt;
    byte[] first = given().auth().oauth2(city.viewer()).get(again).asByteArray();
    wujin.recordsAt(Instant.now().toString());
    wujin.reports("6.2", "2022-06-30", "9");
    Service.after(city.viewer(), "/rollups?year=2022&scope=" + city.code(), wujin);
    assertThat(given().auth().oauth2(city.viewer()).get(again).asByteArray()).isEqualTo(first);
  }

  private static String reported(JsonNode content, DistrictLedgers district) {
    for (JsonNode line : content.path("reporting")) {
      if (line.path("district").textValue().equals(district.code())) {
        return "onTime %d, late %d, missing %d, pending %d"
            .formatted(
                line.path("onTime").intValue(),
                line.path("late").intValue(),
                line.path("missing").intValue(),
                line.path("pending").intValue());
      }
    }
    return "none";
  }

  @Test
  void everyFigureCanBeTracedToItsEvent() {
    aYear();
    JsonNode content = get(bulletin("2022-06")).path("content");
    assertThat(targets(content.path("targets"))).hasSize(4);
    int traced = 0;
    for (JsonNode line : content.path("targets")) {
      if (line.has("reached")) {
        LedgerEvent event = wujin.progress().at(line.path("trace").path("seq").asLong());
        assertThat(event.subject()).isEqualTo(line.path("target").textValue());
        assertThat(number(Service.parse(event.body()), "value"))
            .isEqualByComparingTo(number(line, "reached"));
        traced++;
      }
    }
    assertThat(traced).isEqualTo(3);
    JsonNode reached = content.path("reached").path(0).path("trace");
    assertThat(reached.path("seq").asLong()).isEqualTo(seatsReached.seq());
    assertThat(reached.path("events").intValue()).isEqualTo(2);
    JsonNode place = content.path("positions").path("progress/" + wujin.code());
    assertThat(place.path("seq").asLong()).isEqualTo(5);
    assertThat(place.path("hash").textValue()).isEqualTo(wujin.progress().last().hash().hex());
  }

  @Test
  void whatIsIssuedStaysAsItWasAndIsProved() {
    aYear();
    Response first = issue(bulletin("2022-06"));
    assertThat(first.statusCode()).as(first.asString()).isEqualTo(201);
    JsonNode issued = get(bulletin("2022-06"));
    assertThat(issued.path("state").textValue()).isEqualTo("issued");
    assertThat(CanonicalJson.canonical(issued.path("content")).digest().hex())
        .isEqualTo(issued.path("digest").textValue());
    recorded(issued);

    wujin.voids(roomsReported);
    wujin.reports("6.2", "2022-06-30", "35");
    Service.after(city.viewer(), "/rollups?year=2022&scope=" + city.code(), wujin);
    assertThat(get(bulletin("2022-06")).path("content")).isEqualTo(issued.path("content"));
    assertThat(targets(get(bulletin("2022-06") + "?draft=true").path("content").path("behind")))
        .containsExactly(liyang.target("6.1"));

    JsonNode proof = get(bulletin("2022-06") + "/proof");
    assertThat(proof.path("differences")).as(proof.toString()).isEmpty();
    assertThat(proof.path("proved").booleanValue()).as(proof.toString()).isTrue();
    assertThat(proof.path("recorded").path("holds").booleanValue()).isTrue();
    assertThat(proof.path("places")).hasSize(4);

    assertThat(Service.json(issue(bulletin("2022-06"))).path("number").intValue()).isEqualTo(2);
    assertThat(get(bulletin("2022-06")).path("number").intValue()).isEqualTo(2);
    assertThat(get(bulletin("2022-06") + "?issue=1").path("digest"))
        .isEqualTo(issued.path("digest"));
    assertThat(get(bulletin("2022-06") + "/issues").path("issues")).hasSize(2);
  }

  /** The catalogue's owner says that it took it. */
  private static void recorded(JsonNode issued) {
    JsonNode heading = issued.path("content").path("heading");
    City.issued(
        new Issue(
            "bulletin",
            heading.path("scope").textValue(),
            "2022-06",
            1,
            LocalDate.parse(heading.path("asOf").textValue()),
            Instant.parse(heading.path("knownAt").textValue()),
            Map.of(),
            issued.path("digest").textValue(),
            null));
  }

  @Test
  void whatWasTamperedWithIsNotProved() {
    aYear();
    assertThat(issue(bulletin("2022-06")).statusCode()).isEqualTo(201);
    Service.update(
        "update issued set content = replace(content, '\"reached\":6325', '\"reached\":6326')"
            + " where scope = ?",
        city.code());
    JsonNode proof = get(bulletin("2022-06") + "/proof");
    assertThat(proof.path("proved").booleanValue()).isFalse();
    assertThat(proof.path("digestFits").booleanValue()).isFalse();
    assertThat(proof.path("differences").findValuesAsText("pointer"))
        .contains("/reached/0/reached");
  }

  @Test
  void whatWasMadeFromALedgerThatIsRewrittenIsNotProved() {
    aYear();
    assertThat(issue(bulletin("2022-06")).statusCode()).isEqualTo(201);
    recorded(get(bulletin("2022-06")));
    Owners.whileRewritten(
        lastReported,
        () -> {
          JsonNode proof = get(bulletin("2022-06") + "/proof");
          assertThat(proof.path("digestFits").booleanValue()).isTrue();
          assertThat(proof.path("differences")).as(proof.toString()).isEmpty();
          assertThat(proof.path("proved").booleanValue()).as(proof.toString()).isFalse();
        });
    assertThat(get(bulletin("2022-06") + "/proof").path("proved").booleanValue()).isTrue();
  }

  @Test
  void nothingIsIssuedWhileAnOwnerIsAway() {
    aYear();
    Owners.goDown();
    try {
      Response refused = issue(bulletin("2022-06"));
      assertThat(refused.statusCode()).isEqualTo(503);
      assertThat(refused.header("Retry-After")).isNotNull();
    } finally {
      Owners.comeBack();
    }
    assertThat(get(bulletin("2022-06") + "/issues").path("issues")).isEmpty();
    assertThat(get(bulletin("2022-06")).path("state").textValue()).isEqualTo("draft");
  }

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

  private void problem(String step, String recordedOn) {
    wujin.recordsOn(recordedOn);
    ObjectNode body =
        Json.lenient()
            .createObjectNode()
            .put("item", wujin.target("6"))
            .put("problem", "P")
            .put("due", "2022-05-20")
            .put("text", "围墙开裂");
    String id = "p-" + wujin.code() + "-" + (wujin.progress().seq() + 1);
    wujin.progress().say(id, "problem." + step, wujin.target("6"), "P", body);
  }

  /** Made at the end of June for April and May, when the problem had long been opened again. */
  @Test
  void aBulletinMadeLaterTellsTheProblemsAsTheyStoodAtItsMonthsEnd() {
    aYear();
    problem("opened", "2022-04-10");
    problem("rectified", "2022-05-10");
    problem("verified", "2022-05-12");
    problem("reopened", "2022-06-10");
    Service.after(city.viewer(), "/rollups?year=2022&scope=" + city.code(), wujin);
    JsonNode april = get(bulletin("2022-04")).path("content").path("problems");
    assertThat(april.path("open").intValue()).isOne();
    assertThat(april.path("opened")).hasSize(1);
    assertThat(april.path("overdue")).isEmpty();
    JsonNode may = get(bulletin("2022-05")).path("content").path("problems");
    assertThat(may.path("closed").intValue()).isOne();
    assertThat(may.path("verified").findValuesAsText("problem")).containsExactly("P");
    JsonNode june = get(bulletin("2022-06")).path("content").path("problems");
    assertThat(june.path("open").intValue()).isOne();
    assertThat(june.path("overdue")).hasSize(1);
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

  private ByteArrayInputStream file(String path) {
    return new ByteArrayInputStream(given().auth().oauth2(city.viewer()).get(path).asByteArray());
  }

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

  @ParameterizedTest
  @CsvSource({
    "bulletins,2022-7,400",
    "bulletins,2022-07,400",
    "bulletins,2022,400",
    "summaries,2022-06,400",
    "summaries,2023,400",
    "bulletins,2022-06?issue=9,404",
    "bulletins,2022-06?format=pdf,400"
  })
  void refusesWhatThereIsNot(String kind, String period, int status) {
    aYear();
    given()
        .auth()
        .oauth2(city.viewer())
        .get("/api/v1/" + kind + "/" + city.code() + "/" + period)
        .then()
        .statusCode(status)
        .contentType("application/problem+json");
  }

  @Test
  void onlyTheCityIssuesAndNobodySeesAForeignScope() {
    aYear();
    String own = "/api/v1/bulletins/" + wujin.code() + "/2022-06";
    given().auth().oauth2(wujin.viewer()).get(own).then().statusCode(200);
    given().auth().oauth2(wujin.viewer()).get(bulletin("2022-06")).then().statusCode(403);
    given()
        .auth()
        .oauth2(city.viewer())
        .post(bulletin("2022-06") + "/issue")
        .then()
        .statusCode(403);
    given().get(bulletin("2022-06")).then().statusCode(401);
  }
}
