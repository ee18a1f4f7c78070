package duban.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import duban.system.Client.Reply;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** From a district's document to a figure of the city: hand in, review, publish, report. */
class PlanDocumentTest {

  private static final String DISTRICT = "320404";
  private static final String PLAN = "/api/v1/plans/320404-2022";
  private static final String BOUNDARY = "a-line-that-no-plan-has";

  private static final String DOCUMENT =
      """
      某区2022年教育工作要点

      2022年，全区教育系统要办好人民满意的教育，努力推动各项工作再上新台阶。

      一、扩大资源供给
      1.加快学校建设。建成投用清河实验小学，新增学位 1200 个，建设智慧教室20个。
      二、提升队伍水平
      2.培养骨干教师。评选区骨干教师80名左右，教师交流比例不低于15%。
      """;

  private final RunningSystem system = RunningSystem.shared();
  private final Client officer = new Client(system, system.token("city-admin"));
  private final Client planner = new Client(system, system.token("district-planner", DISTRICT));

  @Test
  void aDocumentBecomesAFigureOfTheCity() {
    Reply handedIn =
        handIn(planner, DISTRICT, "plan.txt", DOCUMENT.getBytes(StandardCharsets.UTF_8));
    assertThat(handedIn.status()).as(handedIn.raw().body()).isEqualTo(201);
    JsonNode review = planner.get(PLAN + "/review").body();
    assertThat(quotes(review)).contains("建成投用清河实验小学", "新增学位 1200 个", "建设智慧教室20个", "评选区骨干教师80名左右");

    Reply again = handIn(planner, DISTRICT, "plan.txt", DOCUMENT.getBytes(StandardCharsets.UTF_8));
    assertThat(again.status()).as("the same document once more").isEqualTo(200);

    Reply early = publish(review);
    assertThat(early.status()).as("nothing is published unseen").isEqualTo(409);
    assertThat(early.body().get("type").asText()).endsWith("/undecided-proposals");

    Reply decided = acceptAll(review);
    assertThat(decided.status()).as(decided.raw().body()).isEqualTo(200);
    Reply published = publish(decided.body());
    assertThat(published.status()).as(published.raw().body()).isEqualTo(201);

    assertThat(report(seats(review)).status()).isEqualTo(201);
    assertThat(planner.get(PLAN + "/comparison?with=320404-2022").status()).isLessThan(500);
  }

  @Test
  void whatCannotBeReadIsRefusedInWords() {
    byte[] image = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 0};
    Reply reply = handIn(planner, DISTRICT, "plan.png", image);

    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.body().get("type").asText()).endsWith("/document-of-unknown-format");
    assertThat(reply.body().get("detail").asText()).isNotBlank();
  }

  @Test
  void aDocumentOfAnotherDistrictIsNotTaken() {
    byte[] words = DOCUMENT.getBytes(StandardCharsets.UTF_8);
    Client reporter = new Client(system, system.token("district-reporter", DISTRICT));

    assertThat(handIn(planner, "320413", "plan.txt", words).status()).isEqualTo(403);
    assertThat(handIn(reporter, DISTRICT, "plan.txt", words).status()).isEqualTo(403);
  }

  private static String quotes(JsonNode review) {
    return StreamSupport.stream(review.get("proposals").spliterator(), false)
        .map(proposal -> proposal.get("quote").asText())
        .collect(Collectors.joining("\n"));
  }

  /** The target of the seats, by the words that state it. */
  private static String seats(JsonNode review) {
    return StreamSupport.stream(review.get("proposals").spliterator(), false)
        .filter(proposal -> proposal.get("quote").asText().contains("学位"))
        .map(proposal -> proposal.get("target").get("id").asText())
        .findFirst()
        .orElseThrow();
  }

  private Reply acceptAll(JsonNode review) {
    String decisions =
        StreamSupport.stream(review.get("proposals").spliterator(), false)
            .map(proposal ->
                "{\"proposal\":%d,\"decision\":\"accept\"}"
                    .formatted(proposal.get("proposal").asInt()))
            .collect(Collectors.joining(",", "{\"decisions\":[", "]}"));
    return planner.post(
        PLAN + "/review/decisions",
        "application/json",
        decisions,
        "If-Match",
        review.get("etag").asText());
  }

  private Reply publish(JsonNode state) {
    return officer.post(
        PLAN + "/publish", "application/json", "{}", "If-Match", state.get("etag").asText());
  }

  private Reply report(String target) {
    Client reporter = new Client(system, system.token("district-reporter", DISTRICT));
    return reporter.post(
        "/api/v1/districts/" + DISTRICT + "/events",
        "application/json",
        """
        {"id":"%s","type":"progress.reported","target":"%s","asOf":"2022-06-30","value":600}
        """
            .formatted(UUID.randomUUID(), target));
  }

  private Reply handIn(Client who, String district, String name, byte[] file) {
    String head =
        field("district", district)
            + field("year", "2022")
            + "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: application/octet-stream\r\n\r\n"
                .formatted(BOUNDARY, name);
    String foot = "\r\n--" + BOUNDARY + "--\r\n";
    return who.send(
        who.request(
                "/api/v1/plans/import", "Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(
                BodyPublishers.concat(
                    BodyPublishers.ofString(head),
                    BodyPublishers.ofByteArray(file),
                    BodyPublishers.ofString(foot)))
            .build());
  }

  private static String field(String name, String value) {
    return "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
        .formatted(BOUNDARY, name, value);
  }
}
