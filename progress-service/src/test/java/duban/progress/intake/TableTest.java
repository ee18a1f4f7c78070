package duban.progress.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import duban.progress.District;
import duban.progress.OnRealInfrastructure;
import duban.progress.Service;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Events as a table in CSV. */
@QuarkusTest
class TableTest extends OnRealInfrastructure {

  private static final String TABLE =
      """
      id,type,target,asOf,on,value,amount,project,milestone,item,stage,percent,text,note,part,explanation,evidence
      c-1,progress.reported,D.6.1,2022-06-30,,3200,,,,,,,,"两所学校，提前完成",,,"a.pdf; ；b.pdf；"
      c-2,progress.added,D.7.1,,2022-07-01,,2.5,,,,,,,,niutang,集中采购,
      c-3,milestone.reached,D.6.2,,2022-07-01,,,牛塘实验学校,in-use,,,,,,,,
      c-4,item.noted,,,,,,,,D.3,推进中,40,,,,,
      c-5,progress.reported,D.6.1,2022-07-31,,"3,300",,,,,,,,,,,
      c-6,progress.reported,D.99.1,2022-07-31,,1,,,,,,,,,,,
      c-7,progress.reported
      c-8,progress.reported,D.6.1,2022-08-31,,3300,,,,,,,,=1+1,,,
      """;

  @Test
  void rowsAreEventsAndEachStandsAlone() {
    District district = District.withPlan();
    List<JsonNode> rows = rows(district, bytes(district, StandardCharsets.UTF_8, ""));

    assertThat(rows)
        .extracting(row -> row.get("line").intValue())
        .containsExactly(2, 3, 4, 5, 6, 7, 8, 9);
    assertThat(rows)
        .extracting(row -> row.get("status").textValue())
        .containsExactly(
            "appended",
            "appended",
            "appended",
            "appended",
            "rejected",
            "rejected",
            "rejected",
            "appended");
    assertThat(rows.get(4).at("/problem/errors/0/pointer").textValue()).isEqualTo("/value");
    assertThat(rows.get(5).at("/problem/errors/0/pointer").textValue()).isEqualTo("/target");
    JsonNode body = kept(district, 1);
    assertThat(body.get("value").decimalValue()).isEqualByComparingTo("3200");
    assertThat(body.get("note").textValue()).isEqualTo("两所学校，提前完成");
    assertThat(body.get("evidence"))
        .extracting(JsonNode::textValue)
        .containsExactly("a.pdf", "b.pdf");
    assertThat(kept(district, 2).get("part").textValue()).isEqualTo("niutang");
    assertThat(kept(district, 4).get("percent").intValue()).isEqualTo(40);
    assertThat(kept(district, 5).get("note").textValue()).isEqualTo("=1+1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "GB18030"})
  void theSameAgainInAnotherEncodingIsAllRepeats(String encoding) {
    District district = District.withPlan();
    rows(district, bytes(district, StandardCharsets.UTF_8, ""));
    String mark = encoding.equals("UTF-8") ? "\ufeff" : "";
    assertThat(rows(district, bytes(district, Charset.forName(encoding), mark)))
        .extracting(row -> row.get("status").textValue())
        .doesNotContain("appended")
        .contains("duplicate");
    assertThat(Service.seq(district)).isEqualTo(5);
  }

  @Test
  void aHeaderWithFieldsThatThereAreNotIsRefused() {
    District district = District.withPlan();
    post(district, "id,type,target,goal\nx,y,z,1\n".getBytes(StandardCharsets.UTF_8))
        .then()
        .statusCode(400)
        .body("type", equalTo("https://duban.cn/problems/invalid-request"))
        .body("detail", containsString("goal"));
    for (String table : new String[] {"", "target,value\n", "id,id,type\n", "\"id,type\n"}) {
      post(district, table.getBytes(StandardCharsets.UTF_8)).then().statusCode(400);
    }
    assertThat(Service.seq(district)).isZero();
  }

  @Test
  void aQuoteThatIsNeverClosedEndsTheTableAndNotTheService() {
    District district = District.withPlan();
    String table =
        "id,type,target,asOf,value,note\n"
            + "q-1,progress.reported,D.6.1,2022-06-30,1,ok\n"
            + "q-2,progress.reported,D.6.1,2022-06-30,1,\""
            + "x\n".repeat(2_000_000);
    List<JsonNode> rows =
        rows(district, table.replace("D.", district.plan() + ".").getBytes(StandardCharsets.UTF_8));
    assertThat(rows).hasSize(2);
    assertThat(rows.get(0).get("status").textValue()).isEqualTo("appended");
    assertThat(rows.get(1).get("line").intValue()).isEqualTo(3);
    assertThat(rows.get(1).at("/problem/type").textValue())
        .isEqualTo("https://duban.cn/problems/invalid-request");
  }

  private static JsonNode kept(District district, int seq) {
    String path = "/api/v1/districts/" + district.code() + "/events?limit=1&after=" + (seq - 1);
    return Service.parse(Service.get(district.reporter(), path).asString()).at("/events/0/body");
  }

  private static byte[] bytes(District district, Charset charset, String mark) {
    return (mark + TABLE.replace("D.", district.plan() + ".")).getBytes(charset);
  }

  private static List<JsonNode> rows(District district, byte[] table) {
    Response answer = post(district, table);
    answer.then().statusCode(200).contentType("application/x-ndjson");
    return answer.asString().lines().map(Service::parse).toList();
  }

  private static Response post(District district, byte[] table) {
    return RestAssured.given()
        .auth()
        .oauth2(district.reporter())
        .header("Accept-Language", "en")
        .header("Content-Type", "text/csv")
        .body(table)
        .post("/api/v1/districts/" + district.code() + "/events");
  }
}
