package duban.plans;

import static duban.plans.Story.bureau;
import static duban.plans.Story.problem;
import static duban.plans.Story.wujin;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each test has divisions of its own, in years to come, so that the tree of today stays. */
@QuarkusTest
class DistrictTreeTest {

  private static final String DISTRICTS = "/api/v1/districts";

  private static String place(String code, String parent, String from, String more) {
    return """
    {"code":"%s","parent":"%s","level":"district","name":"区 %1$s","nameEn":"District %1$s","from":"%s"%s}
    """
        .formatted(code, parent, from, more);
  }

  private static Response put(String code, String parent, String from, String more) {
    return bureau().body(place(code, parent, from, more)).put(DISTRICTS + "/" + code);
  }

  private static String ended(String... into) {
    return ",\"ended\":true,\"into\":[\"" + String.join("\",\"", into) + "\"]";
  }

  @Test
  void eachDayHasItsTree() {
    put("320451", "320400", "2040-01-01", "").then().statusCode(201);
    put("320451", "320400", "2040-01-01", "").then().statusCode(200);
    put("320452", "320400", "2040-01-01", "").then().statusCode(201);
    put("320451", "320452", "2041-07-01", ended("320452")).then().statusCode(201);

    wujin()
        .get(DISTRICTS + "?asOf=2041-06-30")
        .then()
        .statusCode(200)
        .body("districts.code", hasItem("320451"));
    wujin()
        .get(DISTRICTS + "?asOf=2041-07-01")
        .then()
        .body("districts.code", not(hasItem("320451")))
        .body("districts.code", hasItem("320452"));
    wujin().get(DISTRICTS + "?asOf=2015-12-31").then().body("districts", hasSize(0));
    wujin()
        .get(DISTRICTS + "?history=true")
        .then()
        .body(
            "districts.findAll { it.code == '320451' }.from",
            equalTo(List.of("2040-01-01", "2041-07-01")))
        .body("districts.findAll { it.code == '320451' }.ended", hasItem(true));
  }

  @Test
  void aStatedDayIsNeverEdited() {
    put("320453", "320400", "2040-01-01", "").then().statusCode(201);

    problem(
        bureau()
            .body(place("320453", "320400", "2040-01-01", "").replace("区 320453", "他名"))
            .put(DISTRICTS + "/320453")
            .then(),
        409,
        "conflict");
    bureau()
        .body(place("320453", "320400", "2042-01-01", "").replace("区 320453", "他名"))
        .put(DISTRICTS + "/320453")
        .then()
        .statusCode(201);
  }

  @Test
  void whatTheTreeCannotTakeIsRefused() {
    put("320454", "320400", "2040-01-01", "").then().statusCode(201);
    put("320455", "320400", "2040-01-01", "").then().statusCode(201);

    refused("320456", "320499", "2040-01-01", "", "/parent");
    refused("320456", "320455", "2040-01-01", "", "/parent");
    refused("320456", "320455", "2039-12-31", "", "/parent");
    refused("320456", "320456", "2040-01-01", "", "/parent");
    refused("320456", "320455", "2040-01-01", ended("320455"), "/ended");
    refused("320454", "320455", "2041-01-01", ended("320499"), "/into/0", "/parent");
    refused("320454", "320455", "2041-01-01", ended("320455", "320455"), "/into/1");
    refused("320454", "320455", "2041-01-01", ",\"ended\":true", "/into", "/parent");
    refused("320454", "320400", "2041-01-01", ",\"into\":[\"320455\"]", "/into");
    problem(
            bureau()
                .body(
                    place("320456", "320400", "2040-01-01", "").replace("\"district\"", "\"city\""))
                .put(DISTRICTS + "/320457")
                .then(),
            400,
            "invalid-request")
        .body("errors.pointer", equalTo(List.of("/code", "/level")));
  }

  @Test
  void aPlacesLevelFollowsFromItsCode() {
    bureau()
        .body(place("320459", "320400", "2040-01-01", "").replace("\"level\":\"district\",", ""))
        .put(DISTRICTS + "/320459")
        .then()
        .statusCode(201)
        .body("level", equalTo("district"));
    put("320459", "320400", "2040-01-01", "").then().statusCode(200);
  }

  private static void refused(
      String code, String parent, String from, String more, String... pointers) {
    problem(put(code, parent, from, more).then(), 400, "invalid-request")
        .body("errors.pointer", equalTo(List.of(pointers)));
  }

  @Test
  void nothingIsLeftHangingOnADissolvedDivision() {
    String city =
        """
        {"code":"320900","parent":"320000","level":"city","name":"市","nameEn":"City","from":"2040-01-01"%s}
        """;
    var province = Story.as("city-admin", "320000");
    province.body(city.formatted("")).put(DISTRICTS + "/320900").then().statusCode(201);
    Story.as("city-admin", "320000")
        .body(place("320902", "320900", "2045-01-01", ""))
        .put(DISTRICTS + "/320902")
        .then()
        .statusCode(201);

    problem(
            Story.as("city-admin", "320000")
                .body(city.formatted(ended("320400")).replace("2040-01-01", "2042-01-01"))
                .put(DISTRICTS + "/320900")
                .then(),
            400,
            "invalid-request")
        .body(
            "errors.detail",
            equalTo(
                List.of(
                    "From 2045-01-01 on District 320902 (320902) would hang on nothing that stands.")));
  }

  @Test
  void aBureauSpeaksForItsOwnDivisions() {
    problem(
        wujin().body(place("320412", "320400", "2040-01-01", "")).put(DISTRICTS + "/320412").then(),
        403,
        "forbidden");
    problem(put("320507", "320500", "2040-01-01", "").then(), 403, "forbidden");
    problem(put("320457", "320500", "2040-01-01", "").then(), 403, "forbidden");
  }

  @Test
  void noPlanIsMadeForADissolvedDistrict() {
    Story.defineNewSeats();
    put("320458", "320400", "2040-01-01", "").then().statusCode(201);
    bureau().body(Story.plan("320458-2043", 1)).post("/api/v1/plans").then().statusCode(201);
    put("320458", "320400", "2043-01-01", ended("320412")).then().statusCode(201);

    problem(Story.publish("320458-2043").then(), 422, "invalid-plan")
        .body("errors.pointer", equalTo(List.of("/district")));
    problem(
        bureau().body(Story.plan("320458-2044", 1)).post("/api/v1/plans").then(),
        422,
        "invalid-plan");
    bureau().body(Story.plan("320458-2042", 1)).post("/api/v1/plans").then().statusCode(201);
    Story.publish("320458-2042").then().statusCode(201);
    bureau().body(Story.plan("320458-2041", 1)).post("/api/v1/plans").then().statusCode(201);
    Story.publish("320458-2041").then().statusCode(201);
  }
}
