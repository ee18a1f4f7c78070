package duban.reporting.promise;

import static duban.reporting.standing.Said.reported;
import static duban.reporting.standing.Said.stands;
import static org.assertj.core.api.Assertions.assertThat;

import duban.contracts.catalogue.Indicator;
import duban.contracts.catalogue.Indicator.Aggregation;
import duban.contracts.catalogue.Indicator.Direction;
import duban.contracts.plan.Target.Kind;
import duban.contracts.plan.Target.Operator;
import duban.reporting.standing.Light;
import duban.reporting.standing.Standing;
import duban.reporting.standing.Targets;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a promise is kept, and how much of it is done before. */
class ComparisonTest {

  @ParameterizedTest
  @CsvSource({
    "AT_LEAST, 35, 34.999, false, 0.999971",
    "AT_LEAST, 35, 35, true, 1",
    "EQUAL, 35, 36, true, 1",
    "ABOUT, 500, 475, true, 1",
    "ABOUT, 500, 474, false, 0.948",
    "AT_LEAST, 35, 0, false, 0",
  })
  void moreIsBetter(Operator operator, String promised, String reached, boolean kept, String done) {
    Standing standing =
        stands(
            Targets.of(Kind.QUANTITY).operator(operator).value(promised),
            "2022-06-30",
            reported(1, "2022-06-30", reached));
    assertThat(standing.light() == Light.ACHIEVED).isEqualTo(kept);
    assertThat(standing.done()).isEqualByComparingTo(done);
  }

  @Test
  void moreThanIsMoreThan() {
    Targets target = Targets.of(Kind.QUANTITY).operator(Operator.AT_LEAST).strict().value("4700");
    assertThat(stands(target, "2022-12-31", reported(1, "2022-12-31", "4700")).light())
        .isEqualTo(Light.ON_TRACK);
    assertThat(stands(target, "2022-12-31", reported(1, "2022-12-31", "4701")).light())
        .isEqualTo(Light.ACHIEVED);
  }

  @Test
  void aRangeIsKeptFromItsLowEnd() {
    Targets target = Targets.of(Kind.QUANTITY).range("8", "10");
    assertThat(stands(target, "2022-06-30", reported(1, "2022-06-30", "8")).light())
        .isEqualTo(Light.ACHIEVED);
    assertThat(stands(target, "2022-06-30", reported(1, "2022-06-30", "4")).done())
        .isEqualByComparingTo("0.5");
  }

  @Test
  void whatFallsIsMeasuredFromItsBaseline() {
    Targets target =
        Targets.of(Kind.QUANTITY).operator(Operator.AT_MOST).value("20").baseline("52");
    assertThat(stands(target, "2022-06-30", reported(1, "2022-06-30", "36")).done())
        .isEqualByComparingTo("0.5");
    assertThat(stands(target, "2022-06-30", reported(1, "2022-06-30", "60")).done())
        .isEqualByComparingTo("0");
    assertThat(stands(target, "2022-06-30", reported(1, "2022-06-30", "20")).light())
        .isEqualTo(Light.ACHIEVED);
  }

  @Test
  void aCapWithoutBaselineIsMeasuredAgainstItself() {
    Targets target = Targets.of(Kind.QUANTITY).operator(Operator.AT_MOST).value("5");
    assertThat(stands(target, "2022-06-30", reported(1, "2022-06-30", "8")).done())
        .isEqualByComparingTo("0.625");
  }

  @Test
  void theCatalogueSaysWhichWayIsBetterAndHowMuchAboutMayMiss() {
    Indicator less =
        new Indicator(
            "k", "名", "name", "个", Aggregation.SUM, Direction.LESS, null, new BigDecimal("0.1"));
    Targets target =
        Targets.of(Kind.QUANTITY).operator(Operator.ABOUT).value("100").indicator(less);
    assertThat(stands(target, "2022-06-30", reported(1, "2022-06-30", "110")).light())
        .isEqualTo(Light.ACHIEVED);
    assertThat(stands(target, "2022-06-30", reported(1, "2022-06-30", "111")).light())
        .isNotEqualTo(Light.ACHIEVED);
  }

  @Test
  void nothingReportedKeepsNoPromiseEvenOfNothing() {
    Targets none = Targets.of(Kind.QUANTITY).operator(Operator.AT_MOST).value("0");
    assertThat(stands(none, "2022-06-30").light()).isEqualTo(Light.BEHIND);
    assertThat(stands(none, "2022-06-30", reported(1, "2022-06-30", "0")).light())
        .isEqualTo(Light.ACHIEVED);
  }
}
