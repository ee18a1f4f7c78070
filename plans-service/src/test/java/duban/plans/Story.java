package duban.plans;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.oneOf;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import duban.contracts.Json;
import duban.testkit.RealInfrastructure;
import duban.testkit.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The people of the tests and what they do. Each test takes a year of its own. The infrastructure
 * named here is that of every test of this module, so that the service starts once.
 */
@QuarkusTestResource(
    value = RealInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "plans"))
final class Story {

  private static final AtomicInteger YEARS = new AtomicInteger(2050);

  private Story() {}

  static RequestSpecification bureau() {
    return as("city-admin", "320400");
  }

  static RequestSpecification wujin() {
    return as("district-planner", "320412");
  }

  static RequestSpecification as(String role, String... districts) {
    return given()
        .auth()
        .oauth2(Tokens.mint(role, districts))
        .header("Accept-Language", "en")
        .contentType("application/json");
  }

  /** A plan id of Wujin that no other test uses. */
  static String newPlan() {
    return "320412-" + YEARS.getAndIncrement();
  }

  static void defineNewSeats() {
    bureau()
        .body(
            """
            {"key":"new-seats","name":"新增学位","nameEn":"New school places","unit":"个",
             "aggregation":"sum","direction":"more","measure":"flow"}
            """)
        .put("/api/v1/indicators/new-seats")
        .then()
        .statusCode(oneOf(200, 201));
  }

  /** One section, one item, one target of {@code seats} new seats. */
  static String plan(String id, int seats) {
    return """
    {"district":"%1$s","year":%2$s,"title":"武进区教育工作要点",
     "sections":[{"no":"二","title":"办学条件","items":[
      {"key":"6","title":"加快学校建设","targets":[
       {"id":"%1$s-%2$s.6.1","title":"新增学位","kind":"quantity","operator":">=","value":%3$d,
        "unit":"个","indicator":"new-seats"}]}]}]}
    """
        .formatted(id.substring(0, 6), id.substring(7), seats);
  }

  static ObjectNode tree(String json) {
    try {
      return (ObjectNode) Json.strict().readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(json, e);
    }
  }

  /** Posts a draft of {@code seats} seats and returns its ETag. */
  static String draft(String plan, int seats) {
    Response created = wujin().body(plan(plan, seats)).post("/api/v1/plans");
    created.then().statusCode(201);
    return created.header("ETag");
  }

  /** Edits the draft to {@code seats} seats and returns its new ETag. */
  static String edit(String plan, int seats) {
    String seen = wujin().get("/api/v1/plans/" + plan).header("ETag");
    Response edited =
        wujin().header("If-Match", seen).body(plan(plan, seats)).put("/api/v1/plans/" + plan);
    edited.then().statusCode(200);
    return edited.header("ETag");
  }

  static Response publish(String plan) {
    return bureau().post("/api/v1/plans/" + plan + "/publish");
  }

  static ValidatableResponse problem(ValidatableResponse answer, int status, String type) {
    return answer
        .statusCode(status)
        .contentType("application/problem+json")
        .body("type", endsWith("/" + type));
  }

  /** The answers of {@code count} people who do the same at once. */
  static <T> List<T> together(int count, Callable<T> action) throws InterruptedException {
    try (ExecutorService people = Executors.newFixedThreadPool(count)) {
      return people.invokeAll(Collections.nCopies(count, action)).stream()
          .map(Future::resultNow)
          .toList();
    }
  }
}
