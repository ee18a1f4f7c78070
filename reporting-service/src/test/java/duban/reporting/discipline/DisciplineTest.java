package duban.reporting.discipline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import duban.contracts.plan.Target.Kind;
import duban.ledger.chain.LedgerEvent;
import duban.reporting.City;
import duban.reporting.DistrictLedgers;
import duban.reporting.OnRealInfrastructure;
import duban.reporting.Service;
import duban.reporting.calendar.Calendar;
import duban.reporting.standing.Targets;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who reported, month by month; today is 30 June 2022. */
@QuarkusTest
class DisciplineTest extends OnRealInfrastructure {

  private final City city = City.fresh();
  private final DistrictLedgers wujin = city.district();
  private final DistrictLedgers liyang = city.district();

  @BeforeEach
  void publish() {
    wujin.recordsAt("2022-01-10T01:00:00Z");
    liyang.recordsAt("2022-01-10T01:00:00Z");
    wujin.publishes(
        Targets.of(Kind.QUANTITY).value("100"),
        Targets.of(Kind.QUANTITY).value("50").from("2022-06-15"),
        Targets.of(Kind.NARRATIVE));
    liyang.publishes(Targets.of(Kind.QUANTITY).value("100"));
  }

  private JsonNode discipline(String more) {
    return Service.after(city.viewer(), "/discipline?scope=" + city.code() + more, wujin, liyang);
  }

  private JsonNode month(String month, String more) {
    JsonNode months = discipline("&month=" + month + more).path("months");
    assertThat(months).hasSize(1);
    return months.path(0);
  }

  private static String figures(JsonNode row) {
    return List.of("due", "onTime", "late", "missing", "pending", "rate").stream()
        .map(field -> row.path(field).asText("-"))
        .toList()
        .toString();
  }

  @Test
  void eachRunningTargetOwesAReportForTheMonth() {
    wujin.recordsAt("2022-06-05T15:59:59Z");
    wujin.reports("6.1", "2022-05-20", "10");
    wujin.recordsAt("2022-06-05T16:00:00Z");
    wujin.notes("2022-05-31", 20);
    wujin.recordsAt("2022-06-21T01:00:00Z");
    wujin.reports("6.2", "2022-06-20", "5");
    JsonNode may = month("2022-05", "&detail=true");
    assertThat(may.path("due").asText()).isEqualTo("2022-06-05");
    assertThat(figures(may.path("districts").path(0))).isEqualTo("[2, 1, 1, 0, 0, 0.5000]");
    assertThat(figures(may.path("districts").path(1))).isEqualTo("[1, 0, 0, 1, 0, 0.0000]");
    assertThat(figures(may.path("total"))).isEqualTo("[3, 1, 1, 1, 0, 0.3333]");
    assertThat(may.path("districts").path(0).path("targets").findValuesAsText("state"))
        .containsExactly("on-time", "late");
    JsonNode june = month("2022-06", "");
    assertThat(figures(june.path("districts").path(0))).isEqualTo("[3, 1, 0, 0, 2, 0.3333]");
    assertThat(june.path("districts").path(0).path("targets").isMissingNode()).isTrue();
    assertThat(june.path("districts").path(0).path("lastReportAt").textValue())
        .isEqualTo(wujin.progress().last().recordedAt().toString());
  }

  @Test
  void whatWasAchievedOwesNothingMore() {
    liyang.recordsAt("2022-05-02T01:00:00Z");
    liyang.reports("6.1", "2022-04-10", "100");
    assertThat(figures(month("2022-04", "").path("districts").path(1)))
        .isEqualTo("[1, 1, 0, 0, 0, 1.0000]");
    assertThat(month("2022-05", "").path("districts").path(1).path("due").asInt()).isZero();
  }

  @Test
  void theDayAndTheMomentOfTheQuestionCount() {
    // The catalogue is known from now on only, so all of this comes late, and today.
    Instant now = Instant.now();
    String today = "&asOf=" + LocalDate.ofInstant(now.plusSeconds(60), Calendar.ZONE);
    liyang.recordsAt(now.toString());
    LedgerEvent wrong = liyang.reports("6.1", "2022-04-20", "9");
    liyang.recordsAt(now.plusMillis(5).toString());
    liyang.reports("6.1", "2022-05-20", "10");
    liyang.voids(wrong);
    assertThat(figures(month("2022-04", today).path("districts").path(1)))
        .isEqualTo("[1, 0, 0, 1, 0, 0.0000]");
    String then = today + "&knownAt=" + wrong.recordedAt();
    assertThat(figures(month("2022-04", then).path("districts").path(1)))
        .isEqualTo("[1, 0, 1, 0, 0, 0.0000]");
    assertThat(figures(month("2022-05", "&asOf=2022-05-19").path("districts").path(1)))
        .isEqualTo("[1, 0, 0, 0, 1, 0.0000]");
    assertThat(discipline("&month=2022-07").path("months")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2022-06-05, pending, false",
    "2022-06-07, missing, false",
    "2022-06-08, late,    true",
    "2022-06-30, late,    true",
  })
  void whatCameAfterTheDayOfTheQuestionHadNotComeThen(String day, String state, boolean came) {
    liyang.recordsAt("2022-06-08T01:00:00Z");
    liyang.reports("6.1", "2022-05-20", "10");
    JsonNode told = month("2022-05", "&detail=true&asOf=" + day).path("districts").path(1);
    assertThat(told.path("targets").findValuesAsText("state")).containsExactly(state);
    assertThat(told.path("targets").path(0).path("reportedAt").isTextual()).isEqualTo(came);
    assertThat(told.path("lastReportAt").isTextual()).isEqualTo(came);
  }

  @Test
  void aYearIsItsMonths() {
    wujin.recordsAt("2022-02-03T01:00:00Z");
    wujin.reports("6.1", "2022-01-31", "10");
    JsonNode year = discipline("&year=2022");
    assertThat(year.path("months").findValuesAsText("month"))
        .containsExactly("2022-01", "2022-02", "2022-03", "2022-04", "2022-05", "2022-06");
    assertThat(figures(year.path("total"))).isEqualTo("[19, 1, 0, 14, 4, 0.0526]");
  }

  @Test
  void refusesWhatItCannotReadOrMayNotShow() {
    discipline("");
    Service.get(city.viewer(), "/discipline?month=June").then().statusCode(400);
    Service.get(liyang.viewer(), "/discipline?scope=" + wujin.code()).then().statusCode(403);
    Service.get(liyang.viewer(), "/discipline?year=2022").then().statusCode(200);
  }
}
