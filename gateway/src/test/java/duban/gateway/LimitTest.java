package duban.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import duban.testkit.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LimitTest extends AtTheDoor {

  private static final String EVENTS = "/api/v1/districts/320412/events";
  private static final int MEBIBYTE = 1 << 20;

  @Test
  void aBodyThatSaysItIsTooLongIsRefusedUnread() throws IOException {
    RawHttp.Answer answer = announce("application/json", MEBIBYTE + 1);

    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.body()).contains("/problems/too-large", "1048576");
    assertThat(answer.header("connection")).isEqualTo("close");
    assertThat(announce("application/x-ndjson", 64 * MEBIBYTE + 1).status()).isEqualTo(413);
  }

  @Test
  void aBodyOfJustTheLimitPasses() throws IOException {
    RawHttp.Answer answer = post(EVENTS, "application/json", " ".repeat(MEBIBYTE), admin());

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.body()).contains("\"bytes\":1048576");
  }

  @Test
  void aChunkedBodyIsCounted() throws Exception {
    assertThat(chunked("application/json", MEBIBYTE).status()).isEqualTo(201);

    RawHttp.Answer answer = chunked("application/json", 2 * MEBIBYTE);

    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.body()).contains("/problems/too-large");
  }

  @Test
  void eventsAsLinesMayBeLong() throws Exception {
    PlayedServices.UPLOADED.set(0);

    chunked("application/x-ndjson;charset=utf-8", 20 * MEBIBYTE);
    assertThat(chunked("application/x-ndjson", 20 * MEBIBYTE).status()).isEqualTo(200);

    assertThat(PlayedServices.UPLOADED.get()).isEqualTo(20L * MEBIBYTE);
  }

  @Test
  void eventsAsRowsMayBeLongToo() throws IOException {
    for (String type :
        List.of(
            "text/csv; charset=gb18030",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")) {
      assertThat(announce(type, 64 * MEBIBYTE + 1).body()).contains("67108864");
    }
  }

  /** What it is only its content tells, so its type opens no smaller or larger door. */
  @Test
  void aFileOfEvidenceMayBeLongWhateverItsType() throws IOException {
    String evidence = "/api/v1/districts/320412/evidence";
    for (String type : List.of("application/pdf", "application/json", "multipart/form-data")) {
      assertThat(announceTo(evidence, type, 21 * MEBIBYTE + 1).body()).contains("22020096");
    }
    assertThat(post(evidence, "image/png", " ".repeat(2 * MEBIBYTE), admin()).body())
        .contains("\"bytes\":2097152");
  }

  @Test
  void theOwnOperationsTakeShortBodiesOnly() throws Exception {
    assertThat(announceTo("/session", "application/json", MEBIBYTE + 1).status()).isEqualTo(413);
    assertThat(chunkedTo("/session", "application/json", 2 * MEBIBYTE).status()).isEqualTo(413);
  }

  @Test
  void aClientThatGoesOnSendingAfterItsRefusalIsCutOff() throws Exception {
    try (RawHttp http = new RawHttp(port())) {
      http.write(head("/api/v1/nothing", "application/json") + "Content-Length: 99999\r\n\r\n");
      assertThat(http.read().status()).isEqualTo(404);

      assertThat(http.drainUntilClosed()).isTrue();
    }
  }

  @Test
  void aRefusedRequestLeavesTheConnectionInOrder() throws IOException {
    try (RawHttp http = new RawHttp(port())) {
      http.write(RawHttp.post(EVENTS, "application/json", "x".repeat(200_000)));
      assertThat(http.read().status()).isEqualTo(401);

      http.write(RawHttp.post(EVENTS, "application/json", "{}", admin()));
      assertThat(http.read().status()).isEqualTo(201);
    }
  }

  @Test
  void aHeaderOfUnreasonableSizeIsRefused() throws IOException {
    assertThat(get("/api/v1/rollups", admin(), "X-Long: " + "x".repeat(20_000)).status())
        .isEqualTo(431);
    assertThat(get("/api/v1/rollups?note=" + "x".repeat(20_000), admin()).status()).isEqualTo(414);
  }

  @Test
  void aCallerWhoIsTooFastIsToldToWaitAndNobodyElseIs() throws IOException {
    String fast = bearer(Tokens.mint("a fast caller", List.of("city-viewer"), List.of("320400")));
    RawHttp.Answer answer = get("/api/v1/today", fast);
    try (RawHttp http = new RawHttp(port())) {
      for (int rounds = 0; rounds < 50 && answer.status() == 200; rounds++) {
        http.write(RawHttp.get("/api/v1/today", fast).repeat(20));
        for (int sent = 0; sent < 20; sent++) {
          answer = http.read();
        }
      }
    }

    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.body()).contains("/problems/too-many-requests");
    assertThat(Integer.parseInt(answer.header("retry-after"))).isPositive();
    assertThat(get("/api/v1/today", admin()).status()).isEqualTo(200);
  }

  private static RawHttp.Answer announce(String type, long length) throws IOException {
    return announceTo(EVENTS, type, length);
  }

  private static RawHttp.Answer announceTo(String target, String type, long length)
      throws IOException {
    return RawHttp.send(
        port(), head(target, type) + "Content-Length: " + length + "\r\n\r\n{\"id\":");
  }

  private static RawHttp.Answer chunked(String type, int length) throws Exception {
    return chunkedTo(EVENTS, type, length);
  }

  /** Sends on while the answer may already be there, as clients do. */
  private static RawHttp.Answer chunkedTo(String target, String type, int length) throws Exception {
    try (RawHttp http = new RawHttp(port())) {
      http.write(head(target, type) + "Transfer-Encoding: chunked\r\n\r\n");
      RawHttp.Pump pump = http.pumpChunked(length);
      RawHttp.Answer answer = http.read();
      if (answer.status() < 300) {
        pump.await();
      }
      return answer;
    }
  }

  private static String head(String target, String type) {
    return RawHttp.head("POST", target, admin()) + "Content-Type: " + type + "\r\n";
  }

  private static String admin() {
    return bearer(Tokens.mint("city-admin", "320000"));
  }
}
