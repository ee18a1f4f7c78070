package duban.document.promise;

import duban.contracts.plan.Target.Kind;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** 成立…学院, 建设…在线平台, 升格为…分院: one thing of a kind that can be named. */
final class FoundingRule {

  private static final Pattern FOUND =
      Pattern.compile(
          "(?:力争|积极|加快|牵头|计划|筹备|谋划|高标准|推动|探索)*(?<verb>成立|组建|设立|筹建|新建|建成|建设|建立|搭建|打造|开通|上线)(?<what>[^，的]{4,40}(?:学院|平台|中心|基地|研究院|研究所|博物馆|体验馆|纪念馆|图书馆|体育馆|工作站|实践营|专家库|资源库|数据库|热线|联盟|共同体|专班))$");
  private static final Pattern VAGUE = Pattern.compile(".*(?:各类|各级|一批|系列|等|多个|若干|有效|长效|良好|完善).*");

  private FoundingRule() {}

  static Optional<Found> find(Clause clause) {
    Matcher matcher = FOUND.matcher(clause.words());
    if (!matcher.matches() || VAGUE.matcher(clause.words()).matches()) {
      return Optional.empty();
    }
    return Optional.of(
        Found.of(clause.from(), clause.to(), Kind.PROJECT, matcher.group("what"), 65)
            .doubting(Doubtful.NO_FIGURE, 5));
  }
}
