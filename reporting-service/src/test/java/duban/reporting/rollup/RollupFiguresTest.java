package duban.reporting.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import duban.contracts.catalogue.Indicator;
import duban.contracts.catalogue.Indicator.Aggregation;
import duban.contracts.catalogue.Indicator.Direction;
import duban.contracts.catalogue.Settings;
import duban.contracts.plan.Target.Kind;
import duban.contracts.plan.Target.Operator;
import duban.reporting.rollup.Peak.Candidate;
import duban.reporting.standing.Light;
import duban.reporting.standing.Observation;
import duban.reporting.standing.Said;
import duban.reporting.standing.Standing;
import duban.reporting.standing.Targets;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a municipal rollup shows of its districts' targets. */
class RollupFiguresTest {

  private static final String DAY = "2022-06-30";

  private Contribution sum = Contribution.ZERO;
  private final List<Candidate> candidates = new ArrayList<>();

  private static Indicator indicator(Aggregation aggregation, Direction direction) {
    return new Indicator("new-seats", "新增学位", "New seats", "个", aggregation, direction, null, null);
  }

  private void add(Targets target, Observation... said) {
    Standing standing = Said.stands(target, DAY, said);
    Contribution one = Contribution.of(target.definition(), standing);
    sum = sum.plus(one);
    candidates.add(
        new Candidate(
            "t" + candidates.size(),
            one.promised(),
            one.reached(),
            one.paced(),
            standing.reportedOn(),
            standing.reportedAt()));
  }

  private RollupFigures figures(Indicator indicator) {
    RollupKey key = new RollupKey("320400", 2022, indicator.key());
    Peak peak = Peak.of(indicator.aggregation(), candidates);
    return RollupFigures.of(new Rollup(key, sum, peak, null, null), indicator, Settings.DEFAULT);
  }

  @Test
  void countsAddUpOverDistricts() {
    Indicator seats = indicator(Aggregation.SUM, Direction.MORE);
    add(Targets.of(Kind.QUANTITY).value("6325").indicator(seats), Said.reported(1, DAY, "3200"));
    add(Targets.of(Kind.QUANTITY).value("4700").indicator(seats), Said.reported(2, DAY, "1610"));
    RollupFigures figures = figures(seats);
    assertThat(figures.promised()).isEqualByComparingTo("11025");
    assertThat(figures.reached()).isEqualByComparingTo("4810");
    assertThat(figures.share()).isEqualByComparingTo("0.4363");
    assertThat(figures.pace()).isEqualByComparingTo("0.4945");
    assertThat(figures.light()).isEqualTo(Light.AT_RISK);
    assertThat(sum.counts().byWord()).containsEntry("on-track", 1).containsEntry("behind", 1);
  }

  @Test
  void aRatioIsNeverAMeanOfPercentages() {
    Indicator share = indicator(Aggregation.RATIO, Direction.MORE);
    add(Targets.of(Kind.RATIO).value("80").indicator(share), Said.share(1, DAY, "90", "100"));
    add(Targets.of(Kind.RATIO).value("50").indicator(share), Said.share(2, DAY, "1", "10"));
    RollupFigures figures = figures(share);
    assertThat(figures.promised()).isEqualByComparingTo("77.2727");
    assertThat(figures.reached()).isEqualByComparingTo("82.7273");
    assertThat(figures.light()).isEqualTo(Light.ACHIEVED);
  }

  @Test
  void aRatioCountsTheUnreportedOverTheirKnownBase() {
    Indicator share = indicator(Aggregation.RATIO, Direction.MORE);
    add(Targets.of(Kind.RATIO).value("80").indicator(share), Said.share(1, DAY, "90", "100"));
    add(Targets.of(Kind.RATIO).value("80").base("100").indicator(share));
    assertThat(figures(share).reached()).isEqualByComparingTo("45");
    assertThat(sum.counts().reported()).isEqualTo(1);
  }

  @Test
  void theBasesOfItsPartsAreATargetsBaseWhereAllAreKnown() {
    Indicator share = indicator(Aggregation.RATIO, Direction.MORE);
    Targets split = Targets.of(Kind.RATIO).value("80").indicator(share);
    add(Targets.of(Kind.RATIO).value("80").indicator(share), Said.share(1, DAY, "90", "100"));
    add(split.parts("east 80 60", "west 80"));
    assertThat(figures(share).reached()).isEqualByComparingTo("90");
    add(split.parts("east 80 60", "west 80 40"));
    assertThat(figures(share).reached()).isEqualByComparingTo("45");
  }

  @Test
  void aRatioWithoutAnyBaseIsToldOfOneTargetOnly() {
    Indicator share = indicator(Aggregation.RATIO, Direction.MORE);
    add(Targets.of(Kind.RATIO).value("80").indicator(share));
    assertThat(figures(share).promised()).isEqualByComparingTo("80");
    assertThat(figures(share).reached()).isNull();
    add(Targets.of(Kind.RATIO).value("90").indicator(share));
    assertThat(figures(share).promised()).isNull();
    assertThat(figures(share).light()).isEqualTo(Light.BEHIND);
  }

