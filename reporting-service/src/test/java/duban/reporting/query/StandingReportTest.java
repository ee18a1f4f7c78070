package duban.reporting.query;

import static duban.reporting.Service.number;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import duban.contracts.catalogue.Settings;
import duban.contracts.plan.Target.Kind;
import duban.contracts.plan.Target.Period;
import duban.ledger.chain.LedgerEvent;
import duban.reporting.City;
import duban.reporting.DistrictLedgers;
import duban.reporting.OnRealInfrastructure;
import duban.reporting.Service;
import duban.reporting.standing.Municipality;
import duban.reporting.standing.Targets;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What stands beside a light, as a client reads it: parts, periods, verdicts, explanations. */
@QuarkusTest
@Order(OnRealInfrastructure.EARLY)
class StandingReportTest extends OnRealInfrastructure {

  private final City city = City.fresh();
  private final DistrictLedgers wujin = city.district();

  private JsonNode target(String key, String more) {
    return Service.after(city.viewer(), "/targets/" + wujin.target(key) + more, wujin);
  }

  /** A moment between what was recorded before and after it. */
  private static Instant between() {
    Instant now = Instant.now();
    while (!Instant.now().isAfter(now.plusMillis(3))) {
      Thread.onSpinWait();
    }
    return now.plusMillis(1);
  }

  @Test
  void aVerdictIsKnownFromTheMomentItWasGiven() {
    City.define(Municipality.disputedCounts(false));
    wujin.publishes(Targets.of(Kind.QUANTITY).value("100"));
    wujin.reports("6.1", "2022-05-31", "30");
    LedgerEvent june = wujin.reports("6.1", "2022-06-30", "90");
    Instant before = between();
    wujin.answers("report.disputed", june);
    Instant disputed = between();
    wujin.answers("report.verified", june);
    JsonNode now = target("6.1", "");
    assertThat(number(now, "reached")).isEqualByComparingTo("90");
    assertThat(now.path("verdict").textValue()).isEqualTo("verified");
    assertThat(now.path("history").path(2).path("verdict").textValue()).isEqualTo("verified");
    JsonNode then = target("6.1", "?knownAt=" + disputed);
    assertThat(number(then, "reached")).isEqualByComparingTo("30");
    assertThat(then.path("disputed").booleanValue()).isTrue();
    assertThat(then.path("verdict").isMissingNode()).isTrue();
    assertThat(then.path("history").path(1).path("verdict").textValue()).isEqualTo("disputed");
    JsonNode first = target("6.1", "?knownAt=" + before);
    assertThat(number(first, "reached")).isEqualByComparingTo("90");
    assertThat(first.path("disputed").booleanValue()).isFalse();
    assertThat(Service.verify().path("ok").booleanValue()).isTrue();
    // All is told anew before another test looks at it.
    City.define(Settings.DEFAULT);
    // Another setting changes nothing of what was known, and told, before it.
    assertThat(number(target("6.1", "?knownAt=" + disputed), "reached")).isEqualByComparingTo("30");
    assertThat(Service.verify().path("ok").booleanValue()).isTrue();
  }

  @Test
  void anExplanationIsDueUntilItIsGiven() {
    wujin.publishes(Targets.of(Kind.QUANTITY).value("100"));
    LedgerEvent low = wujin.reports("6.1", "2022-06-30", "10");
    assertThat(target("6.1", "").path("explanationDue").path("zh").textValue())
        .isEqualTo("须作书面说明：2022-06-30 的报送低于当日时序的 50%");
    Instant due = between();
    wujin.answers("report.explained", low);
    assertThat(target("6.1", "").path("explanationDue").isMissingNode()).isTrue();
    assertThat(target("6.1", "").path("history").path(1).path("explained").booleanValue()).isTrue();
    assertThat(target("6.1", "?knownAt=" + due).path("explanationDue").isObject()).isTrue();
  }

  @Test
  void aTargetIsToldWithItsPartsPeriodsAndProjects() {
    wujin.publishes(
        Targets.of(Kind.QUANTITY).value("100").parts("east 50", "west 40"),
        Targets.of(Kind.FREQUENCY).value("1").each(Period.QUARTER),
        Targets.of(Kind.PROJECT).projects("甲校", "乙校"));
    wujin.reports("6.1", "2022-05-31", "70");
    wujin.reportsPart("6.1", "east", "2022-06-30", "30");
    wujin.reportsPart("6.1", "north", "2022-06-30", "99");
    wujin.adds("6.2", "2022-02-01", "1");
    wujin.reaches("6.3", "2022-05-01", "甲校", "completed");
    JsonNode split = target("6.1", "");
    assertThat(number(split, "reached")).isEqualByComparingTo("30");
    assertThat(number(split, "partsPromised")).isEqualByComparingTo("90");
    assertThat(split.path("partsDiffer").booleanValue()).isTrue();
    assertThat(number(split.path("control"), "reached")).isEqualByComparingTo("70");
    assertThat(split.path("parts").findValuesAsText("key")).containsExactly("east", "west");
    assertThat(number(split.path("parts").path(0), "done")).isEqualByComparingTo("0.6");
    assertThat(split.path("parts").path(0).path("light").textValue()).isEqualTo("on-track");
    assertThat(split.path("parts").path(1).path("light").textValue()).isEqualTo("behind");
    assertThat(target("6.2", "").path("periods").findValuesAsText("state"))
        .containsExactly("kept", "missing", "ahead", "ahead");
    JsonNode projects = target("6.3", "").path("projects");
    assertThat(projects.path(0).path("on").textValue()).isEqualTo("2022-05-01");
    assertThat(projects.path(1).path("project").textValue()).isEqualTo("乙校");
    assertThat(projects.path(1).path("finished").booleanValue()).isFalse();
    JsonNode folded = target("6.1", "?knownAt=2100-01-01T00:00:00Z");
    for (String field : new String[] {"reached", "parts", "control", "partsPromised", "reason"}) {
      assertThat(folded.path(field)).as(field).isEqualTo(split.path(field));
    }
  }
}
