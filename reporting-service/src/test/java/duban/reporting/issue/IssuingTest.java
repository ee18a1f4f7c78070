package duban.reporting.issue;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import duban.contracts.catalogue.Issue;
import duban.ledger.chain.CanonicalJson;
import duban.reporting.City;
import duban.reporting.Owners;
import duban.reporting.Service;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How papers are issued and proved, and by whom. */
@QuarkusTest
class IssuingTest extends PapersOfAYear {

  @Test
  void whatIsIssuedStaysAsItWasAndIsProved() {
    aYear();
    Response first = issue(bulletin("2022-06"));
    assertThat(first.statusCode()).as(first.asString()).isEqualTo(201);
    JsonNode issued = get(bulletin("2022-06"));
    assertThat(issued.path("state").textValue()).isEqualTo("issued");
    assertThat(CanonicalJson.canonical(issued.path("content")).digest().hex())
        .isEqualTo(issued.path("digest").textValue());
    recorded(issued);

    wujin.voids(roomsReported);
    wujin.reports("6.2", "2022-06-30", "35");
    Service.after(city.viewer(), "/rollups?year=2022&scope=" + city.code(), wujin);
    assertThat(get(bulletin("2022-06")).path("content")).isEqualTo(issued.path("content"));
    assertThat(targets(get(bulletin("2022-06") + "?draft=true").path("content").path("behind")))
        .containsExactly(liyang.target("6.1"));

    JsonNode proof = get(bulletin("2022-06") + "/proof");
    assertThat(proof.path("differences")).as(proof.toString()).isEmpty();
    assertThat(proof.path("proved").booleanValue()).as(proof.toString()).isTrue();
    assertThat(proof.path("recorded").path("holds").booleanValue()).isTrue();
    assertThat(proof.path("places")).hasSize(4);

    assertThat(Service.json(issue(bulletin("2022-06"))).path("number").intValue()).isEqualTo(2);
    assertThat(get(bulletin("2022-06")).path("number").intValue()).isEqualTo(2);
    assertThat(get(bulletin("2022-06") + "?issue=1").path("digest"))
        .isEqualTo(issued.path("digest"));
    assertThat(get(bulletin("2022-06") + "/issues").path("issues")).hasSize(2);
  }

  /** The catalogue's owner says that it took it. */
  private static void recorded(JsonNode issued) {
    JsonNode heading = issued.path("content").path("heading");
    City.issued(
        new Issue(
            "bulletin",
            heading.path("scope").textValue(),
            "2022-06",
            1,
            LocalDate.parse(heading.path("asOf").textValue()),
            Instant.parse(heading.path("knownAt").textValue()),
            Map.of(),
            issued.path("digest").textValue(),
            null));
  }

  @Test
  void whatWasTamperedWithIsNotProved() {
    aYear();
    assertThat(issue(bulletin("2022-06")).statusCode()).isEqualTo(201);
    Service.update(
        "update issued set content = replace(content, '\"reached\":6325', '\"reached\":6326')"
            + " where scope = ?",
        city.code());
    JsonNode proof = get(bulletin("2022-06") + "/proof");
    assertThat(proof.path("proved").booleanValue()).isFalse();
    assertThat(proof.path("digestFits").booleanValue()).isFalse();
    assertThat(proof.path("differences").findValuesAsText("pointer"))
        .contains("/reached/0/reached");
  }

  @Test
  void whatWasMadeFromALedgerThatIsRewrittenIsNotProved() {
    aYear();
    assertThat(issue(bulletin("2022-06")).statusCode()).isEqualTo(201);
    recorded(get(bulletin("2022-06")));
    Owners.whileRewritten(
        lastReported,
        () -> {
          JsonNode proof = get(bulletin("2022-06") + "/proof");
          assertThat(proof.path("digestFits").booleanValue()).isTrue();
          assertThat(proof.path("differences")).as(proof.toString()).isEmpty();
          assertThat(proof.path("proved").booleanValue()).as(proof.toString()).isFalse();
        });
    assertThat(get(bulletin("2022-06") + "/proof").path("proved").booleanValue()).isTrue();
  }

  @Test
  void nothingIsIssuedWhileAnOwnerIsAway() {
    aYear();
    Owners.goDown();
    try {
      Response refused = issue(bulletin("2022-06"));
      assertThat(refused.statusCode()).isEqualTo(503);
      assertThat(refused.header("Retry-After")).isNotNull();
    } finally {
      Owners.comeBack();
    }
    assertThat(get(bulletin("2022-06") + "/issues").path("issues")).isEmpty();
    assertThat(get(bulletin("2022-06")).path("state").textValue()).isEqualTo("draft");
  }

  @ParameterizedTest
  @CsvSource({
    "bulletins,2022-7,400",
    "bulletins,2022-07,400",
    "bulletins,2022,400",
    "summaries,2022-06,400",
    "summaries,2023,400",
    "bulletins,2022-06?issue=9,404",
    "bulletins,2022-06?format=pdf,400"
  })
  void refusesWhatThereIsNot(String kind, String period, int status) {
    aYear();
    given()
        .auth()
        .oauth2(city.viewer())
        .get("/api/v1/" + kind + "/" + city.code() + "/" + period)
        .then()
        .statusCode(status)
        .contentType("application/problem+json");
  }

  @Test
  void onlyTheCityIssuesAndNobodySeesAForeignScope() {
    aYear();
    String own = "/api/v1/bulletins/" + wujin.code() + "/2022-06";
    given().auth().oauth2(wujin.viewer()).get(own).then().statusCode(200);
    given().auth().oauth2(wujin.viewer()).get(bulletin("2022-06")).then().statusCode(403);
    given()
        .auth()
        .oauth2(city.viewer())
        .post(bulletin("2022-06") + "/issue")
        .then()
        .statusCode(403);
    given().get(bulletin("2022-06")).then().statusCode(401);
  }
}
