package duban.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import duban.system.Client.Reply;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong gets a 4xx problem document, and no ledger moves. */
class BadInputTest {

  private static final String EVENTS = "/api/v1/districts/320412/events";

  private final RunningSystem system = RunningSystem.shared();
  private final Client officer = new Client(system, system.token("city-admin"));
  private final Client wujin = new Client(system, system.token("district-reporter", "320412"));
  private JsonNode before;

  @BeforeEach
  void remember() {
    before = heads();
  }

  @AfterEach
  void nothingMoved() {
    assertThat(heads()).isEqualTo(before);
  }

  private JsonNode heads() {
    return officer.get("/api/v1/ledgers/progress").body();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          { "type": "progress.reported",                                       | 400 | malformed-json         |
          []                                                                   | 400 | invalid-request        |
          "text"                                                               | 400 |                        |
          {"type":"progress.reported","target":"320412-2022.6.1"}              | 4xx |                        | /id
          {"id":"ID","type":"progress.guessed","target":"320412-2022.6.1"}     | 4xx |                        | /type
          {"id":"ID","type":"progress.reported","target":"320412-2022.6.1","asOf":"2022-06-30","value":1,"valeu":2} | 4xx | | /valeu
          {"id":"ID","type":"progress.reported","target":"320412-2022.6.1","asOf":"2022-06-30","value":"1"} | 4xx | | /value
          {"id":"ID","type":"progress.reported","target":"320412-2022.99.9","asOf":"2022-06-30","value":1} | 422 | unknown-target | /target
          {"id":"ID","type":"progress.reported","target":"320481-2022.1.2.1","asOf":"2022-06-30","value":1} | 422 | foreign-district | /target
          {"id":"ID","type":"progress.reported","target":"320412-2022.6.1","asOf":"2021-12-31","value":1}  | 422 | date-outside-plan | /asOf
          {"id":"ID","type":"progress.reported","target":"320412-2022.6.1","asOf":"2022-06-30","value":-1} | 422 | invalid-event | /value
          {"id":"ID","type":"progress.reported","target":"320412-2022.6.1","asOf":"2022-06-30","numerator":3,"denominator":4} | 422 | wrong-kind-of-value |
          {"id":"ID","type":"progress.reported","target":"320412-2022.7.2","asOf":"2022-06-30","numerator":5,"denominator":4} | 422 | invalid-event | /numerator
          {"id":"ID","type":"event.voided","event":"nobody","reason":"x"}      | 422 | unknown-event          | /event
          """)
  void isRefusedWithAPointer(String body, String status, String type, String pointer) {
    Reply reply = wujin.post(EVENTS, "application/json", body.replace("ID", id()));

    assertProblem(
        reply, status.equals("4xx") ? 422 : Integer.parseInt(status), status.equals("4xx"));
    if (type != null) {
      assertThat(reply.body().get("type").asText()).endsWith("/" + type);
    }
    if (pointer != null) {
      assertThat(reply.body().path("errors").findValuesAsText("pointer")).contains(pointer);
    }
  }

  @Test
  void aBodyOfTwoMegabytesIsTooLarge() {
    Reply reply =
        wujin.post(EVENTS, "application/json", "{\"note\":\"" + "a".repeat(2_000_000) + "\"}");

    assertProblem(reply, 413, false);
  }

  @Test
  void anUnknownContentTypeIsRefused() {
    assertProblem(wujin.post(EVENTS, "application/xml", "<event/>"), 415, false);
  }

  @Test
  void anotherDistrictsLedgerIsClosedToWriteAndToRead() {
    String event =
        """
        {"id":"%s","type":"progress.reported","target":"320481-2022.1.2.4","asOf":"2022-06-30","value":1}
        """
            .formatted(id());
    assertProblem(
        wujin.post("/api/v1/districts/320481/events", "application/json", event), 403, false);
    assertProblem(wujin.get("/api/v1/districts/320481/events"), 403, false);
    assertProblem(wujin.get("/api/v1/scopes/320481/standing?year=2022"), 403, false);
  }

  @Test
  void aViewerCannotWrite() {
    Client viewer = new Client(system, system.token("district-viewer", "320412"));
    assertProblem(viewer.post(EVENTS, "application/json", good()), 403, false);
  }

  @Test
  void tokensThatAreNotOursOpenNothing() {
    String[] real = system.token("city-admin").split("\\.", -1);
    String none = base64("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + real[1] + ".";
    byte[] signature = Base64.getUrlDecoder().decode(real[2]);
    signature[10] ^= 1;
    String touched =
        real[0]
            + "."
            + real[1]
            + "."
            + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
    for (String token : Arrays.asList("x", "a.b.c", none, touched)) {
      Reply reply = new Client(system, token).post(EVENTS, "application/json", good());
      assertProblem(reply, 401, false);
      assertThat(reply.raw().headers().firstValue("WWW-Authenticate")).isPresent();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/districts/320412;x=1/events",
        "/api/v1/districts/320412%3bx/events",
        "/api/v1/districts/320412%2Fevents",
        "/api/v1/districts/320481/../320412/events",
        "/api/v1//districts/320412/events",
        "/api/v1/districts/320412%5cevents",
        "/api/v1/districts/%2e%2e/320412/events"
      })
  void pathTricksAreRefusedBeforeTheyAreRouted(String path) throws IOException {
    String answer = raw(path);

    assertThat(answer).startsWith("HTTP/1.1 400 ");
    assertThat(answer).contains("application/problem+json").contains("unsafe-path");
  }

  @Test
  void anUnknownPathIsNotFound() {
    assertProblem(officer.get("/api/v1/nothing"), 404, false);
  }

  @Test
  void refusalsSpeakTheCallersLanguage() {
    String bad = "{\"id\":\"" + id() + "\"";
    assertThat(wujin.post(EVENTS, "application/json", bad).body().get("title").asText())
        .isEqualTo("不是合法的 JSON");
    assertThat(
            wujin
                .post(EVENTS, "application/json", bad, "Accept-Language", "en")
                .body()
                .get("title")
                .asText())
        .isEqualTo("Not well-formed JSON");
  }

  /** No client library would send such a path as it is. */
  private String raw(String path) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), system.port())) {
      OutputStream out = socket.getOutputStream();
      String body = good();
      out.write(
          """
          POST %s HTTP/1.1\r
          Host: x\r
          Authorization: Bearer %s\r
          Content-Type: application/json\r
          Content-Length: %d\r
          Connection: close\r
          \r
          %s\
          """
              .formatted(path, system.token("city-admin"), body.length(), body)
              .getBytes(StandardCharsets.US_ASCII));
      out.flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void assertProblem(Reply reply, int status, boolean or400) {
    if (or400) {
      assertThat(reply.status()).as(reply.raw().body()).isIn(400, 422);
    } else {
      assertThat(reply.status()).as(reply.raw().body()).isEqualTo(status);
    }
    assertThat(reply.type()).startsWith("application/problem+json");
    assertThat(reply.body().get("status").asInt()).isEqualTo(reply.status());
    assertThat(reply.body().get("title").asText()).isNotEmpty();
  }

  private static String good() {
    return """
    {"id":"%s","type":"progress.added","target":"320412-2022.6.1","on":"2022-06-30","amount":1}
    """
        .formatted(id())
        .strip();
  }

  private static String id() {
    return UUID.randomUUID().toString();
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
