package duban.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import duban.testkit.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SessionTest extends AtTheDoor {

  private static final String PAGE = "Duban-Page: 1";
  private static final String LEDGER = "/api/v1/districts/320412/ledger";

  @Test
  void aTokenBecomesACookieThatPagesCannotReadAndOthersCannotSend() throws IOException {
    RawHttp.Answer answer = signIn(Tokens.mint("city-viewer", "320400"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).contains("\"subject\":\"test-city-viewer\"", "320400");
    assertThat(answer.header("set-cookie"))
        .startsWith("duban-session-")
        .contains("HTTPOnly", "SameSite=Strict", "Path=/", "Max-Age=")
        .doesNotContain("Secure", "Domain");
  }

  @Test
  void theCookieReadsAndReachesTheServiceAsAHeader() throws IOException {
    String cookie = cookie(Tokens.mint("city-viewer", "320400"));

    RawHttp.Answer answer = get(LEDGER, cookie);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).contains("\"authorization\":\"Bearer ").doesNotContain("\"cookie\"");
    assertThat(get("/session", cookie).body()).contains("test-city-viewer");
  }

  @Test
  void theCookieAloneNeverWrites() throws IOException {
    String cookie = cookie(Tokens.mint("city-admin", "320000"));
    PlayedServices.SEEN.clear();

    assertThat(post("/api/v1/districts/320412/events", "application/json", "{}", cookie).status())
        .isEqualTo(401);
    assertThat(
            RawHttp.send(
                    port(),
                    RawHttp.head("PUT", "/api/v1/today", cookie) + "Content-Length: 0\r\n\r\n")
                .status())
        .isEqualTo(401);
    assertThat(PlayedServices.SEEN).isEmpty();
  }

  @Test
  void theCookieWritesForTheOwnPageOnly() throws IOException {
    String cookie = cookie(Tokens.mint("city-admin", "320000"));
    String own = "http://duban"; // as RawHttp says in Host

    assertThat(write(cookie, PAGE, "Sec-Fetch-Site: same-origin")).isEqualTo(201);
    assertThat(write(cookie, PAGE, "Origin: " + own)).isEqualTo(201);

    PlayedServices.SEEN.clear();
    assertThat(write(cookie, "Sec-Fetch-Site: same-origin")).isEqualTo(401);
    assertThat(write(cookie, "Origin: " + own)).isEqualTo(401);
    assertThat(write(cookie, PAGE)).isEqualTo(401);
    assertThat(write(cookie, PAGE, "Sec-Fetch-Site: none")).isEqualTo(401);
    assertThat(write(cookie, PAGE, "Sec-Fetch-Site: same-site", "Origin: " + own)).isEqualTo(401);
    assertThat(write(cookie, PAGE, "Sec-Fetch-Site: cross-site")).isEqualTo(401);
    assertThat(write(cookie, PAGE, "Origin: http://127.0.0.1:1")).isEqualTo(401);
    assertThat(write(cookie, PAGE, "Origin: null")).isEqualTo(401);
    assertThat(PlayedServices.SEEN).isEmpty();
  }

  @Test
  void aCookieThatAForeignPageHadSentCountsForNothing() throws IOException {
    String cookie = cookie(Tokens.mint("city-viewer", "320400"));

    assertThat(get(LEDGER, cookie, "Sec-Fetch-Site: same-site").status()).isEqualTo(401);
    assertThat(get(LEDGER, cookie, "Sec-Fetch-Site: cross-site").status()).isEqualTo(401);
    assertThat(get(LEDGER, cookie, "Sec-Fetch-Site: same-origin").status()).isEqualTo(200);
  }

  @Test
  void aHeaderStandsAboveTheCookie() throws IOException {
    String cookie = cookie(Tokens.mint("city-viewer", "320400"));

    assertThat(get(LEDGER, cookie, bearer("nonsense")).status()).isEqualTo(401);
  }

  @Test
  void aBadTokenIsNotTaken() throws IOException {
    assertThat(signIn(Tokens.expired("city-viewer", "320400")).status()).isEqualTo(401);
    assertThat(signIn(Tokens.forged("city-viewer", "320400")).status()).isEqualTo(401);
    assertThat(signIn("nonsense").header("set-cookie")).isEmpty();
    assertThat(signIn(Tokens.mint("mayor", "320400")).status()).isEqualTo(403);
    assertThat(signIn("").body()).contains("/problems/invalid-request", "/token");
    assertThat(signIn("x".repeat(5000)).status()).isEqualTo(400);
  }

  @Test
  void onlyTheOwnPageSignsIn() throws IOException {
    String body = "{\"token\":\"" + Tokens.mint("city-viewer", "320400") + "\"}";

    assertThat(post("/session", "text/plain", body).status()).isEqualTo(415);
    assertThat(post("/session", "application/json", body, "Sec-Fetch-Site: cross-site").status())
        .isEqualTo(403);
    assertThat(post("/session", "application/json", "{\"tokens\":\"x\"}").body())
        .contains("/problems/invalid-request", "/tokens");
    assertThat(post("/session", "application/json", "{\"tok").body())
        .contains("/problems/malformed-json");
  }

  @Test
  void signingOutClearsTheCookie() throws IOException {
    RawHttp.Answer answer = RawHttp.send(port(), RawHttp.head("DELETE", "/session") + "\r\n");

    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.header("set-cookie")).contains("Max-Age=0", "HTTPOnly");
    assertThat(get("/session").status()).isEqualTo(204);
  }

  private static int write(String... headers) throws IOException {
    return post("/api/v1/districts/320412/events", "application/json", "{}", headers).status();
  }

  private static RawHttp.Answer signIn(String token) throws IOException {
    return post("/session", "application/json", "{\"token\":\"" + token + "\"}");
  }

  private static String cookie(String token) throws IOException {
    String set = signIn(token).header("set-cookie");
    return "Cookie: " + set.substring(0, set.indexOf(';'));
  }
}
