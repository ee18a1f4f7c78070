package duban.plans;

import static duban.plans.Story.bureau;
import static duban.plans.Story.problem;
import static duban.plans.Story.wujin;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ProgrammeTest {

  private static final String PROGRAMMES = "/api/v1/programmes/";

  @BeforeEach
  void theCatalogueKnowsNewSeats() {
    Story.defineNewSeats();
  }

  private static String programme(String key, int to, int promised) {
    return """
    {"key":"%s","name":"学位扩容三年行动","from":2021,"to":%d,"indicator":"new-seats","promised":%d}
    """
        .formatted(key, to, promised);
  }

  @Test
  void theBureauDefinesAndRewordsAProgramme() {
    String path = PROGRAMMES + "seats-three-years";
    bureau()
        .body(programme("seats-three-years", 2023, 18000))
        .put(path)
        .then()
        .statusCode(201)
        .header("Location", endsWith(path))
        .header("ETag", "\"r1\"");
    String longer = programme("seats-three-years", 2024, 24000);
    problem(bureau().body(longer).put(path).then(), 428, "precondition-required");
    bureau()
        .header("If-Match", "\"r1\"")
        .body(longer)
        .put(path)
        .then()
        .statusCode(200)
        .header("ETag", "\"r2\"");
    bureau().body(longer).put(path).then().statusCode(200).header("ETag", "\"r2\"");

    wujin().get(path).then().statusCode(200).body("to", equalTo(2024));
    wujin().get("/api/v1/programmes").then().body("programmes.key", hasItem("seats-three-years"));
  }

  @Test
  void aProgrammeMayHaveAnIndicatorsKey() {
    String path = PROGRAMMES + "new-seats";
    bureau().body(programme("new-seats", 2023, 1)).put(path).then().statusCode(201);
    bureau()
        .header("If-Match", "\"r1\"")
        .body(programme("new-seats", 2023, 2))
        .put(path)
        .then()
        .statusCode(200)
        .header("ETag", "\"r2\"");
  }

  @Test
  void whatItsSlicesAddUpUnderStays() {
    String path = PROGRAMMES + "kept-indicator";
    bureau().body(programme("kept-indicator", 2023, 5)).put(path).then().statusCode(201);

    String other = "{\"key\":\"kept-indicator\",\"name\":\"一\",\"from\":2021,\"to\":2023}";
    problem(bureau().header("If-Match", "\"r1\"").body(other).put(path).then(), 409, "conflict")
        .body("errors.pointer", equalTo(List.of("/indicator")));
  }

  @Test
  void wrongProgrammesAreRefusedWithEveryPlace() {
    String wrong =
        """
        {"key":"other","name":" ","from":2023,"to":2021,"indicator":"unheard-of","promised":0}
        """;
    problem(bureau().body(wrong).put(PROGRAMMES + "mine").then(), 400, "invalid-request")
        .body(
            "errors.pointer", equalTo(List.of("/key", "/name", "/to", "/indicator", "/promised")));
    problem(wujin().get(PROGRAMMES + "mine").then(), 404, "not-found");
    problem(
        wujin().body(programme("mine", 2023, 1)).put(PROGRAMMES + "mine").then(), 403, "forbidden");
  }
}
