package duban.document.promise;

import duban.contracts.plan.Target.Kind;
import duban.contracts.plan.Target.Period;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** 每学期上1次思政课, 每月1次, 一月一测: so many in each period. */
final class FrequencyRule {

  private static final Pattern EVERY =
      Pattern.compile(
          "(?:每个?|[一1])(?<period>半年|学期|学年|季度|季|个?月|周|星期|[日天年])(?!.*每(?:学期|月|周|季))(?<between>[^每]{0,24})$");
  private static final Pattern PER = Pattern.compile("^/(?<period>学期|学年|季度|月|周|天|年).*");
  private static final String EVENTS = "次场节期轮课时小时分钟学时门篇本堂课天遍个批";

  private static final String YEARLY = "次场节期轮遍";

  private FrequencyRule() {}

  /** Empty where the amount holds for the plan's whole time. */
  static Optional<Found> find(Segment segment) {
    Amount amount = segment.amount();
    Matcher everyWord = EVERY.matcher(segment.openBefore());
    Matcher per = PER.matcher(segment.openAfter());
    boolean before = everyWord.find();
    if (!(before || per.matches()) || !isEvent(segment)) {
      return Optional.empty();
    }
    int from = before ? segment.from() + everyWord.start() : segment.promise();
    int to = segment.openAfter().length() > 1 ? segment.to() : amount.to();
    Rhythm rhythm = Rhythm.of(before ? everyWord.group("period") : per.group("period"));
    return Optional.of(
        Found.of(
                from,
                to,
                Kind.FREQUENCY,
                CountRule.title(segment, from, to),
                amount.written() ? 92 : 82)
            .counting(amount)
            .each(rhythm.period(), rhythm.unit())
            .withNoEnd());
  }

  /** 每年培训5000人次 counts over the plan's year and is no frequency; 每年2次 is one. */
  private static boolean isEvent(Segment segment) {
    Amount amount = segment.amount();
    boolean yearly = segment.openBefore().contains("每年");
    return !amount.isShare()
        && !amount.isMoney()
        && (yearly ? YEARLY : EVENTS).contains(amount.measure());
  }

  /**
   * How often, and how the unit says it.
   *
   * @param period null for a day: no plan is followed up that closely
   */
  private record Rhythm(@Nullable Period period, String unit) {

    static Rhythm of(String word) {
      return switch (word) {
        case "日", "天" -> new Rhythm(null, "天");
        case "周", "星期" -> new Rhythm(Period.WEEK, "周");
        case "月", "个月" -> new Rhythm(Period.MONTH, "月");
        case "季", "季度" -> new Rhythm(Period.QUARTER, "季度");
        case "学期", "半年" -> new Rhythm(Period.TERM, "学期");
        default -> new Rhythm(Period.YEAR, "年");
      };
    }
  }
}
