package duban.reporting.export;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import duban.contracts.catalogue.Indicator;
import duban.contracts.catalogue.Indicator.Aggregation;
import duban.contracts.plan.Target.Kind;
import duban.ledger.chain.LedgerEvent;
import duban.reporting.City;
import duban.reporting.DistrictLedgers;
import duban.reporting.OnRealInfrastructure;
import duban.reporting.Service;
import duban.reporting.standing.Targets;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Lists as files. */
@QuarkusTest
class ExportsTest extends OnRealInfrastructure {

  private final City city = City.fresh();
  private final Indicator seats = city.indicator(Aggregation.SUM);
  private final DistrictLedgers wujin = city.district();
  private final DistrictLedgers liyang = city.district();

  private void aYear() {
    wujin.publishes(
        Targets.of(Kind.QUANTITY).value("6325").indicator(seats),
        Targets.of(Kind.QUANTITY).value("35"));
    liyang.publishes(Targets.of(Kind.QUANTITY).value("4700").indicator(seats));
  }

  private void applied() {
    Service.after(city.viewer(), "/rollups?year=2022&scope=" + city.code(), wujin, liyang);
  }

  private Response export(String list) {
    return given()
        .auth()
        .oauth2(city.viewer())
        .get("/api/v1/exports/" + list + "&year=2022&scope=" + city.code());
  }

  private List<String> lines(String list) {
    Response answer = export(list);
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    return new String(answer.asByteArray(), StandardCharsets.UTF_8).lines().toList();
  }

  @Test
  void targetsComeOutAsASpreadsheetReadsThem() {
    aYear();
    wujin.reports("6.1", "2022-06-30", "3200");
    applied();
    List<String> lines = lines("targets?format=csv");
    assertThat(lines.getFirst()).startsWith("\uFEFFtarget,plan,item,district,year");
    assertThat(lines).hasSize(4);
    assertThat(lines.get(1)).startsWith(wujin.target("6.1") + ",").contains(",6325,", ",3200,");
    assertThat(export("targets?format=csv").header("Content-Disposition"))
        .contains("attachment; filename=\"targets-" + city.code() + "-2022.csv\"");
    assertThat(export("targets?format=csv").header("Content-Type")).contains("text/csv");
  }

  @Test
  void aListCanBeTakenAsOfADayAndAsItWasKnown() {
    aYear();
    wujin.reports("6.1", "2022-03-31", "1000");
    LedgerEvent last = wujin.reports("6.1", "2022-06-30", "3200");
    applied();
    assertThat(
            Service.parse(lines("targets?format=ndjson&asOf=2022-04-01").getFirst())
                .path("reached")
                .intValue())
        .isEqualTo(1000);
    String before = last.recordedAt().minusMillis(1).toString();
    assertThat(lines("events?format=ndjson&knownAt=" + before)).hasSize(1);
    assertThat(lines("events?format=ndjson")).hasSize(2);
  }

  @Test
  void aListKnowsTheTreeAndTheCatalogueAsTheyWereThen() {
    aYear();
    String then = City.lastDefined().toString();
    DistrictLedgers later = city.district();
    Indicator largest = city.indicator(Aggregation.MAX);
    later.publishes(Targets.of(Kind.QUANTITY).value("1").indicator(largest));
    Service.after(city.viewer(), "/rollups?year=2022&scope=" + city.code(), wujin, liyang, later);
    Map<String, String> named =
        Map.of("districts", later.code(), "indicators", largest.key(), "plans", later.plan());
    named.forEach((list, name) -> {
      assertThat(lines(list + "?format=ndjson")).anyMatch(line -> line.contains(name));
      assertThat(lines(list + "?format=ndjson&knownAt=" + then))
          .noneMatch(line -> line.contains(name));
    });
  }

  @Test
  void eventsComeOutAsTheReportsShowThem() {
    wujin.publishes(Targets.of(Kind.QUANTITY).value("100").parts("east 50", "west 50"));
    wujin.reportsPart("6.1", "east", "2022-02-28", "10");
    Service.after(city.viewer(), "/rollups?year=2022&scope=" + city.code(), wujin);
    JsonNode latest =
        Service.parse(
            given()
                .auth()
                .oauth2(city.viewer())
                .get("/api/v1/events/latest?year=2022&scope=" + city.code())
                .asString());
    JsonNode exported = Service.parse(lines("events?format=ndjson").getFirst());
    assertThat(exported.path("part").textValue()).isEqualTo("east");
    assertThat(exported).isEqualTo(latest.path("events").path(0));
  }

