package duban.document.promise;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The part of a clause that speaks of one amount.
 *
 * @param from in the paragraph's words
 * @param to exclusive
 */
record Segment(Clause clause, int from, int to, Amount amount) {

  /** What may stand before a verb and is not what it is about: 在区内优质学校设立…. */
  private static final Pattern LEADS =
      Pattern.compile(
          "[在对为向以从按与将把由给][^，]*|(?:全[区市县镇年省]|今年|年内|本年度?|我[区市县]|其中|□+年?|" + Verbs.ADVERBS + ")*");

  private static final Pattern FROM = Pattern.compile("[从由][^，、]{0,14}$");
  private static final Pattern PAST =
      Pattern.compile("(?:[较比]|（)(?:上年|去年|前年|□{4,5}年?)(?:的|同期|为)?$");
  private static final Pattern BASIS = Pattern.compile("在[^，]{0,10}$");

  private static final List<String> JOINS = List.of("以及", "、", "和", "及", "与", "并", "或");

  static List<Segment> of(Clause clause, List<Amount> amounts) {
    List<Segment> segments = new ArrayList<>();
    int from = clause.from();
    for (int i = 0; i < amounts.size(); i++) {
      boolean last = i == amounts.size() - 1;
      int to = last ? clause.to() : border(clause, amounts.get(i), amounts.get(i + 1));
      Segment segment = new Segment(clause, from, to, amounts.get(i));
      if (segment.isPast()) {
        from = skipJoin(clause, to);
      } else if (last || !segment.leadsTo(amounts.get(i + 1))) {
        segments.add(segment);
        from = skipJoin(clause, to);
      }
    }
    return segments;
  }

  /** Where one amount's words end and the next one's begin. */
  private static int border(Clause clause, Amount amount, Amount next) {
    String between = clause.text().open().substring(amount.to(), next.from());
    for (String join : JOINS) {
      if (between.startsWith(join)) {
        return amount.to();
      }
    }
    for (String join : JOINS) {
      if (between.endsWith(join)) {
        return next.from() - join.length();
      }
    }
    for (String join : JOINS.subList(0, 5)) {
      int at = between.indexOf(join);
      if (at > 0) {
        return amount.to() + at;
      }
    }
    return between.isEmpty() || !startsPromise(between) ? next.from() : amount.to();
  }

  /** Whether the words behind an amount already lead to the next: 10个新增教师20名. */
  private static boolean startsPromise(String between) {
    return Verbs.at(between) != null && between.length() > 3;
  }

  private static int skipJoin(Clause clause, int at) {
    String rest = clause.text().open().substring(at, clause.to());
    return JOINS.stream().filter(rest::startsWith).findFirst().map(j -> at + j.length()).orElse(at);
  }

  /** Its words before the amount. */
  String before() {
    return clause.text().words().substring(from, Math.max(from, amount.from()));
  }

  String openBefore() {
    return clause.text().open().substring(from, Math.max(from, amount.from()));
  }

  /** Its words behind the amount. */
  String after() {
    return clause.text().words().substring(amount.to(), Math.max(amount.to(), to));
  }

  String openAfter() {
    return clause.text().open().substring(amount.to(), Math.max(amount.to(), to));
  }

  /** Where the promise begins: at its verb, unless the verb only measures what stands before it. */
  int promise() {
    String before = openBefore();
    int verb = Verbs.start(before);
    boolean leads = verb >= 0 && LEADS.matcher(before.substring(0, verb)).matches();
    return !leads || CountRule.MEASURED.matcher(Verbs.without(before.substring(verb))).matches()
        ? from
        : from + verb;
  }

  /** 较上年46.2亿元, （2023年为3万个）: a figure of the year before. */
  private boolean isPast() {
    return PAST.matcher(ahead()).find();
  }

  /** 由17家压减至5家, 76所学校供餐率100%: only with the next amount do its words promise. */
  private boolean leadsTo(Amount next) {
    String between = clause.text().open().substring(amount.to(), next.from());
    return FROM.matcher(openBefore()).find()
        || (BASIS.matcher(ahead()).find() && between.startsWith("的基础上"))
        || (next.isShare() && !amount.isShare() && JOINS.stream().noneMatch(between::contains))
        || ((next.each() || between.contains("各")) && !between.contains("、"));
  }

  /** All of the clause before the amount. */
  private String ahead() {
    return clause.text().open().substring(clause.from(), Math.max(clause.from(), amount.from()));
  }
}
