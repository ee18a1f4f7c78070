package duban.reporting.hindsight;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import duban.contracts.plan.Target.Kind;
import duban.ledger.chain.LedgerEvent;
import duban.reporting.City;
import duban.reporting.DistrictLedgers;
import duban.reporting.OnRealInfrastructure;
import duban.reporting.Service;
import duban.reporting.standing.Targets;
import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Each month by what was known when its reports were due; and what each revision promised. */
@QuarkusTest
class MonthsTest extends OnRealInfrastructure {

  private final City city = City.fresh();
  private final DistrictLedgers wujin = city.district();

  private static Targets seats(String value) {
    return Targets.of(Kind.QUANTITY).value(value);
  }

  private static String[] months(JsonNode months) {
    return StreamSupport.stream(months.spliterator(), false)
        .map(month ->
            month.path("month").asText()
                + " "
                + month.path("light").asText()
                + " "
                + month.path("mark").asText()
                + (month.has("nowLight") ? " " + month.path("nowLight").asText() : ""))
        .toArray(String[]::new);
  }

  @Test
  void whatCameTooLateMakesAMonthUpAndNeverGood() {
    wujin.recordsAt("2022-01-05T00:00:00Z");
    wujin.publishes(seats("120"));
    wujin.recordsAt("2022-02-03T00:00:00Z");
    wujin.reports("6.1", "2022-01-31", "10");
    wujin.recordsAt("2022-03-04T00:00:00Z");
    wujin.reports("6.1", "2022-02-28", "12");
    wujin.recordsAt("2022-04-20T00:00:00Z");
    wujin.reports("6.1", "2022-03-31", "30");
    wujin.recordsAt("2022-05-04T00:00:00Z");
    LedgerEvent wrong = wujin.reports("6.1", "2022-04-30", "40");
    wujin.recordsAt("2022-06-04T00:00:00Z");
    wujin.reports("6.1", "2022-05-31", "33");
    wujin.recordsAt("2022-06-20T00:00:00Z");
    wujin.voids(wrong);
    wujin.reports("6.1", "2022-04-30", "20");
    String[] expected = {
      "2022-01 on-track kept",
      "2022-02 behind made-up",
      "2022-03 behind made-up on-track",
      "2022-04 on-track kept behind",
      "2022-05 behind open",
      "2022-06 behind running"
    };
    JsonNode target = Service.target(city, wujin, "6.1");
    assertThat(months(target.path("months"))).containsExactly(expected);
    JsonNode plan =
        Service.after(city.viewer(), "/plans/" + wujin.plan() + "/standing?months=true", wujin);
    assertThat(months(plan.path("months").path(wujin.target("6.1")))).containsExactly(expected);
  }

  @Test
  void aPlanThatWasBroughtInAfterwardsIsToldByAllThatIsKnown() {
    wujin.publishes(seats("120"));
    wujin.reports("6.1", "2022-01-31", "10");
    assertThat(months(Service.target(city, wujin, "6.1").path("months")))
        .startsWith("2022-01 on-track kept", "2022-02 behind open")
        .endsWith("2022-06 behind running");
  }

  @Test
  void aTargetSaysWhatEachRevisionPromised() {
    wujin.publishes(seats("120"), seats("5"));
    wujin.publishes(seats("120"), seats("6"), seats("7"));
    wujin.publishes(seats("120"), null, seats("7"));
    assertThat(events("6.1")).containsExactly("1 published 120");
    assertThat(events("6.2")).containsExactly("1 published 5", "2 changed 6", "3 dropped ");
    assertThat(events("6.3")).containsExactly("2 added 7");
    assertThat(Service.target(city, wujin, "6.2").path("dropped").booleanValue()).isTrue();
  }

  private String[] events(String key) {
    return StreamSupport.stream(
            Service.target(city, wujin, key).path("revisions").spliterator(), false)
        .map(step ->
            step.path("revision").asText()
                + " "
                + step.path("event").asText()
                + " "
                + step.path("promised").asText())
        .toArray(String[]::new);
  }
}
