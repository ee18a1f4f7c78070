package duban.document.promise;

import duban.contracts.plan.Target.Kind;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** 实现…全覆盖; 将所有幼儿园纳入…; 完成全区中小学教室改造: all of a whole, with no figure written. */
final class CoverageRule {

  private static final Pattern FULL =
      Pattern.compile(
          "(?:(?:实现|确保|做到|推进|达到|推动|力争|完成|基本|努力|保持|着力|全面|有效|逐步|对|将|把)*)(?<whom>[^，]{2,40}?)(?:的|实现|基本|百分百)*全覆盖(?:工作|目标|任务)?$");
  private static final String UNITS =
      "[^，]{0,12}(?:学校|幼儿园|中小学|教师|班级|校园|教室|机构|校长|食堂|园所|公办园|普惠园|村小|教学点|中心校|乡镇|街道|社区|学段|学科|校区|场馆|宿舍|考点|考场|干部|党组织)";
  private static final Pattern ALL =
      Pattern.compile(
          "(?:将|把|对|让|使|确保|实现|推动|覆盖)?(?<whom>[^，、的]{0,6}(?:所有|全部)"
              + UNITS
              + ")[^，]{0,8}(?:纳入|达到|达标|完成|实现|配备|建成|建立|通过|安装|开设|接入|落实|参加|参与|开展|创成|到位|覆盖|轮训)[^，]*");
  private static final Pattern COVERS =
      Pattern.compile("[^，]{0,20}覆盖(?:到|至)?(?<whom>(?:所有|全部|全体|各级各类)" + UNITS + ")$");
  private static final Pattern DONE =
      Pattern.compile(
          "(?:力争|确保|全面|基本|年内|如期)*完成(?<whom>(?:对)?全[区市县镇部省][^，]{2,24}?)的?(?:改造|建设|更新|安装|升级|整治|验收|配备|培训|轮训|普查|检测|达标)(?:工作|任务|工程|升级|提升)?$");

  private static final Pattern WHOLE = Pattern.compile("全覆盖|所有|全部|完成");

  private CoverageRule() {}

  static Optional<Found> find(Clause clause) {
    return full(clause, FULL, 90)
        .or(() -> full(clause, ALL, 80))
        .or(() -> full(clause, COVERS, 82))
        .or(() -> full(clause, DONE, 82));
  }

  private static Optional<Found> full(Clause clause, Pattern pattern, int confidence) {
    Matcher matcher = pattern.matcher(clause.open());
    if (!WHOLE.matcher(clause.open()).find() || !matcher.find()) {
      return Optional.empty();
    }
    String whom = clause.words().substring(matcher.start("whom"), matcher.end("whom"));
    if (!isWhole(whom)) {
      return Optional.empty();
    }
    int from = clause.from() + matcher.start();
    int to = clause.from() + matcher.end();
    String title = clause.text().words().substring(from, to);
    return Optional.of(
        Found.of(from, to, Kind.COVERAGE, title, confidence)
            .implying(Amount.whole(to))
            .about(whom.replaceFirst("^[对将把在]", "")));
  }

  /** 面向全体 and 全方位 say how, not how much. */
  private static boolean isWhole(String whom) {
    return !whom.matches(".*(?:面向|全方位|全过程|全员|多维度|各环节|全时段|常态化)[、]?$");
  }
}
