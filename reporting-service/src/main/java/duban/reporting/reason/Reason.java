package duban.reporting.reason;

import duban.contracts.Text;
import duban.reporting.promise.Comparison;
import duban.reporting.promise.Definition;
import duban.reporting.standing.Light;
import duban.reporting.standing.Standing;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Why a light is what it is: one sentence that a head of bureau can read out. It names what is
 * done, what is due by now, the limit that it was measured by and the due day, then what is missing
 * and what stands beside the light.
 */
public final class Reason {

  private Reason() {}

  public static Text of(Definition definition, Standing standing) {
    Text sentence = Achievement.of(definition, standing);
    Text verdict = verdict(definition, standing);
    StringBuilder zh = new StringBuilder(sentence.zh()).append('，').append(verdict.zh());
    StringBuilder en = new StringBuilder(sentence.en()).append("; ").append(verdict.en());
    for (Text remark : Remarks.of(definition, standing)) {
      zh.append('；').append(remark.zh());
      en.append("; ").append(remark.en());
    }
    return new Text(zh.append('。').toString(), en.append('.').toString());
  }

  private static Text verdict(Definition definition, Standing standing) {
    Text ofLimit = definition.isLimit() ? ofLimit(definition, standing) : null;
    return ofLimit != null ? ofLimit : byPace(definition, standing);
  }

  /** A limit that holds so far, or no longer, is measured by nothing; null where it is. */
  private static @Nullable Text ofLimit(Definition definition, Standing standing) {
    BigDecimal figure = standing.figure();
    boolean lost = figure != null && !Comparison.reached(definition, figure);
    return switch (standing.light()) {
      case ON_TRACK ->
          new Text(
              "至 " + definition.due() + " 期满方可判定",
              "decided when its time is over on " + definition.due());
      case BEHIND -> lost ? new Text("已无法达成", "it can no longer be kept") : null;
      case ACHIEVED, OVERDUE, AT_RISK, NOT_DUE -> null;
    };
  }

  private static Text byPace(Definition definition, Standing standing) {
    LocalDate due = definition.due();
    return switch (standing.light()) {
      case ACHIEVED -> new Text("已达成（截止 " + due + "）", "the promise is kept (due on " + due + ")");
      case OVERDUE -> overdue(due, standing.day());
      case ON_TRACK -> measured(definition, standing, "，不低于其 ", ", at least ", " is done");
      case AT_RISK -> atRisk(definition, standing);
      case BEHIND -> measured(definition, standing, "，不足其 ", ", less than ", " is done");
      case NOT_DUE -> notDue(definition, standing.day());
    };
  }

  /** The pace, the limit as a share of it and as a figure of its own, and the due day. */
  private static Text measured(
      Definition definition, Standing standing, String zh, String en, String enEnd) {
    BigDecimal from =
        standing.light() == Light.BEHIND
            ? definition.settings().atRiskFrom()
            : definition.settings().onTrackFrom();
    Text pace = pace(definition, standing);
    return new Text(
        pace.zh() + zh + limit(from, standing).zh(),
        pace.en() + en + limit(from, standing).en() + enEnd);
  }

  private static Text atRisk(Definition definition, Standing standing) {
    Text pace = pace(definition, standing);
    Text above = limit(definition.settings().onTrackFrom(), standing);
    Text below = limit(definition.settings().atRiskFrom(), standing);
    return new Text(
        pace.zh() + "，不足其 " + above.zh() + "，不低于其 " + below.zh(),
        pace.en() + ", less than " + above.en() + " but at least " + below.en() + " is done");
  }

  private static Text pace(Definition definition, Standing standing) {
    String pace = percent(standing.pace());
    return new Text(
        "应于 " + definition.due() + " 完成，时序应达 " + pace + "%",
        "due on " + definition.due() + ", " + pace + " % of it by now");
  }

  private static Text limit(BigDecimal from, Standing standing) {
    String share = percent(from);
    String figure = percent(standing.pace().multiply(from));
    return new Text(share + "%（" + figure + "%）", share + " % of that (" + figure + " %)");
  }

  private static Text overdue(LocalDate due, LocalDate day) {
    long days = ChronoUnit.DAYS.between(due, day);
    return new Text(
        "应于 " + due + " 完成，已逾期 " + days + " 天", "due on " + due + ", " + days + " days overdue");
  }

  private static Text notDue(Definition definition, LocalDate day) {
    Text when =
        day.isBefore(definition.start())
            ? new Text(definition.start() + " 才开始", "starts on " + definition.start())
            : new Text("目前尚无应完成量", "nothing is due yet");
    return new Text(
        when.zh() + "，应于 " + definition.due() + " 完成", when.en() + ", due on " + definition.due());
  }

  /** Rounded down, so that nothing unfinished ever reads as 100 %. */
  static String percent(BigDecimal share) {
    return plain(share.multiply(Definition.HUNDRED).setScale(1, RoundingMode.DOWN));
  }

  static String plain(@Nullable BigDecimal number) {
    return number == null ? "" : number.stripTrailingZeros().toPlainString();
  }
}
