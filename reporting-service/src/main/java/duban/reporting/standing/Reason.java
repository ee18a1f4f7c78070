package duban.reporting.standing;

import duban.contracts.Text;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Why a light is what it is: one sentence that a head of bureau can read out. */
public final class Reason {

  private Reason() {}

  public static Text of(Definition definition, Standing standing) {
    Text value = value(definition, standing);
    Text verdict = verdict(definition, standing);
    Text silence = silence(definition, standing);
    return new Text(
        value.zh() + "，" + verdict.zh() + silence.zh() + "。",
        value.en() + "; " + verdict.en() + silence.en() + ".");
  }

  private static Text value(Definition definition, Standing standing) {
    BigDecimal figure = standing.figure();
    if (figure == null) {
      return new Text("尚无报送", "Nothing reported yet");
    }
    String promised = plain(definition.promised());
    if (definition.isShare()) {
      String part = "(" + plain(standing.numerator()) + "/" + plain(standing.denominator()) + ")";
      String percent = plain(figure.setScale(2, RoundingMode.DOWN));
      return new Text(
          "现为 " + percent + "% " + part + "，目标 " + promised + "%",
          percent + " % " + part + " of a promised " + promised + " %");
    }
    String share = percent(standing.done());
    String unit = definition.target().unit() == null ? "" : " " + definition.target().unit();
    return new Text(
        "完成 " + plain(figure) + "/" + promised + unit + "（" + share + "%）",
        plain(figure) + " of " + promised + " (" + share + " %)");
  }

  private static Text verdict(Definition definition, Standing standing) {
    String pace = percent(standing.pace());
    return switch (standing.light()) {
      case ACHIEVED -> new Text("已达成", "the promise is kept");
      case OVERDUE -> overdue(definition.due(), standing.day());
      case ON_TRACK ->
          new Text(
              "时序应达 " + pace + "%，不低于时序的九成",
              pace + " % is due by now, at least nine tenths of it is done");
      case AT_RISK ->
          new Text(
              "时序应达 " + pace + "%，不足时序的九成",
              pace + " % is due by now, less than nine tenths of it is done");
      case BEHIND ->
          new Text(
              "时序应达 " + pace + "%，不足时序的七成",
              pace + " % is due by now, less than seven tenths of it is done");
      case NOT_DUE -> notDue(definition.start(), standing.day());
    };
  }

  private static Text overdue(LocalDate due, LocalDate day) {
    long days = ChronoUnit.DAYS.between(due, day);
    return new Text(
        "应于 " + due + " 完成，已逾期 " + days + " 天", "due on " + due + ", " + days + " days overdue");
  }

  private static Text notDue(LocalDate start, LocalDate day) {
    return day.isBefore(start)
        ? new Text(start + " 才开始", "starts on " + start)
        : new Text("目前尚无应完成量", "nothing is due yet");
  }

  private static Text silence(Definition definition, Standing standing) {
    if (!standing.unreported()) {
      return new Text("", "");
    }
    int limit = definition.reportingIntervalDays();
    return new Text("；超过 " + limit + " 天未报送", "; no report for more than " + limit + " days");
  }

  /** Rounded down, so that nothing unfinished ever reads as 100 %. */
  private static String percent(BigDecimal share) {
    return plain(share.multiply(Definition.HUNDRED).setScale(1, RoundingMode.DOWN));
  }

  private static String plain(@Nullable BigDecimal number) {
    return number == null ? "" : number.stripTrailingZeros().toPlainString();
  }
}
