package duban.progress.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import duban.contracts.plan.Target.Kind;
import duban.contracts.template.Column;
import duban.progress.District;
import duban.progress.OnRealInfrastructure;
import duban.progress.Service;
import duban.testkit.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A filled workbook's rows become events. */
@QuarkusTest
class WorkbookTest extends OnRealInfrastructure {

  private final District district = District.withPlan();
  private final PlayedTemplate template = new PlayedTemplate(district);

  private List<JsonNode> handIn() {
    return HandIn.rows(district, template.bytes());
  }

  private void oneRowOfEachKind() {
    template
        .row(Kind.QUANTITY, "6.1")
        .on("2022-06-30")
        .with(Column.VALUE, 3200)
        .with(Column.NOTE, "两所学校提前完成")
        .with(Column.EXPLANATION, "雨季停工")
        .with(Column.EVIDENCE, "wj/6.1.xlsx；wj/6.1.pdf");
    template.row(Kind.QUANTITY, "2.1");
    template
        .row(Kind.QUANTITY, "7.1")
        .with(Column.PART, "niutang")
        .with(Column.AS_OF, "2022-07-01")
        .with(Column.AMOUNT, "2.50");
    template
        .row(Kind.RATIO, "7.2")
        .on("2022-06-30")
        .with(Column.NUMERATOR, 40)
        .with(Column.DENOMINATOR, 80);
    template
        .row(Kind.PROJECT, "6.2")
        .on("2022-06-30")
        .with(Column.PROJECT, "牛塘实验学校")
        .with(Column.MILESTONE, "封顶");
    template.row(Kind.DEADLINE, "26.1").on("2022-06-30").with(Column.VALUE, 1);
    template.row(Kind.FREQUENCY, "1.1").on("2022-06-30").with(Column.AMOUNT, 1);
    template
        .row(Kind.NARRATIVE, "3.1")
        .on("2022-06-30")
        .with(Column.STAGE, "推进中")
        .with(Column.PERCENT, 60)
        .with(Column.NOTE, "各校方案已备案");
  }

  @Test
  void eachFilledRowIsTheEventOfItsKind() {
    oneRowOfEachKind();
    List<JsonNode> rows = handIn();

    assertThat(rows).extracting(row -> row.get("status").textValue()).containsOnly("appended");
    assertThat(rows)
        .extracting(row -> row.get("line").intValue())
        .containsExactly(3, 5, 6, 7, 8, 9, 10);
    assertThat(rows).allMatch(row -> row.get("id").textValue().matches("x-[0-9a-f]{32}"));
    assertThat(body(1, "progress.reported").toString())
        .isEqualTo(
            """
            {"asOf":"2022-06-30","by":"test-district-reporter","evidence":["wj/6.1.xlsx","wj/6.1.pdf"],\
            "explanation":"雨季停工","note":"两所学校提前完成","target":"D.6.1","value":3200}\
            """
                .replace("D", district.plan()));
    assertThat(body(2, "progress.added").toString())
        .contains("\"amount\":2.5,", "\"on\":\"2022-07-01\"", "\"part\":\"niutang\"");
    assertThat(body(3, "progress.reported").toString())
        .contains("\"numerator\":40,", "\"denominator\":80,");
    assertThat(body(4, "milestone.reached").toString())
        .contains("\"milestone\":\"topped-out\"", "\"project\":\"牛塘实验学校\"");
    assertThat(body(5, "progress.reported").get("value").intValue()).isEqualTo(1);
    assertThat(body(6, "progress.added").get("amount").intValue()).isEqualTo(1);
    assertThat(body(7, "item.noted").toString())
        .contains("\"item\":\"" + district.target("3") + "\"", "\"percent\":60,")
        .contains("\"stage\":\"推进中\"", "\"text\":\"各校方案已备案\"");
  }

  @Test
  void theSameWorkbookAgainRecordsNothingAgainWhoeverHandsItIn() {
    oneRowOfEachKind();
    handIn();
    String colleague = Tokens.mint("city-admin", district.code());
    for (String token : List.of(district.reporter(), colleague)) {
      assertThat(HandIn.rows(district, token, template.bytes()))
          .hasSize(7)
          .extracting(row -> row.get("status").textValue())
          .containsOnly("duplicate");
    }
    assertThat(Service.seq(district)).isEqualTo(7);
    assertThat(
            HandIn.post(district, district.reporter(), template.bytes(), "*/*")
                .header("Duban-Rows"))
        .isEqualTo("appended=0, duplicate=7, rejected=0, untouched=1");
  }

  @Test
  void aFigurePutRightIsAReportOfItsOwnAndAnAmountIsNotAddedTwice() {
    PlayedTemplate.Row seats =
        template.row(Kind.QUANTITY, "6.1").on("2022-06-30").with(Column.VALUE, 3200);
    PlayedTemplate.Row lessons =
        template.row(Kind.FREQUENCY, "1.1").on("2022-06-30").with(Column.AMOUNT, 1);
    handIn();
    seats.with(Column.VALUE, 3300);
    lessons.with(Column.AMOUNT, 2);
    List<JsonNode> rows = handIn();

    assertThat(rows.get(0).get("status").textValue()).isEqualTo("appended");
    assertThat(body(3, "progress.reported").get("value").intValue()).isEqualTo(3300);
    assertThat(rows.get(1).get("status").textValue()).isEqualTo("rejected");
    assertThat(rows.get(1).at("/problem/type").textValue()).endsWith("/event-id-conflict");
    assertThat(rows.get(1).get("cells").toString()).isEqualTo("[\"N4\"]");
    assertThat(Service.seq(district)).isEqualTo(3);
  }

