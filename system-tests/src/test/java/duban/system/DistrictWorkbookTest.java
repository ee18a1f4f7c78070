package duban.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import duban.contracts.Json;
import duban.contracts.template.Column;
import duban.system.Client.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The clerk's round: download the workbook, fill it in, hand it in, find the figures. */
class DistrictWorkbookTest {

  private static final String EXCEL =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final String DISTRICT = "320411";
  private static final String EVENTS = "/api/v1/districts/320411/events";
  private static final String TEMPLATE = "/api/v1/districts/320411/template?year=2022";

  private static final String PLAN =
      """
      {"district":"320411","year":2022,"title":"新北区教育工作要点（2022 年）","sections":[{"items":[
        {"key":"1","title":"学校建设","targets":[
          {"id":"320411-2022.1.1","title":"新增座位","kind":"quantity","operator":">=","value":500,"unit":"个"},
          {"id":"320411-2022.1.2","title":"智慧教室","kind":"quantity","operator":">=","value":35,"unit":"间",
           "parts":[{"key":"hehai","title":"河海","value":20},{"key":"sanjing","title":"三井","value":15}]},
          {"id":"320411-2022.1.3","title":"改扩建竣工","kind":"project","operator":"=","value":3,"unit":"所",
           "projects":["薛家小学"],"projectsComplete":false},
          {"id":"320411-2022.1.4","title":"照明改造","kind":"coverage","operator":"=","value":100,"unit":"%"},
          {"id":"320411-2022.1.5","title":"方案出台","kind":"deadline","due":"2022-12-31"}]},
        {"key":"2","title":"课堂改革","targets":[
          {"id":"320411-2022.2.1","title":"校本教研","kind":"narrative"},
          {"id":"320411-2022.2.2","title":"专项督查","kind":"frequency","operator":"=","value":1,"unit":"次","period":"month"}]}
      ]}]}
      """;

  private final RunningSystem system = RunningSystem.shared();
  private final Client officer = new Client(system, system.token("city-admin"));
  private final Client clerk = new Client(system, system.token("district-reporter", DISTRICT));

  @Test
  void whatIsFilledInAppears() throws IOException {
    assertThat(officer.post("/api/v1/plans", "application/json", PLAN).status()).isEqualTo(201);
    Reply published = officer.post("/api/v1/plans/320411-2022/publish", "application/json", "{}");
    assertThat(published.status()).isEqualTo(201);
    byte[] filled = fill(download());

    List<JsonNode> rows = handIn(filled);
    assertThat(rows).hasSize(8);
    assertThat(rows)
        .as(rows.toString())
        .allMatch(row -> row.get("status").asText().equals("appended"));
    JsonNode targets = standing(rows.getLast().get("seq").asLong());
    assertThat(reached(targets, "1.1")).isEqualTo("120.5");
    assertThat(reached(targets, "1.2")).isEqualTo("9");
    assertThat(reached(targets, "1.4")).isEqualTo("50");
    assertThat(reached(targets, "2.2")).isEqualTo("1");

    assertThat(handIn(filled))
        .as("the same workbook again")
        .allMatch(row -> row.get("status").asText().equals("duplicate"));
    showsWhatWasReported(download());
    marksAndTakesAgain();
  }

  private static byte[] fill(byte[] template) throws IOException {
    Filled sheet = new Filled(template);
    sheet.row("1.1", "").on("2022-06-30").put(Column.VALUE, 120.5);
    sheet.row("1.2", "hehai").on("2022-06-30").put(Column.VALUE, 9);
    sheet.row("1.3", "薛家小学").on("2022-05-20").put(Column.MILESTONE, "封顶");
    sheet.row("1.3", "").on("2022-06-20").put(Column.PROJECT, "孟河中学").put(Column.MILESTONE, "开工");
    sheet.row("1.4", "").on("2022-06-30").put(Column.NUMERATOR, 20).put(Column.DENOMINATOR, 40);
    sheet.row("1.5", "").on("2022-06-30").put(Column.VALUE, 0);
    sheet.row("2.1", "").on("2022-06-30").put(Column.STAGE, "推进中").put(Column.NOTE, "已培训");
    sheet.row("2.2", "").on("2022-06-15").put(Column.AMOUNT, 1);
    return sheet.bytes();
  }

  /** The next workbook begins where this one ended. */
  private static void showsWhatWasReported(byte[] template) throws IOException {
    Filled sheet = new Filled(template);
    assertThat(sheet.row("1.2", "hehai").text(Column.LAST_VALUE)).isEqualTo("9.0");
    assertThat(sheet.row("1.2", "sanjing").text(Column.LAST_VALUE)).isEmpty();
    assertThat(sheet.row("1.3", "薛家小学").text(Column.LAST_VALUE)).isEqualTo("封顶");
    assertThat(sheet.row("1.3", "孟河中学").text(Column.LAST_VALUE)).isEqualTo("开工");
    assertThat(sheet.row("1.3", "").text(Column.LAST_VALUE)).isEmpty();
  }

  private void marksAndTakesAgain() throws IOException {
    Filled sheet = new Filled(download());
    sheet.row("1.1", "").on("2021-12-31").put(Column.VALUE, 130);
    sheet.row("1.2", "sanjing").on("2022-06-30").put(Column.VALUE, 4);
    HttpResponse<byte[]> answer = send(sheet.bytes(), EXCEL);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue(EXCEL);
    assertThat(answer.headers().firstValue("Duban-Rows").orElseThrow())
        .startsWith("appended=1, duplicate=0, rejected=1");
    Filled marked = new Filled(answer.body());
    assertThat(marked.row("1.1", "").result()).startsWith("退回：");
    assertThat(marked.row("1.1", "").comment(Column.AS_OF)).contains("2021-12-31");
    marked.row("1.1", "").on("2022-06-30");

    assertThat(handIn(marked.bytes()))
        .extracting(row -> row.get("status").asText())
        .containsExactly("appended", "duplicate");
  }

  private byte[] download() {
    return Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                clerk
                    .http()
                    .send(clerk.request(TEMPLATE).GET().build(), BodyHandlers.ofByteArray()),
            answer -> answer.statusCode() == 200)
        .body();
  }

  private List<JsonNode> handIn(byte[] workbook) {
    HttpResponse<byte[]> answer = send(workbook, "application/x-ndjson");
    String lines = new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8);
    assertThat(answer.statusCode()).as(lines).isEqualTo(200);
    return lines.lines().map(DistrictWorkbookTest::parse).toList();
  }

  private HttpResponse<byte[]> send(byte[] workbook, String accept) {
    try {
      return clerk
          .http()
          .send(
              clerk
                  .request(EVENTS, "Content-Type", EXCEL, "Accept", accept)
                  .POST(BodyPublishers.ofByteArray(workbook))
                  .build(),
              BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private JsonNode standing(long seq) {
    Reply reply =
        clerk.get("/api/v1/plans/320411-2022/standing", "Duban-After", DISTRICT + ":" + seq);
    assertThat(reply.status()).isEqualTo(200);
    return reply.body();
  }

  private static String reached(JsonNode standing, String number) {
    return standing.findParents("target").stream()
        .filter(row -> row.get("target").asText().equals("320411-2022." + number))
        .map(row -> row.get("reached").decimalValue().stripTrailingZeros().toPlainString())
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode parse(String line) {
    try {
      return Json.lenient().readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
