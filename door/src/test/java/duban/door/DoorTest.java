package duban.door;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Whatever goes wrong at the door, the caller gets a problem document that says what. */
@QuarkusTest
@QuarkusTestResource(SigningKey.class)
class DoorTest {

  private static RequestSpecification planner() {
    return given().auth().oauth2(SigningKey.token(Roles.DISTRICT_PLANNER, "320412"));
  }

  private static ValidatableResponse problem(ValidatableResponse answer, int status, String type) {
    return answer
        .statusCode(status)
        .contentType("application/problem+json")
        .header("Content-Language", "zh")
        .body("type", equalTo("https://duban.cn/problems/" + type))
        .body("status", equalTo(status));
  }

  @Test
  void callerIsWhomTheTokenNames() {
    planner()
        .header("Accept-Language", "en-GB,zh;q=0.4")
        .get("/porch?year=2022")
        .then()
        .statusCode(200)
        .body("subject", equalTo("wj-planner"))
        .body("wujin", equalTo(true))
        .body("liyang", equalTo(false))
        .body("language", equalTo("en"));
  }

  @Test
  void noTokenIsUnauthenticated() {
    problem(given().get("/porch").then(), 401, "unauthenticated")
        .header("WWW-Authenticate", startsWith("Bearer"));
  }

  @Test
  void badTokenIsUnauthenticatedEvenWhereThereIsNoResource() {
    for (String path : new String[] {"/porch", "/nowhere"}) {
      for (String token : new String[] {"nonsense", "a.b.c"}) {
        problem(
                given().header("Authorization", "Bearer " + token).get(path).then(),
                401,
                "unauthenticated")
            .header("WWW-Authenticate", startsWith("Bearer"));
      }
    }
  }

  @Test
  void foreignRoleAndForeignDistrictAreForbidden() {
    String viewer = SigningKey.token(Roles.DISTRICT_VIEWER, "320412");
    problem(given().auth().oauth2(viewer).get("/porch").then(), 403, "forbidden");
    problem(planner().get("/porch/liyang").then(), 403, "forbidden")
        .body("detail", containsString("320481"));
  }

  @Test
  void endpointsWithoutAnnotationAreDenied() {
    problem(planner().get("/porch/unannotated").then(), 403, "forbidden");
  }

  @Test
  void unknownPathsAndMethodsAndFormats() {
    problem(planner().get("/nowhere").then(), 404, "not-found");
    problem(planner().get("/porch/nowhere").then(), 404, "not-found");
    problem(planner().delete("/porch").then(), 405, "method-not-allowed")
        .header("WWW-Authenticate", nullValue());
    problem(planner().accept("text/csv").get("/porch").then(), 406, "not-acceptable");
    problem(
        planner().contentType("text/plain").body("x").post("/porch/bound").then(),
        415,
        "unsupported-media-type");
    problem(planner().get("/porch?year=soon").then(), 400, "invalid-request");
  }

  @Test
  void brokenJsonIsToldWithItsPlace() {
    for (String path : new String[] {"/porch/bound", "/porch/bytes"}) {
      problem(
              planner().contentType("application/json").body("{\"on\":\n\"2022").post(path).then(),
              400,
              "malformed-json")
          .body("detail", containsString("2:"));
    }
  }

  @Test
  void unknownFieldIsToldWithItsPointer() {
    String body = "{\"on\":\"2022-06-30\",\"value\":1.50,\"valeu\":2}";
    for (String path : new String[] {"/porch/bound", "/porch/bytes"}) {
      problem(
              planner().contentType("application/json").body(body).post(path).then(),
              400,
              "invalid-request")
          .body("errors.pointer", hasItem("/valeu"));
    }
  }

  @Test
  void figuresStayExact() {
    String body = "{\"on\":\"2022-06-30\",\"value\":0.10000000000000000000000000000000000001}";
    String answer =
        planner().contentType("application/json").body(body).post("/porch/bytes").asString();
    assertThat(answer).contains("0.10000000000000000000000000000000000001");
  }

  @Test
  void largeBodiesAreRefusedWhetherBearableOrNot() {
    for (int length : new int[] {1_025, 5_000, 3_000_000}) {
      problem(
          planner()
              .contentType("application/json")
              .body("x".repeat(length))
              .post("/porch/bytes")
              .then(),
          413,
          "too-large");
    }
  }

  @Test
  void largeBodiesOfUnannouncedLengthAreRefused() {
    // An input stream goes out chunked, with no Content-Length.
    var large = new ByteArrayInputStream("x".repeat(5_000).getBytes(StandardCharsets.US_ASCII));
    problem(
        planner().contentType("application/json").body(large).post("/porch/bytes").then(),
        413,
        "too-large");
  }

  @Test
  void bugsSayNothingOfTheInside() {
    problem(planner().get("/porch/bug").then(), 500, "internal")
        .body("instance", startsWith("urn:uuid:"))
        .body("detail", not(containsString("secret")));
  }

  @Test
  void whatIsAwayBehindTheServiceIsNoBug() {
    problem(planner().get("/porch/outage").then(), 503, "try-later")
        .header("Retry-After", equalTo("1"))
        .body("detail", not(containsString("5432")));
  }

  @Test
  void englishForWhoPrefersIt() {
    given()
        .header("Accept-Language", "fr, en;q=0.9, zh;q=0.1")
        .get("/porch")
        .then()
        .statusCode(401)
        .header("Content-Language", "en")
        .body("title", equalTo("No valid token"));
  }
}
