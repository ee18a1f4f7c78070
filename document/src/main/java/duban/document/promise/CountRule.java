package duban.document.promise;

import duban.contracts.plan.Target.Kind;
import duban.contracts.plan.Target.Operator;
import java.util.List;
import java.util.regex.Pattern;

/** 建设智慧教室35个; 争创8-10所优质园; 完成甲、乙等5所学校改扩建: something counted. */
final class CountRule {

  /** How things are, or were. */
  private static final Pattern STATE =
      Pattern.compile(
          "(?:现有|现已|目前|截至|(?<![较比在])(?:去年|上年)|原有|已|期间|共有|拥有|下辖|辖区|辖有|设有|另有|分为|包括|依托|围绕|连续|针对|聚焦|抓住|紧盯|总用地|占地|用地|规划|历史|仍有|尚有|还有|缺员|缺口|只剩|仅剩|仅有|全文|距|未来)");

  /** 前10名, 分3批. */
  private static final Pattern RANK = Pattern.compile(".*(?:前|[^部]分|进入|每隔|间隔|满|超龄)$|分$|前$");

  private static final Pattern ABSTRACT =
      Pattern.compile(
          "^(?:的)?(?:方面|环节|层面|重点|原则|关系|维度|阶段|转变|体系|机制|制度|格局|氛围|环境|目标|问题|规律|要求|主题|关键|领域|学期|学年|月|季度|层次|步骤|规定|准则|制度|管理|承诺|禁令|纪律|内容|设区市|关口|抓手|渠道|标准|规范|部门|单位|不|结合|满意|率|新(?:台阶|高度|水平|阶段|局面|格局|突破))");

  /** What verbs are measured by: without its verb, 培训人数 is a number of nobody. */
  static final Pattern MEASURED =
      Pattern.compile(
          "(?=.)(?:[到至了]|(?:的|总|后)?(?:人数|人次|率|比例|占比|数量|规模|面|数|总数|总额|金额|覆盖率|达标率|合格率|满意率|工作|面积|经费|资金)?[到至]?)");

  private static final Pattern EACH_UNIT = Pattern.compile("每[校班园生人名所镇个]|[人生]均|各[校班园区县镇]");

  private static final Pattern ONE_COUNTS =
      Pattern.compile(
          ".*(?:组织|开展|举办|办好|建好|建成|新建|新增|创建|争创|培育|推出|设立|成立|承办|完成|配备|召开|各|每[校班园镇].*|至少|引进|打造)$");

  private CountRule() {}

  static List<Found> find(Segment segment) {
    Amount amount = segment.amount();
    if (notCounted(segment)) {
      return List.of();
    }
    List<String> named = Names.in(list(segment.before()));
    if (amount.each()) {
      return shared(counted(segment), segment);
    }
    boolean listed = named.size() > 1 || (named.size() == 1 && amount.isOne());
    return List.of(listed ? project(segment, named) : counted(segment));
  }

  private static boolean notCounted(Segment segment) {
    return RANK.matcher(segment.openBefore()).matches()
        || isExtent(segment)
        || isStructure(segment)
        || isThreshold(segment)
        || isFigureOfSpeech(segment);
  }

  /** Lengths, times and marks measure something, and are promised only where that is said. */
  private static boolean isExtent(Segment segment) {
    return switch (segment.amount().measure()) {
      case "元" -> !segment.amount().written() && segment.amount().unit().equals("元");
      case "米", "分钟", "小时", "天" -> true;
      case "亩" -> Verbs.start(segment.openBefore()) < 0;
      case "平方米", "平米" -> segment.openBefore().matches(".*(?:占地|用地|占地面积|用地面积|建筑面积)$");
      case "分" -> !segment.before().matches(".*(?:满意度|得分|评分|测评|考核).*");
      default -> false;
    };
  }

  /** 三个方面 orders a text; nobody will count them. */
  private static boolean isStructure(Segment segment) {
    return "个项条种类".contains(segment.amount().measure())
        && ABSTRACT.matcher(segment.openAfter()).lookingAt();
  }

  /** 100人以上的学校 are schools of some size. */
  private static boolean isThreshold(Segment segment) {
    Amount amount = segment.amount();
    return amount.measure().equals("人")
        && amount.operator() != Operator.EQUAL
        && !segment.openAfter().isEmpty();
  }

