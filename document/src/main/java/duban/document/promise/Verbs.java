package duban.document.promise;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The words that promises begin with. */
final class Verbs {

  /** In front of a verb, and no part of what is promised. */
  static final String ADVERBS =
      "(?:力争|争取|计划|预计|确保|努力|积极|全面|深入|持续|继续|加快|统筹|扎实|稳步|有序|着力|大力|重点|切实|进一步|全力|年内|全年"
          + "|今年|本年|拟|将|要|再|新|共|总计|累计|合计|每年|同时|并|分别|组织|协助|支持|指导|推动|推进|做好|抓好|牵头|启动|顺利|高质量|高标准|如期)";

  static final String STRONG =
      "新增设?|再增|更换|维修|修缮|加固|铺设|新铺|配发|拆除|增加|增设|扩增|扩大|净增|补充|新建成?|改建|扩建|改扩建|新改扩建|迁建|重建|续建|建成投用|建成|建好|建设|建立|创建成功|创建成?|争创|创成|申创"
          + "|打造|评选|评比|评定|认定|遴选|推选|选树|选拔|选派|选送|选聘|推荐|表彰|命名|培育|培养|引进|引育|引入|招聘|招录|招引|招收|聘请|聘任|录用"
          + "|组织|开展|举办|承办|办好|举行|召开|完成|实现|达到|设立|设置|成立|组建|投入|投资|落实|安排|改造|改善|升级|提升|更新|整治|治理|整改|化解"
          + "|申报|立项|结题|出台|制定|修订|印发|编写|开发|推出|发布|征集|配备|配置|配足|购置|采购|添置|安装|提供|服务|惠及|受益|辅导|培训|轮训|研训"
          + "|开设|开办|开放|开工|竣工|投用|交付|启用|启动|撤并|压减|压缩|减少|降低|关停|清理|取缔|资助|发放|减免|帮扶|结对|交流|轮岗|督导|评估|检查|督查|抽查|排查|巡察|巡查|视导"
          + "|覆盖|惠及|接收|安置|签约|合作|转化|转岗|孵化|建档|挂牌|验收|通过|获得?|取得|争取|力争|增长|提高|做好|推进|实施|引导|吸引|动员|遴选|配齐|建强|做强|做优|壮大|发展|确定|推广|入选|列入|纳入|录制|拍摄|编印|汇编|评审|评出|评审出|推送|输送|充实|增配|拓展|统筹|落成|盘活|回收|置换|接管|移交|联合|共建|创办|探索|试点|启用|新招|公开招聘";

  private static final String BUILDS = "新建|改建|扩建|改扩建|迁建|续建|建成|投用|创建|举办|评选";

  private static final Pattern FIRST =
      Pattern.compile(
          "(?:" + ADVERBS + "){0,4}(?<verb>" + STRONG + ")(?:[、和并及]?(?:" + BUILDS + ")){0,3}");

  static final Pattern ONLY_ADVERBS = Pattern.compile(ADVERBS + "*");

  private Verbs() {}

  /** Where the first promise of some words begins, its adverbs included; -1 without one. */
  static int start(String words) {
    Matcher matcher = FIRST.matcher(words);
    return matcher.find() ? matcher.start() : -1;
  }

  /** The verb that words begin with, its adverbs included; null when they begin with none. */
  static @Nullable String at(String words) {
    Matcher matcher = FIRST.matcher(words);
    return matcher.lookingAt() ? matcher.group() : null;
  }

  /** The words without the verb that they begin with. */
  static String without(String words) {
    String verb = at(words);
    return verb == null ? words : words.substring(verb.length());
  }
}
