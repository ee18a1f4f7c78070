package duban.document.promise;

import duban.contracts.plan.Target.Kind;
import duban.contracts.plan.Target.Operator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** 覆盖率达90%以上; 85%以上的中小学创成智慧校园; 不少于应交流人数的15%: a part of a whole. */
final class ShareRule {

  private static final Pattern OF_WHOM = Pattern.compile("(?:.*[于到达占])?(?<whom>[^于到达占]{2,16}?)的$");
  private static final Pattern WHO =
      Pattern.compile("的?(?<who>[\\p{IsHan}]{2,14}?)(?:" + Verbs.STRONG + "|都|达|均|配|参加|建|创|能|有).*");

  private static final Pattern COMPARED =
      Pattern.compile("(?:不少于|不低于|不超过|不高于|高于|低于|超过|达到?|控制在|[从由]|(?:提高|提升|增加|上升|降低|压减)?[到至]$).*$");

  private ShareRule() {}

  static Found find(Segment segment) {
    Amount amount = compared(segment);
    int from = segment.from();
    int to = Math.max(amount.to(), segment.to());
    Kind kind = isCoverage(segment) ? Kind.COVERAGE : Kind.RATIO;
    Found found =
        Found.of(from, to, kind, title(segment), 95).counting(amount).about(scope(segment));
    if (!amount.measure().equals("%")) {
      found = found.towards(segment.before().matches(".*(?:降|减|压|缩).*") ? "down" : "up");
    }
    return segment.openBefore().matches(".*(?:(?<![较比在])(?:去年|上年)|目前|已|现有|截至).*")
        ? found.doubting(Doubtful.STATE, 55)
        : found;
  }

  /** The comparing word may stand before the whole: 不少于应交流人数的15%. */
  private static Amount compared(Segment segment) {
    String before = segment.openBefore();
    if (segment.amount().operator() != Operator.EQUAL) {
      return segment.amount();
    }
    if (before.matches(".*(?:不少于|不低于|超过|高于|达到?)[^，]{1,16}的$")) {
      return segment.amount().compared(Operator.AT_LEAST);
    }
    return before.matches(".*(?:不超过|不高于|低于|控制在)[^，]{1,16}的$")
        ? segment.amount().compared(Operator.AT_MOST)
        : segment.amount();
  }

  private static boolean isCoverage(Segment segment) {
    return segment.amount().isHundredPercent() || segment.before().endsWith("覆盖率");
  }

  /** The words before the comparing word; where the share itself comes first, those behind it. */
  private static String title(Segment segment) {
    String before = COMPARED.matcher(Verbs.without(segment.before())).replaceFirst("");
    String title = (before + segment.after()).replaceFirst("^(?:其中|的)", "");
    return title.isEmpty() ? segment.clause().words() : title;
  }

  private static @org.jspecify.annotations.Nullable String scope(Segment segment) {
    Matcher whole = OF_WHOM.matcher(segment.before() + within(segment));
    if (whole.matches()) {
      return whole.group("whom");
    }
    Matcher who = WHO.matcher(segment.after());
    return who.matches() ? who.group("who") : null;
  }

  /** The words between a comparing word and its figure: 不少于[应交流人数的]15%. */
  private static String within(Segment segment) {
    Amount amount = segment.amount();
    return segment.clause().text().words().substring(amount.from(), amount.figure());
  }
}
