package duban.document.outline;

import duban.document.PlanReading.Kind;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whether words under a heading promise what will be done, report what was, or tell how it is. */
public enum Tense {
  PROMISED,
  REPORTED,
  DESCRIBED;

  private static final Pattern REPORTS =
      Pattern.compile(
          ".*(?:工作总结|年总结|总结$|回顾|完成情况|工作情况|开展情况|落实情况|进展情况|主要成[效绩就]|工作成[效绩]|取得的?成[效绩]|主要做法|工作亮点|特色亮点|成绩).*");
  private static final Pattern PROMISES =
      Pattern.compile(
          ".*(?:工作计划|年计划|工作要点|年要点|思路|打算|工作安排|年安排|工作目标|主要目标|目标任务|重点工作|主要任务|重点任务|工作重点|主要措施|工作举措|重点举措|展望|下一步|下阶段|明年).*");

  private static final Pattern DESCRIBES =
      Pattern.compile(
          ".*(?:存在的?(?:主要)?(?:问题|不足|困难|短板)|(?:问题|困难|不足)[和与](?:问题|困难|不足)|面临的?形势|基本情况|基本概况).*");

  static Optional<Tense> of(String heading) {
    if (DESCRIBES.matcher(heading).matches()) {
      return Optional.of(DESCRIBED);
    }
    boolean reports = REPORTS.matcher(heading).matches();
    boolean promises = PROMISES.matcher(heading).matches();
    if (reports == promises) {
      return Optional.empty();
    }
    return Optional.of(reports ? REPORTED : PROMISED);
  }

  static Kind kind(String title) {
    boolean reports = title.contains("总结") || title.contains("回顾") || title.contains("工作情况");
    boolean promises = title.matches(".*(?:计划|要点|思路|打算|安排|意见|任务|目标|方案).*");
    if (reports) {
      return promises ? Kind.SUMMARY_AND_PLAN : Kind.SUMMARY;
    }
    return Kind.PLAN;
  }
}
