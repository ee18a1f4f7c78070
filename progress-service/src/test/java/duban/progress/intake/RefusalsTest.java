package duban.progress.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import duban.progress.District;
import duban.progress.OnRealInfrastructure;
import duban.progress.Service;
import duban.testkit.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Everything here is refused, and changes nothing. */
@QuarkusTest
class RefusalsTest extends OnRealInfrastructure {

  private static District district;

  @BeforeAll
  static void publish() {
    district = District.withPlan();
  }

  /** D stands for the district's code, and 'id' and 'type' are added where they are missing. */
  @ParameterizedTest(name = "{0} -> {1} {2} at {3}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          'target':'D-2022.99.1','asOf':'2022-06-30','value':1                               | 422 | unknown-target      | /target
          'target':'D-2021.6.1','asOf':'2022-06-30','value':1                                | 422 | unknown-target      | /target
          'target':'nonsense','asOf':'2022-06-30','value':1                                  | 422 | unknown-target      | /target
          'target':'D-2022.7.2','asOf':'2022-06-30','value':1                                | 422 | wrong-kind-of-value | /value
          'target':'D-2022.6.1','asOf':'2022-06-30','numerator':1,'denominator':2            | 422 | wrong-kind-of-value | /numerator
          'target':'D-2022.6.2','asOf':'2022-06-30','value':1                                | 422 | wrong-kind-of-value | /type
          'target':'D-2022.6.1','asOf':'2021-12-31','value':1                                | 422 | date-outside-plan   | /asOf
          'target':'D-2022.6.1','asOf':'2023-01-01','value':1                                | 422 | date-outside-plan   | /asOf
          'target':'D-2022.6.1','asOf':'2022-06-30','value':-1                               | 422 | invalid-event       | /value
          'target':'D-2022.6.1','asOf':'2022-06-30','value':1234567890123456                 | 422 | invalid-event       | /value
          'target':'D-2022.6.1','asOf':'2022-06-30','value':0.1234567                        | 422 | invalid-event       | /value
          'target':'D-2022.7.2','asOf':'2022-06-30','numerator':8,'denominator':7            | 422 | invalid-event       | /numerator
          'target':'D-2022.7.2','asOf':'2022-06-30','numerator':0,'denominator':0            | 422 | invalid-event       | /denominator
          'target':'320405-2022.6.1','asOf':'2022-06-30','value':1                           | 422 | foreign-district    | /target
          'target':'D-2022.6.1','asOf':'2022-06-30','value':1,'surprise':2                   | 400 | invalid-request     | /surprise
          'target':'D-2022.6.1','asOf':'2022-06-30','value':'1'                              | 400 | invalid-request     | /value
          'target':'D-2022.6.1','asOf':'2022-06-31','value':1                                | 400 | invalid-request     | /asOf
          'target':'D-2022.6.1','asOf':20220630,'value':1                                    | 400 | invalid-request     | /asOf
          'target':'D-2022.6.1','value':1                                                    | 400 | invalid-request     | /asOf
          'target':null,'asOf':'2022-06-30','value':1                                        | 400 | invalid-request     | /target
          'id':'a b','target':'D-2022.6.1','asOf':'2022-06-30','value':1                     | 400 | invalid-request     | /id
          'id':7,'target':'D-2022.6.1','asOf':'2022-06-30','value':1                         | 400 | invalid-request     | /id
          'type':'progress.guessed','target':'D-2022.6.1','asOf':'2022-06-30','value':1      | 400 | invalid-request     | /type
          'type':'plan.published','target':'D-2022.6.1'                                      | 400 | invalid-request     | /type
          'type':'progress.added','target':'D-2022.6.1','on':'2022-06-30','amount':-5        | 422 | invalid-event       | /amount
          'type':'progress.added','target':'D-2022.7.2','on':'2022-06-30','amount':5         | 422 | wrong-kind-of-value | /type
          'type':'milestone.reached','target':'D-2022.6.4','on':'2022-06-30','milestone':'started','project':'x' | 422 | invalid-event | /project
          'type':'milestone.reached','target':'D-2022.6.2','on':'2022-06-30','milestone':'flying' | 400 | invalid-request | /milestone
          'type':'item.noted','item':'D-2022.99','text':'x'                                  | 422 | unknown-target      | /item
          'type':'item.noted','item':'320405-2022.6','text':'x'                              | 422 | foreign-district    | /item
          'type':'problem.rectified','item':'D-2022.6','problem':'p'                         | 422 | wrong-problem-step  | /problem
          'type':'event.voided','event':'nobody','reason':'x'                                | 422 | unknown-event       | /event
          """)
  void isRefusedWithAPointer(String fields, int status, String type, String pointer) {
    Response answer = send(fields);
    answer
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("type", equalTo("https://duban.cn/problems/" + type))
        .body("status", equalTo(status))
        .body("errors.pointer", hasItems(pointer));
    assertThat(Service.seq(district)).isZero();
  }

  @Test
  void everyFaultIsNamedAtOnce() {
    send("'id':'','target':'D-2022.6.1','value':'x','note':5,'more':true")
        .then()
        .statusCode(400)
        .body("errors.pointer", hasItems("/id", "/value", "/note", "/more", "/asOf"));
    send("'target':'','asOf':'2022-06-30','value':-1,'evidence':['']")
        .then()
        .statusCode(422)
        .body("errors.pointer", hasItems("/target", "/value", "/evidence/0"));
  }

  @Test
  void tooLongTexts() {
    send("'target':'D-2022.6.1','asOf':'2022-06-30','value':1,'note':'" + "字".repeat(2001) + "'")
        .then()
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/note"));
    // Each text is short enough, but written out in JSON they are too much together.
    String evidence =
        IntStream.range(0, 20)
            .mapToObj(i -> "'" + "\\u0001".repeat(300) + "'")
            .collect(Collectors.joining(",", "[", "]"));
    send("'target':'D-2022.6.1','asOf':'2022-06-30','value':1,'evidence':" + evidence)
        .then()
        .statusCode(413);
  }

  @Test
  void refusalsAreInTheCallersLanguage() {
    String body = body("'target':'D-2022.99.1','asOf':'2022-06-30','value':1");
    given()
        .auth()
        .oauth2(district.reporter())
        .contentType("application/json")
        .body(body)
        .post("/api/v1/districts/" + district.code() + "/events")
        .then()
        .body("title", equalTo("没有这个目标"))
        .body("detail", containsString("已发布的计划中没有"));
    send("'target':'D-2022.99.1','asOf':'2022-06-30','value':1")
        .then()
        .body("title", equalTo("Unknown target"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {'id':'a'                          | 400 | malformed-json
          {'id':'a'} x                       | 400 | malformed-json
          {'id':'a','id':'b'}                | 400 | malformed-json
          nothing                            | 400 | malformed-json
          'text'                             | 400 | invalid-request
          []                                 | 400 | invalid-request
          [1]                                | 400 | invalid-request
          null                               | 400 | invalid-request
          """)
  void whatIsNoEvent(String body, int status, String type) {
    json(body.replace('\'', '"'))
        .then()
        .statusCode(status)
        .body("type", equalTo("https://duban.cn/problems/" + type));
  }

