package duban.reporting.reason;

import duban.contracts.Text;
import duban.contracts.plan.Target.Operator;
import duban.reporting.promise.Comparison;
import duban.reporting.promise.Definition;
import duban.reporting.standing.Detail.PeriodState;
import duban.reporting.standing.Standing;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** What is done of what was promised, in words. */
final class Achievement {

  private Achievement() {}

  static Text of(Definition definition, Standing standing) {
    BigDecimal figure = standing.figure();
    if (figure == null) {
      return new Text("尚无报送", "Nothing reported yet");
    }
    return switch (definition.kind()) {
      case RATIO, COVERAGE -> share(definition, standing, figure);
      case QUANTITY, MONEY, PROJECT -> amount(definition, standing, figure);
      case DEADLINE ->
          figure.signum() > 0 ? new Text("已完成", "Done") : new Text("尚未完成（0%）", "Not done (0 %)");
      case FREQUENCY -> periods(standing, figure);
      case NARRATIVE ->
          new Text("进度 " + Reason.plain(figure) + "%", Reason.plain(figure) + " % done");
    };
  }

  private static Text amount(Definition definition, Standing standing, BigDecimal figure) {
    String value = Reason.plain(figure);
    String promised = Reason.plain(definition.promised());
    String share = Reason.percent(standing.done());
    String unit = definition.target().unit() == null ? "" : " " + definition.target().unit();
    if (definition.isLimit()) {
      Text bar = bar(definition, promised);
      Text within = within(definition, figure);
      return new Text(
          "累计 " + value + unit + "，全期应" + bar.zh() + unit + "（" + within.zh() + "）",
          value + " so far against " + bar.en() + " in all (" + within.en() + ")");
    }
    if (definition.falls()) {
      Text how = fallen(definition, share);
      Text bar = bar(definition, promised);
      return new Text(
          "现为 " + value + unit + "，应" + bar.zh() + unit + "（" + how.zh() + "）",
          value + " against " + bar.en() + " (" + how.en() + ")");
    }
    Text how = loosely(definition);
    return new Text(
        "完成 " + value + "/" + promised + unit + "（" + share + "%" + how.zh() + "）",
        value + " of " + promised + " (" + share + " %" + how.en() + ")");
  }

  private static Text within(Definition definition, BigDecimal figure) {
    return Comparison.reached(definition, figure)
        ? new Text("未超限", "within it")
        : new Text("已超限", "beyond it");
  }

  private static Text share(Definition definition, Standing standing, BigDecimal figure) {
    String parts =
        "(" + Reason.plain(standing.numerator()) + "/" + Reason.plain(standing.denominator()) + ")";
    String percent = Reason.plain(figure.setScale(2, RoundingMode.DOWN));
    String promised = Reason.plain(definition.promised());
    if (definition.falls()) {
      Text bar = bar(definition, promised);
      Text how = fallen(definition, Reason.percent(standing.done()));
      return new Text(
          "现为 " + percent + "% " + parts + "，应" + bar.zh() + "%（" + how.zh() + "）",
          percent + " % " + parts + " against " + bar.en() + " % (" + how.en() + ")");
    }
    Text how = loosely(definition);
    String done = Reason.percent(standing.done());
    return new Text(
        "现为 " + percent + "% " + parts + "，目标 " + promised + "%（完成 " + done + "%" + how.zh() + "）",
        percent
            + " % "
            + parts
            + " of a promised "
            + promised
            + " % ("
            + done
            + " % done"
            + how.en()
            + ")");
  }

  private static Text periods(Standing standing, BigDecimal figure) {
    long kept =
        standing.detail().periods().stream().filter(row -> row.state() == PeriodState.KEPT).count();
    int all = standing.detail().periods().size();
    String share = Reason.percent(standing.done());
    return new Text(
        "共 " + Reason.plain(figure) + " 次，" + all + " 期中 " + kept + " 期达标（" + share + "%）",
        Reason.plain(figure)
            + " in all, "
            + kept
            + " of "
            + all
            + " periods kept ("
            + share
            + " %)");
  }

  private static Text bar(Definition definition, String promised) {
    Text how = loosely(definition);
    return definition.isStrict()
        ? new Text("少于 " + promised, "less than " + promised)
        : new Text("不超过 " + promised + how.zh(), "at most " + promised + how.en());
  }

  private static Text fallen(Definition definition, String share) {
    @Nullable BigDecimal baseline = definition.target().baseline();
    return baseline == null
        ? new Text("按目标计 " + share + "%", share + " % by the promise")
        : new Text(
            "自 " + Reason.plain(baseline) + " 起已降 " + share + "%",
            share + " % of the way from " + Reason.plain(baseline));
  }

  /** How a promise may be kept by another figure than the one it names. */
  private static Text loosely(Definition definition) {
    if (definition.leeway().signum() > 0) {
      String leeway = Reason.percent(definition.leeway());
      return new Text("，容差 " + leeway + "%", ", " + leeway + " % tolerated");
    }
    BigDecimal high = definition.target().high();
    if (definition.target().operator() == Operator.RANGE && high != null && !definition.falls()) {
      return new Text("，至多 " + Reason.plain(high), ", up to " + Reason.plain(high));
    }
    return definition.isStrict() && !definition.falls()
        ? new Text("，须超过", ", more is due")
        : new Text("", "");
  }
}
