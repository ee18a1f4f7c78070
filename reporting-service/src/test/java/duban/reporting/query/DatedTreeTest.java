package duban.reporting.query;

import static duban.reporting.Service.number;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import duban.contracts.catalogue.District;
import duban.contracts.catalogue.Indicator;
import duban.contracts.catalogue.Indicator.Aggregation;
import duban.contracts.plan.Target.Kind;
import duban.reporting.City;
import duban.reporting.DistrictLedgers;
import duban.reporting.OnRealInfrastructure;
import duban.reporting.Service;
import duban.reporting.live.Streams;
import duban.reporting.standing.Targets;
import duban.testkit.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Divisions merge, split and move: history is never lost and nothing is doubled. */
@QuarkusTest
@Order(OnRealInfrastructure.EARLY)
class DatedTreeTest extends OnRealInfrastructure {

  private static final LocalDate DAY = LocalDate.of(2022, 7, 1);

  private final City city = City.fresh();
  private final City other = City.fresh();
  private final Indicator seats = city.indicator(Aggregation.SUM);
  private final DistrictLedgers merging = city.district();
  private final DistrictLedgers mergingToo = city.district();
  private final DistrictLedgers splitting = city.district();
  private final DistrictLedgers moving = city.district();
  private final DistrictLedgers merged = city.unplaced();
  private final DistrictLedgers half = city.unplaced();
  private final String token = Tokens.mint("city-viewer", city.province());

  @AfterEach
  void back() {
    Service.moveTo("2022-06-30");
  }

  private void publish() {
    for (DistrictLedgers district : List.of(merging, mergingToo, splitting, moving)) {
      district.publishes(Targets.of(Kind.QUANTITY).value("100").indicator(seats));
      district.reports("6.1", "2022-06-01", district.code().substring(5) + "0");
    }
  }

  private void resettle() {
    begins(merged, city.code());
    begins(half, city.code());
    ends(merging, merged.code(), merged.code());
    ends(mergingToo, merged.code(), merged.code());
    ends(splitting, city.code(), half.code());
    City.define(
        new District(moving.code(), other.code(), "district", "移区", "Moved", DAY, null, null));
  }

  private static void begins(DistrictLedgers district, String parent) {
    City.define(new District(district.code(), parent, "district", "新区", "New", DAY));
  }

  private static void ends(DistrictLedgers district, String parent, String into) {
    City.define(
        new District(district.code(), parent, "district", "旧区", "Old", DAY, true, List.of(into)));
  }

  private JsonNode get(String path) {
    return Service.after(token, path, merging, mergingToo, splitting, moving);
  }

  private JsonNode row(String scope, String more) {
    return get("/rollups?year=2022&scope=" + scope + "&indicator=" + seats.key() + more)
        .path("rows")
        .path(0);
  }

  private void stands(String more, String scope, String reached, int promising) {
    JsonNode row = row(scope, more);
    assertThat(number(row, "reached")).as(scope + more).isEqualByComparingTo(reached);
    assertThat(row.path("districtsPromising").intValue()).as(scope + more).isEqualTo(promising);
  }

  /** Reached: 10 and 20 merge, 30 splits, 40 moves. */
  private void before(String more) {
    stands(more, city.province(), "100", 1);
    stands(more, city.code(), "100", 4);
    assertThat(row(other.code(), more).isMissingNode()).isTrue();
    assertThat(scopes(city.code(), more))
        .containsExactly(merging.code(), mergingToo.code(), splitting.code(), moving.code());
  }

  private void after(String more) {
    stands(more, city.province(), "100", 2);
    stands(more, city.code(), "60", 1);
    stands(more, merged.code(), "30", 0);
    stands(more, other.code(), "40", 1);
    assertThat(scopes(city.code(), more))
        .containsExactly(splitting.code(), merged.code(), half.code());
    JsonNode ended = get("/scopes/" + splitting.code() + "/standing?year=2022" + more);
    assertThat(ended.path("ended").booleanValue()).isTrue();
    assertThat(ended.path("into").path(0).textValue()).isEqualTo(half.code());
    assertThat(scopes(merged.code(), more)).containsExactly(merging.code(), mergingToo.code());
  }

  private List<String> scopes(String scope, String more) {
    return get("/scopes/" + scope + "/standing?year=2022" + more)
        .path("scopes")
        .findValuesAsText("scope");
  }

  @Test
  void everyDayHasItsTreeAndNothingIsDoubled() {
    publish();
    resettle();
    before("");
    before("&asOf=2022-06-30&knownAt=2100-01-01T00:00:00Z");
    after("&asOf=2022-07-01");
    Service.moveTo("2022-07-01");
    after("");
    after("&asOf=2022-07-01&knownAt=2100-01-01T00:00:00Z");
    before("&asOf=2022-06-30");
    JsonNode proof = Service.verify();
    assertThat(proof.path("ok").booleanValue()).as("%s", proof).isTrue();
  }

  @Test
  void theStreamsOfBothPlacesHearOfAMove() {
    publish();
    get("/rollups?year=2022&scope=" + city.code());
    try (Streams old = Streams.of(token, city.code());
        Streams next = Streams.of(token, other.code())) {
      resettle();
      row(city.code(), "");
      Service.moveTo("2022-07-01");
      String rollup = "/2022/" + seats.key();
      assertThat(old.hears("scope", moving.code()).path("row").isObject()).as("left").isFalse();
      old.hearsThatItIsGone("target", moving.target("6.1"));
      assertThat(number(old.hears("rollup", city.code() + rollup).path("row"), "targets"))
          .isNotNull();
      assertThat(next.hears("scope", moving.code()).path("row").path("targets").intValue())
          .isEqualTo(1);
      assertThat(number(next.hears("rollup", other.code() + rollup).path("row"), "reached"))
          .isEqualByComparingTo("40");
    }
  }
}