  /** One of something is often an article: 形成一个闭环, 成为一名好老师. */
  private static boolean isFigureOfSpeech(Segment segment) {
    Amount amount = segment.amount();
    if (amount.written()) {
      return false;
    }
    if ("种类条级".contains(amount.measure())) {
      return true;
    }
    if (amount.isOne() && "支套片股起件批岗".contains(amount.measure())) {
      return true;
    }
    boolean article = amount.isOne() && "个项名位人家门次场".contains(amount.measure());
    return article && !ONE_COUNTS.matcher(segment.openBefore()).matches();
  }

  private static Found counted(Segment segment) {
    Amount amount = segment.amount();
    int from = segment.promise();
    boolean noun = segment.openAfter().length() > 1;
    int to = noun ? segment.to() : amount.to();
    String title = title(segment, from, to);
    Kind kind = amount.isMoney() ? Kind.MONEY : Kind.QUANTITY;
    Found found = Found.of(from, to, kind, title, confidence(segment)).counting(amount);
    return doubted(found, segment);
  }

  private static Found doubted(Found found, Segment segment) {
    String clause = segment.clause().open();
    if (STATE.matcher(segment.openBefore()).find()) {
      found.doubting(Doubtful.STATE, 55);
    }
    if (Verbs.start(clause) < 0) {
      found.doubting(Doubtful.NO_VERB, 15);
    }
    if (EACH_UNIT.matcher(clause).find()) {
      found.doubting(Doubtful.EACH_UNIT, 20);
    }
    if (clause.contains("每年")) {
      found.doubting(Doubtful.PER_UNIT_OF_TIME, 10);
    }
    if (clause.startsWith("其中")) {
      found.doubting(Doubtful.PART_OF, 10);
    }
    return isList(segment) ? found.doubting(Doubtful.ALL_OR_EACH, 10) : found;
  }

  private static boolean isList(Segment segment) {
    return segment.before().contains("、")
        && segment.openAfter().length() <= 1
        && !segment.amount().each();
  }

  private static int confidence(Segment segment) {
    Amount amount = segment.amount();
    int confidence = amount.written() ? 95 : 80;
    if (!amount.written() && amount.isOne()) {
      confidence -= 15;
    }
    return "个项条种类".contains(amount.measure()) ? confidence - 3 : confidence;
  }

  /** The words less verb and amount: 市新优质学校. */
  static String title(Segment segment, int from, int to) {
    Amount amount = segment.amount();
    String words = segment.clause().text().words();
    String before = from < amount.from() ? words.substring(from, amount.from()) : "";
    String after = to > amount.to() ? words.substring(amount.to(), to) : "";
    String plain = before.replaceFirst("^(?:在|到|至)?□*(?:年?底|末)?(?:之?前|以前)?(?=.)", "");
    String verb = Verbs.at(plain);
    String subject = Verbs.without(plain);
    if (MEASURED.matcher(subject).matches()) {
      subject = plain;
    }
    String title =
        (subject + after)
            .replaceFirst("^(?:[的对了为]|其中)", "")
            .replaceFirst("(?:[的各]|[从由].*|(?:提高|提升|增加|上升|扩大|增长|降低|压减)?[到至])$", "");
    return title.length() < 2 && verb != null ? verb + title : title;
  }

  private static String list(String before) {
    return before.replaceFirst("(?:等|共|共计|等共|等共计|这)$", "");
  }

  private static Found project(Segment segment, List<String> named) {
    Amount amount = segment.amount();
    int from = segment.promise();
    boolean complete = amount.value() != null && amount.value().intValue() == named.size();
    Found found =
        Found.of(from, segment.to(), Kind.PROJECT, title(segment, from, segment.to()), 95)
            .counting(amount)
            .naming(named, complete);
    boolean fewer = amount.value() != null && amount.value().intValue() > named.size();
    return fewer ? found.doubting(Doubtful.NAMES_INCOMPLETE, 5) : found;
  }

  /** 产业学院和培训基地各1个: one target for each, which share their words. */
  private static List<Found> shared(Found found, Segment segment) {
    String things =
        Verbs.without(segment.before().substring(Math.max(0, segment.promise() - segment.from())));
    List<Found> each =
        Names.entries(things).stream()
            .filter(thing -> thing.length() > 1)
            .map(thing ->
                Found.of(found.from(), found.to(), found.kind(), thing, found.confidence())
                    .counting(segment.amount()))
            .toList();
    return each.isEmpty() ? List.of(found) : each;
  }
}