  @Test
  void anEmptyBody() {
    json("").then().statusCode(400).contentType("application/problem+json");
  }

  @Test
  void aBodyOfTwoMegabytes() {
    json(" ".repeat(2_000_000) + body("'target':'D-2022.6.1','asOf':'2022-06-30','value':1"))
        .then()
        .statusCode(413)
        .body("type", equalTo("https://duban.cn/problems/too-large"));
    assertThat(Service.seq(district)).isZero();
  }

  @Test
  void anArrayOfTooMany() {
    String many =
        IntStream.range(0, 101)
            .mapToObj(i -> Service.reported(district, "m-" + i, 1).toString())
            .collect(Collectors.joining(",", "[", "]"));
    json(many).then().statusCode(413);
    json(many.replaceFirst("m-0", "m-1").replaceFirst(",\\{\"id\":\"m-100.*", "]"))
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/1/id"));
    assertThat(Service.seq(district)).isZero();
  }

  @Test
  void thePointersOfAnArrayBeginAtTheArray() {
    String first = Service.reported(district, "p-1", 1).toString();
    String second = body("'target':'D-2022.99.1','asOf':'2022-06-30','value':1");
    json("[" + first + "," + second + "]")
        .then()
        .statusCode(422)
        .body("errors", hasSize(1))
        .body("errors[0].pointer", equalTo("/1/target"));
    assertThat(Service.seq(district)).isZero();
  }

  @Test
  void anotherMediaType() {
    Service.post(district, district.reporter(), "text/plain", "x")
        .then()
        .statusCode(415)
        .contentType("application/problem+json");
  }

  @Test
  void whoMayNotPost() {
    String body = Service.reported(district, "w-1", 1).toString();
    String stranger = Tokens.mint("district-reporter", "320499");
    String viewer = Tokens.mint("district-viewer", district.code());
    String planner = Tokens.mint("district-planner", district.code());
    for (String token : new String[] {stranger, viewer, planner, Service.cityViewer()}) {
      for (String type : new String[] {"application/json", "application/x-ndjson"}) {
        Service.post(district, token, type, body)
            .then()
            .statusCode(403)
            .contentType("application/problem+json");
      }
    }
    for (String token :
        new String[] {
          Tokens.expired("district-reporter", district.code()),
          Tokens.forged("district-reporter", district.code()),
          Tokens.fromElsewhere("district-reporter", district.code()),
          "nonsense"
        }) {
      Service.post(district, token, "application/json", body)
          .then()
          .statusCode(401)
          .contentType("application/problem+json")
          .header("WWW-Authenticate", startsWith("Bearer"));
    }
    assertThat(Service.seq(district)).isZero();
  }

  @Test
  void aPathThatIsNoDistrict() {
    for (String code : new String[] {"abc", "3204120", "320412;x", "32%2F0412"}) {
      given()
          .urlEncodingEnabled(false)
          .auth()
          .oauth2(Service.cityAdmin())
          .contentType("application/json")
          .body(Service.reported(district, "x-1", 1).toString())
          .post("/api/v1/districts/" + code + "/events")
          .then()
          .statusCode(
              org.hamcrest.Matchers.allOf(
                  org.hamcrest.Matchers.greaterThanOrEqualTo(400),
                  org.hamcrest.Matchers.lessThan(500)));
    }
  }

  private static Response send(String fields) {
    return json(body(fields));
  }

  private static Response json(String body) {
    return Service.post(district, district.reporter(), "application/json", body);
  }

  private static String body(String fields) {
    String all = fields;
    if (!all.contains("'type':")) {
      all = "'type':'progress.reported'," + all;
    }
    if (!all.contains("'id':")) {
      all = "'id':'r-1'," + all;
    }
    return "{" + all.replace('\'', '"').replace("\"D-", "\"" + district.code() + "-") + "}";
  }
}
