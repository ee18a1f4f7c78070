package duban.progress.evidence;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import duban.ledger.chain.Hash;
import duban.progress.District;
import duban.progress.OnRealInfrastructure;
import duban.progress.Service;
import duban.progress.recognition.Samples;
import duban.testkit.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class EvidenceTest extends OnRealInfrastructure {

  private static final int LIMIT = 20 << 20;

  @Test
  void aFileIsKeptUnderItsHashAndGivenBack() {
    District district = District.fresh();
    byte[] pdf = fresh();
    String hash = "sha256:" + Hash.sha256(pdf).hex();
    send(district, "竣工验收表.pdf", "application/pdf", pdf)
        .then()
        .statusCode(201)
        .header("Location", containsString("/api/v1/districts/" + district.code() + "/evidence/"))
        .body("hash", equalTo(hash))
        .body("size", equalTo(pdf.length))
        .body("type", equalTo("application/pdf"))
        .body("name", equalTo("竣工验收表.pdf"))
        .body("uploadedAt", matchesPattern("20.*Z"));

    Response file = fetch(district, hash);
    file.then()
        .statusCode(200)
        .contentType("application/pdf")
        .header("Content-Length", equalTo(Integer.toString(pdf.length)))
        .header(
            "Content-Disposition",
            equalTo(
                "attachment; filename*=UTF-8''%E7%AB%A3%E5%B7%A5%E9%AA%8C%E6%94%B6%E8%A1%A8.pdf"))
        .header("X-Content-Type-Options", equalTo("nosniff"))
        .header("Cache-Control", equalTo("private, no-cache"));
    assertThat(file.asByteArray()).isEqualTo(pdf);
    assertThat(fetch(district, hash.substring(7)).asByteArray()).isEqualTo(pdf);
  }

  @Test
  void theSameContentAgainIsTheSameFile() {
    District district = District.fresh();
    byte[] pdf = fresh();
    send(district, "a.pdf", "application/pdf", pdf).then().statusCode(201);
    send(district, "b.pdf", "application/pdf", pdf)
        .then()
        .statusCode(200)
        .body("name", equalTo("a.pdf"));
    // Another district hands it in for itself.
    send(District.fresh(), "c.pdf", "application/pdf", pdf).then().statusCode(201);
  }

  @Test
  void aFormIsTakenToo() {
    District district = District.fresh();
    byte[] pdf = fresh();
    given()
        .auth()
        .oauth2(district.reporter())
        .multiPart("file", "x.pdf", pdf, "application/pdf")
        .post(path(district))
        .then()
        .statusCode(201)
        .body("hash", equalTo("sha256:" + Hash.sha256(pdf).hex()))
        .body("name", equalTo("x.pdf"));
    given()
        .auth()
        .oauth2(district.reporter())
        .multiPart("other", "x.pdf", pdf, "application/pdf")
        .post(path(district))
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/file"));
  }

  @Test
  void aClientThatHasItIsNotSentItAgain() {
    District district = District.fresh();
    String hash = kept(district);
    String tag = fetch(district, hash).header("ETag");
    assertThat(tag).isEqualTo("\"" + hash.substring(7) + "\"");
    given()
        .auth()
        .oauth2(district.reporter())
        .header("If-None-Match", tag)
        .get(path(district) + "/" + hash)
        .then()
        .statusCode(304);
    given()
        .auth()
        .oauth2(district.reporter())
        .head(path(district) + "/" + hash)
        .then()
        .statusCode(200)
        .header("ETag", equalTo(tag));
  }

  @Test
  void nobodyElseIsGivenIt() {
    District district = District.fresh();
    String hash = kept(district);
    String path = path(district) + "/" + hash;
    given().get(path).then().statusCode(401);
    Service.get(District.fresh().reporter(), path).then().statusCode(403);
    Service.get(Service.cityViewer(), path).then().statusCode(200);
    // A district that did not hand it in does not learn that another did.
    District other = District.fresh();
    Service.get(other.reporter(), path(other) + "/" + hash).then().statusCode(404);
    Service.get(other.reporter(), path(other) + "/sha256:nonsense").then().statusCode(404);
    given()
        .auth()
        .oauth2(Tokens.mint("district-viewer", district.code()))
        .body(fresh())
        .post(path(district))
        .then()
        .statusCode(403);
    send(other, District.fresh().reporter(), "a.pdf", "application/pdf", fresh())
        .then()
        .statusCode(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"exe", "elf", "html", "svg", "script", "jar", "docm", "mp4"})
  void whatIsOnNoListIsRefused(String kind) {
    District district = District.fresh();
    for (String type : new String[] {"application/octet-stream", "application/pdf"}) {
      send(district, "a.pdf", type, Samples.of(kind))
          .then()
          .statusCode(415)
          .body("type", equalTo("https://duban.cn/problems/unsupported-media-type"));
    }
    list(district, "").then().body("files", hasSize(0));
  }

  @Test
  void anEmptyFileIsRefused() {
    send(District.fresh(), "a.txt", "text/plain", new byte[0]).then().statusCode(400);
  }

  @Test
  void theLongestIsTaken() throws Exception {
    District district = District.fresh();
    byte[] longest = Arrays.copyOf(fresh(), LIMIT);
    assertThat(sendLarge(district, "application/pdf", longest).statusCode()).isEqualTo(201);
    String hash = "sha256:" + Hash.sha256(longest).hex();
    try (HttpClient client = HttpClient.newHttpClient()) {
      byte[] body =
          client.send(request(district, "/" + hash).build(), BodyHandlers.ofByteArray()).body();
      assertThat(Arrays.equals(body, longest)).isTrue();
    }
  }

  @Test
  void aLongerOneIsRefusedAsABodyAndInAForm() throws Exception {
    District district = District.fresh();
    byte[] longer = Arrays.copyOf(fresh(), LIMIT + 1);
    HttpResponse<String> answer = sendLarge(district, "application/pdf", longer);
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("20971520");
    ByteArrayOutputStream form = new ByteArrayOutputStream();
    form.write(
        Samples.text(
            "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n"));
    form.write(longer);
    form.write(Samples.text("\r\n--b--\r\n"));
    assertThat(
            sendLarge(district, "multipart/form-data; boundary=b", form.toByteArray()).statusCode())
        .isEqualTo(413);
    list(district, "").then().body("files", hasSize(0));
  }

  @Test
  void aDistrictSeesItsFilesPageByPage() {
    District district = District.fresh();
    String first = kept(district);
    String second = kept(district);
    String third = kept(district);
    Response page = list(district, "?limit=2");
    page.then().body("files.hash", contains(first, second));
    list(district, "?limit=2&after=" + page.jsonPath().getLong("next"))
        .then()
        .body("files.hash", contains(third))
        .body("next", nullValue());
  }

  @Test
  void aDamagedFileIsNotHandedOut() throws IOException {
    District district = District.fresh();
    String hash = kept(district);
    Path place = place(hash);
    byte[] content = Files.readAllBytes(place);
    content[content.length - 1]++;
    Files.write(place, content);
    fetch(district, hash)
        .then()
        .statusCode(500)
        .body("type", equalTo("https://duban.cn/problems/internal"));
    Files.write(place, Arrays.copyOf(content, 20));
    fetch(district, hash).then().statusCode(500);
    Files.delete(place);
    fetch(district, hash).then().statusCode(500);
  }

  /** Its head promised so many bytes, and they never all come. */
  @Test
  void ofALargeDamagedFileTheEndIsNotHandedOut() throws Exception {
    District district = District.fresh();
    byte[] large = Arrays.copyOf(fresh(), 3_000_000);
    String hash = send(district, "a.pdf", "application/pdf", large).jsonPath().getString("hash");
    large[5_000]++;
    Files.write(place(hash), large);
    HttpRequest request = request(district, "/" + hash).build();
    try (HttpClient client = HttpClient.newHttpClient();
        InputStream body = client.send(request, BodyHandlers.ofInputStream()).body()) {
      org.assertj.core.api.Assertions.assertThatThrownBy(body::readAllBytes)
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void anEventNamesOnlyWhatItsDistrictHandedIn() {
    District district = District.withPlan();
    String mine = kept(district);
    String theirs = kept(District.fresh());
    Service.post(district, proved(district, "a-1", "wj/2022/06/6.1.xlsx", mine))
        .then()
        .statusCode(201);
    Service.post(district, proved(district, "a-2", mine, theirs, "sha256:12"))
        .then()
        .statusCode(422)
        .body("type", equalTo("https://duban.cn/problems/invalid-event"))
        .body("errors.pointer", contains("/evidence/2"));
    Service.post(district, proved(district, "a-2", mine, theirs))
        .then()
        .statusCode(422)
        .body("type", equalTo("https://duban.cn/problems/invalid-event"))
        .body("errors.pointer", contains("/evidence/1"));
    assertThat(Service.lines(district, proved(district, "a-3", theirs) + "\n"))
        .first()
        .satisfies(line ->
            assertThat(line.at("/problem/errors/0/pointer").textValue()).isEqualTo("/evidence/0"));
    assertThat(Service.seq(district)).isEqualTo(1);
  }

  private static ObjectNode proved(District district, String id, String... evidence) {
    ObjectNode event = Service.reported(district, id, 1);
    for (String one : evidence) {
      event.withArrayProperty("evidence").add(one);
    }
    return event;
  }

  /** Hands in a file that nobody has handed in before. */
  private static String kept(District district) {
    return send(district, "a.pdf", "application/pdf", fresh()).jsonPath().getString("hash");
  }

  private static byte[] fresh() {
    byte[] pdf = Arrays.copyOf(Samples.pdf(), 2_000);
    byte[] noise = new byte[1_000];
    new Random().nextBytes(noise);
    System.arraycopy(noise, 0, pdf, 1_000, 1_000);
    return pdf;
  }

  private static Response send(District district, String name, String type, byte[] body) {
    return send(district, district.reporter(), name, type, body);
  }

  private static Response send(
      District district, String token, String name, String type, byte[] body) {
    return given()
        .auth()
        .oauth2(token)
        .queryParam("name", name)
        .header("Content-Type", type)
        .body(body)
        .post(path(district));
  }

  /** Some clients are slow with large bodies; this one is not. */
  private static HttpResponse<String> sendLarge(District district, String type, byte[] body)
      throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          request(district, "?name=a.pdf")
              .header("Content-Type", type)
              .POST(BodyPublishers.ofByteArray(body))
              .build(),
          BodyHandlers.ofString());
    }
  }

  private static HttpRequest.Builder request(District district, String rest) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port() + path(district) + rest))
        .header("Authorization", "Bearer " + district.reporter())
        .version(HttpClient.Version.HTTP_1_1);
  }

  private static Response fetch(District district, String hash) {
    return Service.get(district.reporter(), path(district) + "/" + hash);
  }

  private static Response list(District district, String query) {
    return Service.get(district.reporter(), path(district) + query);
  }

  private static String path(District district) {
    return "/api/v1/districts/" + district.code() + "/evidence";
  }

  private static Path place(String hash) {
    String hex = hash.substring(7);
    return Path.of(ConfigProvider.getConfig().getValue("duban.evidence.folder", String.class))
        .resolve(hex.substring(0, 2))
        .resolve(hex);
  }

  private static int port() {
    return ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
  }
}