  @Test
  void percentagesAreNotSummed() {
    Indicator wrong = indicator(Aggregation.SUM, Direction.MORE);
    add(Targets.of(Kind.RATIO).value("80").indicator(wrong), Said.share(1, DAY, "90", "100"));
    assertThat(figures(wrong).reached()).isEqualByComparingTo("0");
    assertThat(sum.counts().targets()).isEqualTo(1);
  }

  @Test
  void whatFallsCountsTheUnreportedAtTheirBaseline() {
    Indicator fewer = indicator(Aggregation.SUM, Direction.LESS);
    Targets each =
        Targets.of(Kind.QUANTITY)
            .operator(Operator.AT_MOST)
            .value("20")
            .baseline("50")
            .indicator(fewer);
    add(each, Said.reported(1, DAY, "20"));
    add(each);
    RollupFigures figures = figures(fewer);
    assertThat(figures.promised()).isEqualByComparingTo("40");
    assertThat(figures.reached()).isEqualByComparingTo("70");
    assertThat(figures.share()).isEqualByComparingTo("0.5");
    assertThat(figures.light()).isEqualTo(Light.ON_TRACK);
  }

  @Test
  void theLargestAndTheLatestAreFoundAmongTheTargets() {
    for (Aggregation aggregation : List.of(Aggregation.MAX, Aggregation.LATEST)) {
      sum = Contribution.ZERO;
      candidates.clear();
      Indicator one = indicator(aggregation, Direction.MORE);
      add(
          Targets.of(Kind.QUANTITY).value("10").indicator(one),
          Said.reported(1, "2022-05-31", "9"));
      add(Targets.of(Kind.QUANTITY).value("8").indicator(one), Said.reported(2, "2022-06-30", "4"));
      BigDecimal reached = aggregation == Aggregation.MAX ? new BigDecimal(9) : new BigDecimal(4);
      assertThat(figures(one).reached()).isEqualByComparingTo(reached);
    }
  }

  @Test
  void anIndicatorThatDoesNotAddUpShowsLightsOnly() {
    Indicator none = indicator(Aggregation.NONE, Direction.MORE);
    add(Targets.of(Kind.QUANTITY).value("10").indicator(none), Said.reported(1, DAY, "9"));
    assertThat(figures(none).promised()).isNull();
    assertThat(figures(none).light()).isEqualTo(Light.ON_TRACK);
  }

  @Test
  void aRollupOfOneTargetShinesAsItDoes() {
    Indicator seats = indicator(Aggregation.SUM, Direction.MORE);
    add(
        Targets.of(Kind.QUANTITY).operator(Operator.ABOUT).value("500").indicator(seats),
        Said.reported(1, DAY, "480"));
    assertThat(figures(seats).light()).isEqualTo(Light.ACHIEVED);
  }

  @Test
  void whatFallsIsReachedTogetherOnlyWhenAllHaveReported() {
    Indicator fewer = indicator(Aggregation.SUM, Direction.LESS);
    Targets each =
        Targets.of(Kind.QUANTITY).operator(Operator.AT_MOST).value("20").indicator(fewer);
    add(each, Said.reported(1, DAY, "30"));
    add(each, Said.reported(2, DAY, "10"));
    assertThat(figures(fewer).light()).isEqualTo(Light.ACHIEVED);
    assertThat(figures(fewer).share()).isEqualByComparingTo("1");
    add(each);
    assertThat(figures(fewer).light()).isNotEqualTo(Light.ACHIEVED);
  }

  @Test
  void whatIsAllowedOfWhatThereIsNeverExceedsAll() {
    Indicator fewer = indicator(Aggregation.SUM, Direction.LESS);
    Targets each = Targets.of(Kind.QUANTITY).operator(Operator.AT_MOST).value("8").indicator(fewer);
    add(each);
    assertThat(figures(fewer).share()).isEqualByComparingTo("0");
    add(each, Said.reported(1, DAY, "0"));
    assertThat(figures(fewer).share()).isEqualByComparingTo("1");
    add(each, Said.reported(2, DAY, "48"));
    assertThat(figures(fewer).share()).isEqualByComparingTo("0.5");
  }

  @Test
  void aLimitForTheYearIsKeptOnlyWhenTheYearIsOverAndLostWhenItIsPassed() {
    Indicator accidents =
        new Indicator(
            "k", "事故", "n", "起", Aggregation.SUM, Direction.LESS, Indicator.Measure.FLOW, null);
    Targets each =
        Targets.of(Kind.QUANTITY).operator(Operator.AT_MOST).value("8").indicator(accidents);
    add(each, Said.reported(1, DAY, "9"));
    add(each, Said.reported(2, DAY, "2"));
    assertThat(figures(accidents).light()).isEqualTo(Light.ON_TRACK);
    add(each, Said.reported(3, DAY, "20"));
    assertThat(figures(accidents).light()).isEqualTo(Light.BEHIND);
    assertThat(figures(accidents).share()).isEqualByComparingTo("0.7742");
  }

  @Test
  void whatRisesIsReachedTogetherWhateverOneOfThemLacks() {
    Indicator seats = indicator(Aggregation.SUM, Direction.MORE);
    Targets each = Targets.of(Kind.QUANTITY).value("20").indicator(seats);
    add(each, Said.reported(1, DAY, "30"));
    add(each, Said.reported(2, DAY, "10"));
    assertThat(figures(seats).light()).isEqualTo(Light.ACHIEVED);
  }
}