  @Test
  void moreThanAPageOfEventsComesWhole() {
    aYear();
    for (int i = 0; i < 520; i++) {
      wujin.adds("6.1", "2022-01-05", "1");
    }
    applied();
    List<String> lines = lines("events?format=ndjson");
    assertThat(lines).hasSize(520);
    assertThat(Service.parse(lines.getLast()).path("seq").intValue()).isEqualTo(520);
  }

  @Test
  void aListThatBreaksOffDoesNotLookWhole() {
    aYear();
    for (int i = 0; i < 520; i++) {
      wujin.adds("6.1", "2022-01-05", "1");
    }
    applied();
    // A figure that the service cannot read, on the second page.
    String figure = "update progress_event set value = ?::numeric where ledger = ? and seq = 510";
    String ledger = wujin.progress().name();
    Service.update(figure, "NaN", ledger);
    try {
      assertThatThrownBy(
              () -> {
                var answer = export("events?format=ndjson");
                answer.asByteArray();
                // Where nothing had left yet, it can still be refused in words.
                if (answer.statusCode() >= 500) {
                  throw new IOException("refused with " + answer.statusCode());
                }
              })
          .isInstanceOf(IOException.class);
    } finally {
      Service.update(figure, "1", ledger);
    }
    assertThat(lines("events?format=ndjson")).hasSize(520);
  }

  @Test
  void rollupsComeWithTheirDistricts() {
    aYear();
    wujin.reports("6.1", "2022-06-30", "3200");
    applied();
    List<String> lines = lines("rollups?format=ndjson");
    assertThat(lines.stream().map(line -> Service.parse(line).path("scope").textValue()))
        .containsExactly(city.code(), wujin.code(), liyang.code());
    assertThat(Service.parse(lines.get(1)).path("reached").intValue()).isEqualTo(3200);
  }

  @Test
  void whoOwedAReportIsARowForEachAndAsManyAsTheirSumSays() {
    wujin.recordsAt("2022-01-10T04:00:00Z");
    aYear();
    wujin.reports("6.1", "2022-06-30", "3200");
    applied();
    List<JsonNode> owed = lines("reports?format=ndjson").stream().map(Service::parse).toList();
    int due = 0;
    for (String line : lines("discipline?format=ndjson")) {
      JsonNode sum = Service.parse(line);
      due += sum.path("due").intValue();
      assertThat(
              owed.stream()
                  .filter(one -> one.path("month").equals(sum.path("month")))
                  .filter(one -> one.path("district").equals(sum.path("district"))))
          .hasSize(sum.path("due").intValue())
          .allMatch(one -> one.has("target") && one.has("state") && one.has("dueBy"));
    }
    assertThat(owed).hasSize(due).isNotEmpty();
  }

  @ParameterizedTest
  @EnumSource(Listing.class)
  void everyListHasARowUnderItsHeading(Listing list) {
    wujin.recordsAt("2022-01-10T04:00:00Z");
    aYear();
    wujin.reports("6.1", "2022-06-30", "3200");
    applied();
    List<String> lines = lines(list.word() + "?format=csv");
    assertThat(lines.getFirst()).endsWith(String.join(",", list.columns()));
    if (list != Listing.PROBLEMS) {
      assertThat(lines.size()).isGreaterThan(1);
    }
  }

  @Test
  void refusesAForeignScopeAnUnknownListAndAnUnknownFormat() {
    aYear();
    applied();
    assertThat(export("nothing?format=csv").statusCode()).isEqualTo(404);
    assertThat(export("targets?format=pdf").statusCode()).isEqualTo(400);
    given()
        .auth()
        .oauth2(wujin.viewer())
        .get("/api/v1/exports/targets?scope=" + liyang.code())
        .then()
        .statusCode(403);
  }
}
