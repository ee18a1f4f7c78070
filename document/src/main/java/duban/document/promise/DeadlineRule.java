package duban.document.promise;

import duban.contracts.plan.Target.Kind;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** 2022年创成…, 6月底前建成…, 分两年实施…: done by a day, with no figure. */
final class DeadlineRule {

  private static final String DAY =
      "(?:20\\d\\d年(?:\\d{1,2}月)?(?:\\d{1,2}日)?|\\d{1,2}月(?:\\d{1,2}日)?)(?:底|末|初|中旬|上旬|下旬|上半年|下半年|秋季?|春季?|暑期)?(?:之?前|以前|内)?|年底(?:之?前)?|年内|上半年|下半年|暑期(?:前)?|(?:秋|春)?(?:学期|开学)(?:前|末|初)";
  private static final String DONE =
      "创成|建成|完成|投用|投入使用|竣工|通过|实现|封顶|开工|启用|交付|出台|挂牌|开学|招生|开园|达标|落成|上线|运行|修订|制定|编制|发布|公布|兑现|发放|到位|销号|签订|开通|完工";
  private static final Pattern BY_DAY =
      Pattern.compile(
          "(?:力争|确保|计划|预计|争取|在|于|至|到)*(?<day>" + DAY + ")(?<rest>[^，]*?(?:" + DONE + ").*)");
  private static final Pattern DAY_BEHIND =
      Pattern.compile(
          "(?<rest>[^，]{2,30}?)(?:力争|确保|计划|预计|在|于|至)*(?:"
              + DAY
              + ")(?:全面|全部|基本)?(?:"
              + DONE
              + ")$");
  private static final Pattern IN_YEARS =
      Pattern.compile("分(?<years>[两三四五2-5])年(?:实施|完成|推进|建成|落实)(?<what>.{2,})");

  /** 完成, 全面竣工, 完成验收: done, and what is done stands in the clause before. */
  private static final Pattern BARE =
      Pattern.compile("(?:全面|全部|基本|如期|顺利)*(?:" + DONE + ")(?:验收|整改|建设|任务|工作|改造|施工)?");

  private static final Pattern PRECEDED = Pattern.compile(".*(?:自|从|起|以来|截至|截止|去年|印发|关于).*");

  private DeadlineRule() {}

  static Optional<Found> inYears(Clause clause) {
    Matcher matcher = IN_YEARS.matcher(clause.words());
    if (!matcher.find()) {
      return Optional.empty();
    }
    int years = "零一两三四五".indexOf(matcher.group("years"));
    years = years > 0 ? years : Integer.parseInt(matcher.group("years"));
    Amount amount = Amount.of(clause.from() + matcher.start("years"), years, "年");
    return Optional.of(
        Found.of(
                clause.from() + matcher.start(),
                clause.to(),
                Kind.DEADLINE,
                matcher.group("what"),
                85)
            .counting(amount));
  }

  static Optional<Found> byDay(Clause clause) {
    Matcher matcher = BY_DAY.matcher(clause.words());
    if (!matcher.matches()) {
      matcher = DAY_BEHIND.matcher(clause.words());
    }
    if (!matcher.matches() || PRECEDED.matcher(clause.open()).matches()) {
      return Optional.empty();
    }
    return Optional.of(
        Found.of(
            clause.from(), clause.to(), Kind.DEADLINE, title(clause, matcher.group("rest")), 80));
  }

  private static String title(Clause clause, String rest) {
    if (!BARE.matcher(rest).matches()) {
      return rest;
    }
    String what = Verbs.without(clause.before());
    return what.isEmpty() || !rest.equals("完成") ? what + rest : what;
  }
}
