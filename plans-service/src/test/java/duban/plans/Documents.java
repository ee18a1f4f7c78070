package duban.plans;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import duban.contracts.Json;
import duban.testkit.Tokens;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** Documents of our own making, and how they are handed in. */
final class Documents {

  /** Three targets in two sections, as a district would write them. */
  static final String PLAN =
      """
      2060年武进教育工作要点

      一、改善办学条件

      1.加快学校建设。全年新增学位1200个，新建幼儿园2所。

      2.推进智慧教育。建成智慧教室35个。

      二、建设教师队伍

      3.加强学习。组织全体教师认真学习有关文件精神。
      """;

  private static final String IMPORT = "/api/v1/plans/import";

  private Documents() {}

  static Response handIn(String plan, String document) {
    return handIn(plan, document, false);
  }

  static Response handIn(String plan, String document, boolean replace) {
    return upload("district-planner", plan, "要点.txt", document.getBytes(StandardCharsets.UTF_8))
        .queryParam("replace", replace)
        .post(IMPORT);
  }

  static RequestSpecification upload(String role, String plan, String file, byte[] bytes) {
    return given()
        .auth()
        .oauth2(Tokens.mint(role, role.startsWith("city") ? "320400" : "320412"))
        .header("Accept-Language", "en")
        .multiPart("file", file, bytes)
        .multiPart("district", plan.substring(0, 6))
        .multiPart("year", plan.substring(7));
  }

  /** With a declared length, and the file's name in UTF-8, as browsers send it. */
  static HttpResponse<String> asABrowser(String plan, String file, byte[] bytes)
      throws IOException, InterruptedException {
    String head =
        part("district", plan.substring(0, 6))
            + part("year", plan.substring(7))
            + "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n"
                .formatted(file);
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
    body.writeBytes(bytes);
    body.writeBytes("\r\n--edge--\r\n".getBytes(StandardCharsets.UTF_8));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + IMPORT))
            .header("Authorization", "Bearer " + Tokens.mint("district-planner", "320412"))
            .header("Content-Type", "multipart/form-data; boundary=edge")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
            .build();
    try (HttpClient browser = HttpClient.newBuilder().version(Version.HTTP_1_1).build()) {
      return browser.send(request, HttpResponse.BodyHandlers.ofString());
    }
  }

  private static String part(String name, String value) {
    return "--edge\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
        .formatted(name, value);
  }

  static String path(String plan) {
    return "/api/v1/plans/" + plan + "/review";
  }

  static JsonNode review(String plan) {
    Response answer = Story.wujin().get(path(plan));
    answer.then().statusCode(200);
    return tree(answer.asString());
  }

  /** Decides with the ETag that was just read. */
  static Response decide(String plan, String decisions) {
    return Story.wujin()
        .header("If-Match", review(plan).path("etag").asText())
        .body("{\"decisions\":[%s]}".formatted(decisions))
        .post(path(plan) + "/decisions");
  }

  /** Accepts all that waits. */
  static void acceptAll(String plan) {
    StringBuilder decisions = new StringBuilder();
    for (JsonNode proposal : review(plan).path("proposals")) {
      if (proposal.path("state").asText().equals("proposed")) {
        decisions
            .append(decisions.isEmpty() ? "" : ",")
            .append(
                "{\"proposal\":%d,\"decision\":\"accept\"}"
                    .formatted(proposal.path("proposal").asInt()));
      }
    }
    decide(plan, decisions.toString()).then().statusCode(200);
  }

  static JsonNode tree(String json) {
    try {
      return Json.lenient().readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(json, e);
    }
  }
}
