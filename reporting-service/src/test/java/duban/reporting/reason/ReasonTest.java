package duban.reporting.reason;

import static duban.reporting.standing.Said.noted;
import static duban.reporting.standing.Said.reported;
import static duban.reporting.standing.Said.share;
import static duban.reporting.standing.Said.stands;
import static duban.reporting.standing.Said.stepped;
import static org.assertj.core.api.Assertions.assertThat;

import duban.contracts.Text;
import duban.contracts.plan.Target.Kind;
import duban.contracts.plan.Target.Milestone;
import duban.contracts.plan.Target.Operator;
import duban.reporting.standing.Observation;
import duban.reporting.standing.Targets;
import org.junit.jupiter.api.Test;

/** What was achieved and what is missing, kind by kind; what was due by then is LightTest's. */
class ReasonTest {

  private static final String DAY = "2022-06-30";
  private static final Targets AT_MOST_45 =
      Targets.of(Kind.QUANTITY).operator(Operator.AT_MOST).value("45");

  private static Targets percent(Operator operator, String value) {
    return Targets.of(Kind.RATIO).operator(operator).value(value);
  }

  /** The sentence without the clause that measures it by its pace. */
  private static void says(Targets target, Observation said, String zh, String en) {
    Text reason = Reason.of(target.definition(), stands(target, DAY, said));
    assertThat(reason.zh().replaceFirst("，应于 [^；。]*", "")).isEqualTo(zh);
    assertThat(reason.en().replaceFirst("; due on [^;]*(?=; |\\.$)", "")).isEqualTo(en);
  }

  @Test
  void whatFallsSaysFromWhereAndHowFar() {
    says(
        Targets.of(Kind.QUANTITY).operator(Operator.AT_MOST).value("45").baseline("50"),
        reported(1, DAY, "48"),
        "现为 48 个，应不超过 45 个（自 50 起已降 40%）。",
        "48 against at most 45 (40 % of the way from 50).");
    says(
        AT_MOST_45,
        reported(1, DAY, "48"),
        "现为 48 个，应不超过 45 个（按目标计 93.7%）。",
        "48 against at most 45 (93.7 % by the promise).");
    says(
        Targets.of(Kind.QUANTITY).operator(Operator.AT_MOST).strict().value("45"),
        reported(1, DAY, "45"),
        "现为 45 个，应少于 45 个（按目标计 99.9%）。",
        "45 against less than 45 (99.9 % by the promise).");
  }

  @Test
  void whatIsPromisedLooselySaysSo() {
    says(
        Targets.of(Kind.QUANTITY).operator(Operator.ABOUT).value("100"),
        reported(1, DAY, "40"),
        "完成 40/100 个（40%，容差 5%）。",
        "40 of 100 (40 %, 5 % tolerated).");
    says(
        Targets.of(Kind.QUANTITY).range("8", "10"),
        reported(1, DAY, "6"),
        "完成 6/8 个（75%，至多 10）。",
        "6 of 8 (75 %, up to 10).");
    says(
        Targets.of(Kind.QUANTITY).strict().value("45"),
        reported(1, DAY, "45"),
        "完成 45/45 个（99.9%，须超过）。",
        "45 of 45 (99.9 %, more is due).");
  }

  @Test
  void aShareSaysHowManyItLacks() {
    says(
        percent(Operator.AT_LEAST, "85"),
        share(1, DAY, "16", "20"),
        "现为 80% (16/20)，目标 85%（完成 94.1%）；还差 1。",
        "80 % (16/20) of a promised 85 % (94.1 % done); 1 missing.");
    says(
        percent(Operator.AT_LEAST, "85").strict(),
        share(1, DAY, "17", "20"),
        "现为 85% (17/20)，目标 85%（完成 99.9%，须超过）；还差 1。",
        "85 % (17/20) of a promised 85 % (99.9 % done, more is due); 1 missing.");
    says(
        percent(Operator.AT_LEAST, "85").strict(),
        share(1, DAY, "18.5", "22"),
        "现为 84.09% (18.5/22)，目标 85%（完成 98.9%，须超过）；还差 0.2。",
        "84.09 % (18.5/22) of a promised 85 % (98.9 % done, more is due); 0.2 missing.");
    says(
        percent(Operator.AT_LEAST, "85").strict(),
        share(1, DAY, "5", "9"),
        "现为 55.55% (5/9)，目标 85%（完成 65.3%，须超过）；还差 3。",
        "55.55 % (5/9) of a promised 85 % (65.3 % done, more is due); 3 missing.");
  }