  @Test
  void figuresStayExactDecimals() {
    template.row(Kind.QUANTITY, "6.1").on("2022-06-30").with(Column.VALUE, 0.1 + 0.2);
    template.row(Kind.MONEY, "6.5").on("2022-06-30").with(Column.VALUE, 1.16e8);
    template.row(Kind.QUANTITY, "2.1").on("2022-06-30").with(Column.VALUE, 0.1);
    assertThat(handIn()).hasSize(3);

    assertThat(body(1, "progress.reported").toString()).contains("\"value\":0.3}");
    assertThat(body(2, "progress.reported").toString()).contains("\"value\":116000000}");
    assertThat(body(3, "progress.reported").toString()).contains("\"value\":0.1}");
  }

  @Test
  void aFaultyCellIsNamedAndStopsNoOtherRow() {
    template.row(Kind.QUANTITY, "6.1").on("2022-06-30").formula(Column.VALUE, "1+1");
    template.row(Kind.QUANTITY, "6.1").on("2022-06-30").with(Column.VALUE, 0.5, "0%");
    template.row(Kind.QUANTITY, "6.1").on("2022-06-30").with(Column.VALUE, "约3200");
    template.row(Kind.QUANTITY, "6.1").with(Column.VALUE, 3200);
    template.row(Kind.QUANTITY, "6.1").with(Column.AS_OF, 44742).with(Column.VALUE, 3200);
    template.row(Kind.QUANTITY, "6.1").on("2022-06-30");
    template
        .row(Kind.QUANTITY, "6.1")
        .on("2022-06-30")
        .with(Column.VALUE, 1)
        .with(Column.AMOUNT, 1);
    template.row(Kind.RATIO, "7.2").on("2022-06-30").with(Column.VALUE, 85);
    template.row(Kind.QUANTITY, "6.1").on("2023-06-30").with(Column.VALUE, 1);
    template.row(Kind.QUANTITY, "99.1").on("2022-06-30").with(Column.VALUE, 1);
    template.row(Kind.PROJECT, "6.2").on("2022-06-30").with(Column.MILESTONE, "完工");
    template.row(Kind.QUANTITY, "6.1").on("2022-06-30").with(Column.VALUE, 3200);
    List<JsonNode> rows = handIn();

    assertThat(rows)
        .extracting(row -> row.path("cells").toString())
        .containsExactly(
            "[\"K3\"]",
            "[\"K4\"]",
            "[\"K5\"]",
            "[\"J6\"]",
            "[\"J7\"]",
            "[\"K8\"]",
            "[\"N9\"]",
            "[\"K10\",\"L10\",\"M10\"]",
            "[\"J11\"]",
            "[\"A12\"]",
            "[\"P13\"]",
            "");
    assertThat(rows.getFirst().at("/problem/detail").textValue()).contains("paste it as a value");
    assertThat(rows.getLast().get("status").textValue()).isEqualTo("appended");
    assertThat(Service.seq(district)).isEqualTo(1);
  }

  @Test
  void anExplanationAloneIsOfTheRowsLastReport() {
    Service.post(district, Service.reported(district, "first", 10)).then().statusCode(201);
    Service.post(district, Service.reported(district, "earlier-day", 5).put("asOf", "2022-05-31"))
        .then()
        .statusCode(201);
    template.row(Kind.QUANTITY, "6.1").with(Column.EXPLANATION, "雨季停工");
    template.row(Kind.QUANTITY, "2.1").with(Column.EXPLANATION, "没有填报过");
    List<JsonNode> rows = handIn();

    assertThat(body(3, "report.explained").toString())
        .contains("\"event\":\"first\"", "\"text\":\"雨季停工\"");
    assertThat(rows.get(1).get("cells").toString()).isEqualTo("[\"T4\"]");
  }

  @Test
  void aProjectThatCameWithTheTemplateIsNotFilledInAndOneThatSomebodyNamedIs() {
    template.row(Kind.PROJECT, "6.3").with(Column.PROJECT, "鸣凰中心小学");
    PlayedTemplate.Row spare = template.row(Kind.PROJECT, "6.3").with(Column.PROJECT, "新项目");
    spare.unlock(Column.PROJECT);
    List<JsonNode> rows = handIn();

    assertThat(rows).hasSize(1);
    assertThat(rows.getFirst().get("line").intValue()).isEqualTo(4);
    assertThat(rows.getFirst().get("cells").toString()).isEqualTo("[\"J4\",\"P4\"]");
  }

  private JsonNode body(int seq, String type) {
    JsonNode event = HandIn.kept(district, seq);
    assertThat(event.path("type").textValue()).isEqualTo(type);
    return event.get("body");
  }
}
