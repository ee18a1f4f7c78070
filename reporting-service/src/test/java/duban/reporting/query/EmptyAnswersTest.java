package duban.reporting.query;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import duban.contracts.plan.Target.Kind;
import duban.reporting.City;
import duban.reporting.DistrictLedgers;
import duban.reporting.OnRealInfrastructure;
import duban.reporting.Service;
import duban.reporting.standing.Targets;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * An answer without rows says why it has none, and how fresh it is; one with rows needs no notice.
 */
@QuarkusTest
class EmptyAnswersTest extends OnRealInfrastructure {

  private final City city = City.fresh();
  private final DistrictLedgers wujin = city.district();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          rollups?                 | false | 该年度没有相应的已发布目标。
          scopes/%s/standing?      | true  | 该年度没有相应的已发布目标。
          events/latest?           | true  | 没有符合条件的事件。
          problems?                | false | 没有符合条件的问题。
          supervision?             | true  | 没有符合条件的工作项。
          appraisals?              | false | 该年度的计划尚未考评。
          discipline?              | true  | 该时段没有应报的目标。
          """)
  void saysWhyItIsEmpty(String list, boolean hasRows, String notice) {
    wujin.recordsAt("2022-01-10T04:00:00Z");
    wujin.publishes(Targets.of(Kind.QUANTITY).value("35"));
    wujin.reports("6.1", "2022-06-30", "3");
    Service.after(city.viewer(), "/rollups?year=2022&scope=" + city.code(), wujin);
    String path = list.formatted(city.code()) + "scope=" + city.code();
    JsonNode other = get(path + "&year=2030");
    assertThat(other.path("notice").path("zh").textValue()).isEqualTo(notice);
    assertThat(other.path("freshness").path("positions").isEmpty()).isFalse();
    assertThat(get(path + "&year=2022").has("notice")).isNotEqualTo(hasRows);
  }

  private JsonNode get(String path) {
    Response answer = given().auth().oauth2(city.viewer()).get("/api/v1/" + path);
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    return Service.parse(answer.asString());
  }
}
