package duban.document.promise;

import duban.contracts.plan.Target.Kind;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** 申报市书法教育示范区; 某中学创建四星级高中; “普及普惠县域”创建: a title to be won. */
final class DesignationRule {

  private static final String TITLE =
      "(?:示范|先行|实验|试验|试点|建设|发展|先进|创新|特色|标杆|样板|改革|均衡|普惠|达标|优质|文明|平安|模范)[\\p{IsHan}]{0,4}(?:区|县|市|县域|校|学校|高中|单位|基地|中心|城市|镇|园|集体|案例区)"
          + "|县域|星级高中|□□□?高中|星级(?:学校|幼儿园)|立项学校|分院|[县市区]（[县市、区]{1,5}）|资源中心|大学|本科高校|应用型本科";
  private static final Pattern WIN =
      Pattern.compile(
          "(?<subject>[^，]{0,14}?)(?<verb>争创|冲刺|创成|创建成?|申创|申报|争取|升格为?|更名为?|晋升为?|升级为|获批|获评|通过|入选|力争成为|成功创建|迎接|打造成?)(?<title>[^，]{0,30}(?:"
              + TITLE
              + ")”?)(?:创建|评估|验收|认定|复评|评审|立项|打下基础|现场|督导|国家|省级|省|的|工作|任务)*$");
  private static final Pattern QUOTED =
      Pattern.compile(
          "(?<lead>[^，]{0,8}?)“(?<name>□+)”?(?:国家|省级|省|现场)*(?:创建|评估验收|评估|验收|复评|认定|申报)(?:工作|任务|活动)?$");
  private static final Pattern NOUN =
      Pattern.compile(
          "(?:积极|扎实|有序|全力|稳步|深入|持续|加快|统筹)*(?:做好|推进|推动|开展|迎接|完成)(?<title>[^，]{2,30}(?:"
              + TITLE
              + ")”?)(?:国家|省级|省|现场)*(?:创建|评估验收|评估|验收|监测|复评|认定|申报|迎检)+(?:工作|任务)?$");

  private static final Pattern MAY_WIN =
      Pattern.compile("争创|冲刺|创成|创建|申创|申报|争取|升格|更名|晋升|升级为|获批|获评|通过|入选|成为|迎接|打造|评估|验收|认定|复评|监测|迎检");

  /** A name in quotation marks that is a title, not a slogan. */
  private static final Pattern NAMES_TITLE =
      Pattern.compile(".*(?:区|县|市|县域|校|高中|单位|基地|中心|园|城市|县（市、区）)");

  private DesignationRule() {}

  static Optional<Found> find(Clause clause) {
    // Most clauses name no title; finding that out first is many times cheaper than the rules are.
    return MAY_WIN.matcher(clause.open()).find()
        ? quoted(clause).or(() -> noun(clause)).or(() -> win(clause))
        : Optional.empty();
  }

  private static Optional<Found> win(Clause clause) {
    Matcher matcher = WIN.matcher(clause.open());
    if (!matcher.find() || matcher.group("title").contains("、创")) {
      return Optional.empty();
    }
    String subject = clause.words().substring(matcher.start("subject"), matcher.end("subject"));
    if (subject.matches(".*(?:向|为迎|依托|围绕|加大|按照|对|在|以|和|的|已|成功)$") && !subject.endsWith("支持")) {
      return Optional.empty();
    }
    int from = clause.from() + (subject.length() >= 12 ? matcher.start("verb") : matcher.start());
    return Optional.of(title(clause, from, clause.from() + matcher.end()));
  }

  private static Optional<Found> noun(Clause clause) {
    Matcher matcher = NOUN.matcher(clause.open());
    return matcher.find()
        ? Optional.of(title(clause, clause.from() + matcher.start(), clause.to()).withNoEnd())
        : Optional.empty();
  }

  private static Optional<Found> quoted(Clause clause) {
    Matcher matcher = QUOTED.matcher(clause.open());
    if (!matcher.find()) {
      return Optional.empty();
    }
    String name = clause.words().substring(matcher.start("name"), matcher.end("name"));
    return NAMES_TITLE.matcher(name).matches()
        ? Optional.of(title(clause, clause.from() + matcher.start("lead"), clause.to()).withNoEnd())
        : Optional.empty();
  }

  private static Found title(Clause clause, int from, int to) {
    String words = clause.text().words().substring(from, to);
    return Found.of(from, to, Kind.PROJECT, Verbs.without(words), 70);
  }
}
