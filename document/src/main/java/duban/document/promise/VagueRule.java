package duban.document.promise;

import duban.contracts.plan.Target.Kind;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** 培育一批…, 评选…, 启动“…”工程, 比例逐步提高: a promise without a figure. */
final class VagueRule {

  private static final Pattern BATCH =
      Pattern.compile(
          "(?:[^，]{0,8}?)(?<verb>"
              + Verbs.STRONG
              + "|加强|形成|树立|涌现)(?:出)?(?:新)?(?<what>一批[^，]{2,40})");
  private static final Pattern CHOICE =
      Pattern.compile(
          "(?:积极|认真|组织|开展|做好|继续)*(?:评选|遴选|选树|表彰)(?<what>[^，]{2,30}(?:学校|教师|标兵|案例|团队|班主任|个人|集体|基地|校长|园|成果|之星|项目))$"
              + "|(?:积极|认真|组织|开展|做好|继续)*开展(?<event>[^，]{2,30}(?:评选|评比|表彰)(?:活动)?)$");
  private static final Pattern LAUNCH =
      Pattern.compile(
          "(?:全面|正式|积极|深入)*(?:启动|开启)(?:实施)?(?<what>[^，]{0,10}“□{2,}”[^，]{0,12}(?:工程|计划|行动|项目))$");
  private static final Pattern TREND =
      Pattern.compile(
          "(?<what>[^，]{2,30}(?:率|比例|占比|达成度|规模|人数|数量|指标|对象))(?<up>稳中有升|(?:逐步|不断|逐年|稳步|进一步|持续)(?:提高|提升|增长|增加)|再有突破|有所突破|明显提升|大幅提升)$"
              + "|(?:大幅|持续|进一步|稳步|逐步|有效)*(?<verb>提高|提升|降低|压减|调减|压缩|缩小|扩大)(?<of>[^，]{1,30}(?:率|比例|占比|规模|数量|达成度指标|达成度))$");

  private static final Pattern ENOUGH =
      Pattern.compile(
          "(?:开齐开足开好|开齐开足|配齐配足|配齐配强|配足配齐)(?<whom>[^，]{2,20})|(?<whose>[^，]{2,20})(?:应[\\p{IsHan}]尽[\\p{IsHan}])(?:率)?$");
  private static final Pattern EVENT =
      Pattern.compile(
          "(?:积极|认真|精心|组织|继续)*(?:举办|办好|承办|筹办)(?<what>[^，、]{2,30}(?:赛|节|培训班|论坛|展演|博览会|运动会))$");

  /** Most clauses hold none of these, which is found out many times faster. */
  private static final Pattern MAY_BE =
      Pattern.compile("一批|[评遴]选|选树|表彰|评比|启动|开启|办|配齐|配足|开齐|尽|率|比|达成度|规模|人数|数量|指标|对象");

  private VagueRule() {}

  static Optional<Found> find(Clause clause) {
    if (!MAY_BE.matcher(clause.open()).find()) {
      return Optional.empty();
    }
    return batch(clause)
        .or(() -> matched(clause, CHOICE, Kind.PROJECT, 55, Doubtful.NO_FIGURE))
        .or(() -> matched(clause, LAUNCH, Kind.PROJECT, 55, Doubtful.NO_FIGURE))
        .or(() -> matched(clause, EVENT, Kind.PROJECT, 55, Doubtful.NO_FIGURE))
        .or(() -> matched(clause, ENOUGH, Kind.COVERAGE, 55, Doubtful.NO_FIGURE))
        .or(() -> trend(clause));
  }

  private static Optional<Found> batch(Clause clause) {
    Matcher matcher = BATCH.matcher(clause.open());
    if (!clause.open().contains("一批") || !matcher.find()) {
      return Optional.empty();
    }
    int from = clause.from() + matcher.start("verb");
    String title = clause.words().substring(matcher.start("what") + 2, matcher.end("what"));
    return Optional.of(
        Found.of(from, clause.from() + matcher.end(), Kind.QUANTITY, title, 55)
            .doubting(Doubtful.NO_FIGURE, 5));
  }

  private static Optional<Found> matched(
      Clause clause, Pattern pattern, Kind kind, int confidence, Doubtful doubt) {
    Matcher matcher = pattern.matcher(clause.open());
    if (!matcher.find()) {
      return Optional.empty();
    }
    String words = clause.words().substring(matcher.start(), matcher.end());
    return Optional.of(
        Found.of(
                clause.from() + matcher.start(),
                clause.from() + matcher.end(),
                kind,
                Verbs.without(words),
                confidence)
            .doubting(doubt, 5));
  }

  private static Optional<Found> trend(Clause clause) {
    Matcher matcher = TREND.matcher(clause.open());
    if (!matcher.find()) {
      return Optional.empty();
    }
    String verb = matcher.group("verb");
    boolean down = verb != null && verb.matches("降低|压减|调减|压缩|缩小");
    boolean share = matcher.group().matches(".*(?:率|比例|占比|达成度|指标).*");
    String words = clause.words().substring(matcher.start(), matcher.end());
    return Optional.of(
        Found.of(
                clause.from() + matcher.start(),
                clause.from() + matcher.end(),
                share ? Kind.RATIO : Kind.QUANTITY,
                words,
                50)
            .towards(down ? "down" : "up")
            .doubting(Doubtful.DIRECTION_ONLY, 5));
  }
}