  @Test
  void aShareThatMustBeSmallSaysHowManyAreTooMany() {
    says(
        percent(Operator.AT_MOST, "10"),
        share(1, DAY, "11", "105"),
        "现为 10.47% (11/105)，应不超过 10%（按目标计 95.4%）；超出 1。",
        "10.47 % (11/105) against at most 10 % (95.4 % by the promise); 1 too many.");
    says(
        percent(Operator.AT_MOST, "10"),
        share(1, DAY, "1.5", "9.5"),
        "现为 15.78% (1.5/9.5)，应不超过 10%（按目标计 63.3%）；超出 0.55。",
        "15.78 % (1.5/9.5) against at most 10 % (63.3 % by the promise); 0.55 too many.");
    says(
        percent(Operator.AT_MOST, "10").strict(),
        share(1, DAY, "10", "100"),
        "现为 10% (10/100)，应少于 10%（按目标计 99.9%）；超出 1。",
        "10 % (10/100) against less than 10 % (99.9 % by the promise); 1 too many.");
    says(
        percent(Operator.AT_MOST, "10").strict(),
        share(1, DAY, "11", "105"),
        "现为 10.47% (11/105)，应少于 10%（按目标计 95.4%）；超出 1。",
        "10.47 % (11/105) against less than 10 % (95.4 % by the promise); 1 too many.");
    says(
        percent(Operator.AT_MOST, "10").strict(),
        share(1, DAY, "10.5", "105"),
        "现为 10% (10.5/105)，应少于 10%（按目标计 99.9%）。",
        "10 % (10.5/105) against less than 10 % (99.9 % by the promise).");
  }

  @Test
  void whatIsDoneOrNotAndWhatHasWordsOnly() {
    Targets scheme = Targets.of(Kind.DEADLINE);
    assertThat(Reason.of(scheme.definition(), stands(scheme, DAY, reported(1, DAY, "0"))).en())
        .startsWith("Not done (0 %); due on 2022-12-31");
    assertThat(Reason.of(scheme.definition(), stands(scheme, DAY, reported(1, DAY, "1"))))
        .isEqualTo(
            new Text("已完成，已达成（截止 2022-12-31）。", "Done; the promise is kept (due on 2022-12-31)."));
    says(Targets.of(Kind.NARRATIVE), noted(1, DAY, "40", null), "进度 40%。", "40 % done.");
  }

  @Test
  void whatIsNotDueSaysWhetherItHasBegun() {
    Targets autumn = Targets.of(Kind.QUANTITY).value("10").from("2022-09-01");
    assertThat(Reason.of(autumn.definition(), stands(autumn, DAY)))
        .isEqualTo(
            new Text(
                "尚无报送，2022-09-01 才开始，应于 2022-12-31 完成。",
                "Nothing reported yet; starts on 2022-09-01, due on 2022-12-31."));
    Targets seats = Targets.of(Kind.QUANTITY).value("10");
    assertThat(Reason.of(seats.definition(), stands(seats, "2022-01-01")).en())
        .isEqualTo("Nothing reported yet; nothing is due yet, due on 2022-12-31.");
  }

  @Test
  void moreNamesThanASentenceBearsAreCounted() {
    says(
        Targets.of(Kind.PROJECT).projects("a", "b", "c", "d", "e"),
        stepped(1, DAY, "a", Milestone.STARTED),
        "完成 0/5 个（0%）；未完成：a、b、c、d、e。",
        "0 of 5 (0 %); not finished: a, b, c, d, e.");
    says(
        Targets.of(Kind.PROJECT).projects("a", "b", "c", "d", "e", "f"),
        stepped(1, DAY, "a", Milestone.STARTED),
        "完成 0/6 个（0%）；未完成：a、b、c、d、e 等 6。",
        "0 of 6 (0 %); not finished: a, b, c, d, e of 6.");
  }
}
