package duban.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The built pages as a browser gets them. */
@QuarkusTest
class WebUiTest extends AtTheDoor {

  private static final Pattern ASSET = Pattern.compile("(?:src|href)=\"(/assets/[^\"]+)\"");

  private final HttpClient client = HttpClient.newHttpClient();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/?scope=320400&year=2022&asOf=2022-03-31",
        "/district/320412",
        "/plan/320412-2022",
        "/target/320412-2022.6.1",
        "/indicator/new-seats",
        "/problems",
        "/discipline",
        "/report",
        "/report/320412-2022.6.1",
        "/bulletins",
        "/bulletins/320400/2022-06",
        "/plans",
        "/review/320412-2022",
        "/catalogue",
        "/settings",
        "/operations",
        "/wall"
      })
  void everyRoomIsTheOneDocumentAndIsAskedForAnew(String room) throws Exception {
    HttpResponse<byte[]> answer = read(room, "identity");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(new String(answer.body(), UTF_8)).contains("<div id=\"app\">");
    assertThat(header(answer, "content-type")).isEqualTo("text/html; charset=utf-8");
    assertThat(header(answer, "cache-control")).isEqualTo("no-cache");
  }

  @Test
  void whatIsNamedByItsContentIsKeptForEver() throws Exception {
    assertThat(assets())
        .isNotEmpty()
        .allSatisfy(asset -> {
          HttpResponse<byte[]> answer = read(asset, "identity");
          assertThat(answer.statusCode()).isEqualTo(200);
          assertThat(header(answer, "cache-control")).contains("immutable", "max-age=31536000");
          assertThat(header(answer, "vary")).isEqualToIgnoringCase("accept-encoding");
          assertThat(header(answer, "content-security-policy")).contains("script-src 'self'");
        });
  }

  @Test
  void whoTakesGzipGetsTheSameFilePacked() throws Exception {
    String asset = largest();
    HttpResponse<byte[]> plain = read(asset, "identity");
    HttpResponse<byte[]> packed = read(asset, "gzip;q=0.8");

    assertThat(header(packed, "content-encoding")).isEqualTo("gzip");
    assertThat(packed.body().length).isLessThan(plain.body().length / 2);
    assertThat(new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes())
        .isEqualTo(plain.body());
  }

  @ParameterizedTest
  @CsvSource({"'gzip, deflate, br, zstd', br", "'gzip, deflate', gzip", "'br;q=0, gzip', gzip"})
  void theSmallestFormThatIsTakenIsSent(String accepted, String coding) throws Exception {
    assertThat(header(read(largest(), accepted), "content-encoding")).isEqualTo(coding);
  }

  @Test
  void withNoFormTakenItIsSentAsItIs() throws Exception {
    assertThat(header(read(largest(), "identity"), "content-encoding")).isEmpty();
  }

  @Test
  void theFirstPageNeedsNoMoreThanItsBudgetOfScript() throws Exception {
    int packed = 0;
    for (String asset : assets()) {
      packed += asset.endsWith(".js") ? read(asset, "gzip").body().length : 0;
    }

    assertThat(packed).isPositive().isLessThan(350 * 1024);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/assets/none.js",
        "/assets/",
        "/files",
        "/assets/../files",
        "/district",
        "/walls",
        "/bulletins/320400"
      })
  void whatIsNotNamedIsNotThere(String path) throws IOException {
    assertThat(get(path).status()).isIn(400, 404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/nosuch", "/plan", "/bulletins/320400", "/targets/320412-2022.6.1"})
  void aBrowserIsToldByThePagesThatThereIsNoSuchPage(String path) throws Exception {
    HttpResponse<String> answer = asBrowser(path);

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(header(answer, "content-type")).isEqualTo("text/html; charset=utf-8");
    assertThat(answer.body()).contains("<div id=\"app\">");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/nosuch", "/docs/nosuch", "/q/nosuch", "/app/nosuch.svg"})
  void whatProgramsAskForIsAProblemToABrowserToo(String path) throws Exception {
    HttpResponse<String> answer = asBrowser(path);

    assertThat(answer.statusCode()).isIn(401, 404);
    assertThat(answer.body()).doesNotContain("<div id=\"app\">");
  }

  @Test
  void whoAsksForTheIconOfTheHostIsLedToIt() throws Exception {
    HttpResponse<String> answer = asBrowser("/favicon.ico");

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(asBrowser(header(answer, "location")).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE"})
  void thePagesAreOnlyRead(String method) throws Exception {
    HttpRequest request =
        request("/district/320412").method(method, BodyPublishers.noBody()).build();

    assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isIn(404, 405);
  }

  @Test
  void aHeadTellsTheLengthAndSendsNothing() throws Exception {
    HttpRequest request = request(largest()).method("HEAD", BodyPublishers.noBody()).build();
    HttpResponse<byte[]> answer = client.send(request, BodyHandlers.ofByteArray());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
  }

  private List<String> assets() throws Exception {
    String document = new String(read("/", "identity").body(), UTF_8);
    return ASSET.matcher(document).results().map(found -> found.group(1)).toList();
  }

  private String largest() throws Exception {
    String largest = "";
    int most = 0;
    for (String asset : assets()) {
      int length = read(asset, "identity").body().length;
      if (length > most) {
        most = length;
        largest = asset;
      }
    }
    return largest;
  }

  private HttpResponse<byte[]> read(String path, String accepted) throws Exception {
    HttpRequest request = request(path).header("Accept-Encoding", accepted).build();
    return client.send(request, BodyHandlers.ofByteArray());
  }

  private HttpResponse<String> asBrowser(String path) throws Exception {
    HttpRequest request =
        request(path).header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8").build();
    return client.send(request, BodyHandlers.ofString());
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path));
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }
}
