package duban.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import duban.testkit.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A plan's document on its way in, and on its way out again. */
@QuarkusTest
class DocumentTest extends AtTheDoor {

  private static final String IMPORT = "/api/v1/plans/import";
  private static final String FORM = "multipart/form-data; boundary=b";
  private static final int MEBIBYTE = 1 << 20;

  @Test
  void aDocumentReachesItsReaderWhileItIsStillComing() throws IOException {
    PlayedServices.UPLOADED.set(0);
    try (RawHttp http = new RawHttp(port())) {
      http.write(head(IMPORT, FORM) + "Content-Length: 300000\r\n\r\n" + " ".repeat(200_000));
      await().untilAsserted(() -> assertThat(PlayedServices.UPLOADED.get()).isEqualTo(200_000));

      http.write(" ".repeat(100_000));
      assertThat(http.read().body()).contains("\"bytes\":300000");
    }
  }

  @Test
  void theLongestOneIsWaitedForLongerThanOtherAnswers() throws Exception {
    try (RawHttp http = new RawHttp(port())) {
      http.write(head(IMPORT, FORM) + "Content-Length: " + 21 * MEBIBYTE + "\r\n\r\n");
      http.pump(21 * MEBIBYTE).await();

      assertThat(http.read().status()).isEqualTo(201);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void aLongerOneIsRefusedUnreadInTheCallersLanguage(String language) throws IOException {
    RawHttp.Answer answer =
        RawHttp.send(
            port(),
            head(IMPORT, FORM, "Accept-Language: " + language)
                + "Content-Length: 104857600\r\n\r\n--b");

    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
    assertThat(answer.header("content-language")).isEqualTo(language);
    assertThat(answer.body())
        .contains("/problems/too-large", "22020096", "21 MiB")
        .contains(language.equals("zh") ? "超过上限" : "longer than the limit");
  }

  @Test
  void oneThatDoesNotSayItsLengthIsCutOffAtTheLimit() throws IOException {
    PlayedServices.UPLOADED.set(0);
    try (RawHttp http = new RawHttp(port())) {
      http.write(head(IMPORT, FORM) + "Transfer-Encoding: chunked\r\n\r\n");
      http.pumpChunked(100 * MEBIBYTE);

      assertThat(http.read().status()).isEqualTo(413);
    }
    assertThat(PlayedServices.UPLOADED.get()).isLessThanOrEqualTo(21L * MEBIBYTE);
  }

  @Test
  void onlyAFormMayBeLongAndOnlyThere() throws IOException {
    assertThat(announced(IMPORT, "application/json")).isEqualTo(413);
    assertThat(announced(IMPORT, "application/x-ndjson")).isEqualTo(413);
    assertThat(announced("/api/v1/plans", FORM)).isEqualTo(413);
    assertThat(announced("/api/v1/districts/320412/events", FORM)).isEqualTo(413);
    assertThat(announced("/api/v1/plans/320412-2022/review/decisions", FORM)).isEqualTo(413);
  }

  /** A file may be a page with a script in it. */
  @Test
  void theOriginalIsSavedAndNeverShown() throws IOException {
    RawHttp.Answer answer =
        getAs(
            Tokens.mint("district-viewer", "320412"), "/api/v1/plans/320412-2022/review/original");

    assertThat(answer.header("content-disposition"))
        .isEqualTo("attachment; filename*=UTF-8''%E8%A6%81%E7%82%B9.html");
    assertThat(answer.header("content-type")).isEqualTo("application/octet-stream");
    assertThat(answer.header("x-content-type-options")).isEqualTo("nosniff");
    assertThat(answer.header("content-security-policy")).contains("default-src 'none'");
  }

  private static int announced(String target, String type) throws IOException {
    return RawHttp.send(
            port(), head(target, type) + "Content-Length: " + (MEBIBYTE + 1) + "\r\n\r\n ")
        .status();
  }

  private static String head(String target, String type, String... more) {
    String planner = bearer(Tokens.mint("city-admin", "320000"));
    StringBuilder head = new StringBuilder(RawHttp.head("POST", target, planner));
    for (String header : more) {
      head.append(header).append("\r\n");
    }
    return head + "Content-Type: " + type + "\r\n";
  }
}
