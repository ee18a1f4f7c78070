package duban.progress.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import duban.progress.District;
import duban.progress.Service;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.List;

/** Handing in a workbook, as a district's clerk does. */
final class HandIn {

  static final String EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private HandIn() {}

  static Response post(District district, String token, byte[] workbook, String accept) {
    return post(district, token, workbook, accept, "en");
  }

  static Response post(
      District district, String token, byte[] workbook, String accept, String language) {
    return RestAssured.given()
        .auth()
        .oauth2(token)
        .header("Accept-Language", language)
        .header("Accept", accept)
        .header("Content-Type", EXCEL)
        .body(workbook)
        .post("/api/v1/districts/" + district.code() + "/events");
  }

  static List<JsonNode> rows(District district, byte[] workbook) {
    return rows(district, district.reporter(), workbook);
  }

  static List<JsonNode> rows(District district, String token, byte[] workbook) {
    Response answer = post(district, token, workbook, "*/*");
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    assertThat(answer.contentType()).startsWith("application/x-ndjson");
    return answer.asString().lines().map(Service::parse).toList();
  }

  static JsonNode kept(District district, int seq) {
    String path = "/api/v1/districts/" + district.code() + "/events?limit=1&after=" + (seq - 1);
    return Service.parse(Service.get(district.reporter(), path).asString()).at("/events/0");
  }
}
