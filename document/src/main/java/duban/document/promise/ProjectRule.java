package duban.document.promise;

import duban.contracts.plan.Target.Kind;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** 建成投用甲学校; 推进乙初中、丙初中等重点项目建设: works at schools that are named. */
final class ProjectRule {

  private static final String ADVERBS =
      "(?:力争|确保|计划|加快|统筹|全力|有序|稳步|扎实|继续|持续|积极|全面|协同|做好|抓好|如期|年内|同步)*";
  private static final Pattern WORKS =
      Pattern.compile(
          ADVERBS
              + "(?<verb>实施|完成|推进|推动|启动|启用|开展|建成投用|建成并投用|建成启用|建成|新建|新改扩建|改扩建|改建|扩建|迁建|重建|续建|开工建设|开工|规划建设|建设|筹建|投用|投入使用|交付|打造|引进|创办|开办|成立|高标准建设|高质量建成|配合做好|谋划)+(?<names>.+)");
  private static final Pattern WORK =
      Pattern.compile(
          "(?:校舍|新校区|重点|基建|项目|[一二三四]期)*(?:改扩建|改建|扩建|新建|迁建|易地新建|异地新建|重建|建设|改造|工程|项目|投用|竣工|开工|封顶|启用|交付|提升|修缮|加固)+(?:工程|项目|任务|工作|建设|进度)*$");
  private static final Pattern OPEN = Pattern.compile(".*(?:推进|推动|统筹|实施|谋划|加快).*");
  private static final Pattern TAIL =
      Pattern.compile(
          "(?<names>.+?)(?:等)?(?:如期|按期|顺利|全面|正式|建成|年内|主体)*(?:建成投用|投入使用|建成|竣工|投用|开工|封顶|启用|交付使用|开学)$");

  private ProjectRule() {}

  static Optional<Found> find(Clause clause) {
    return verbFirst(clause).or(() -> nameFirst(clause));
  }

  private static Optional<Found> verbFirst(Clause clause) {
    Matcher matcher = WORKS.matcher(clause.words());
    if (!matcher.lookingAt()) {
      return Optional.empty();
    }
    String verb = matcher.group("verb");
    String rest = matcher.group("names");
    Matcher work = WORK.matcher(rest);
    boolean worked = work.find();
    String list = worked ? rest.substring(0, work.start()) : rest;
    List<String> named = Names.in(list.replaceFirst("等$", ""));
    boolean builds = verb.matches(".*(?:建|开工|投用|投入使用|交付|启用|开办|创办|引进|成立).*");
    if (named.isEmpty() || !(worked || builds)) {
      return Optional.empty();
    }
    return Optional.of(found(clause, matcher.group(), rest, named, list));
  }

  private static Found found(
      Clause clause, String phrase, String title, List<String> named, String list) {
    boolean all = !list.endsWith("等") && named.size() == Names.entries(list).size();
    Found found = Found.of(clause.from(), clause.to(), Kind.PROJECT, title, 85).naming(named, all);
    if (all) {
      found = found.implying(Amount.of(clause.to(), named.size(), "所"));
    }
    return OPEN.matcher(phrase.substring(0, phrase.length() - title.length())).matches()
        ? found.withNoEnd().doubting(Doubtful.NO_END, 5)
        : found;
  }

  private static Optional<Found> nameFirst(Clause clause) {
    Matcher matcher = TAIL.matcher(clause.words().replaceFirst("^(?:力争|确保|推动|实现|促进)+", ""));
    if (!matcher.matches()) {
      return Optional.empty();
    }
    List<String> named = Names.in(matcher.group("names"));
    if (named.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        found(clause, clause.words(), clause.words(), named, matcher.group("names")));
  }
}
