package duban.document.promise;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of schools, as against kinds of school: 后六小学, not 优质学校. */
final class Names {

  private static final String KINDS =
      "(?:实验|附属|中心|外国语|第[一二三四五六七八九十]+|[一二三四五六七八九十]+|职业|高级|初级|完全|民办|国际|双语|特殊教育|技师|开放|职教|小学|中学|初中|高中|学校|职教中心)*(?:新|东|西|南|北|老)?"
          + "(?:小学部|初中部|高中部|小学|中学|初中|高中|幼儿园|学校|学院|分校|校区|分园|园区|职教中心|教育中心|中专|职校|职高|教学楼|综合楼|实训楼|实验楼|宿舍楼|公寓|体育馆|足球场|篮球场|运动场|体育场|图书馆|科技馆|风雨操场|健身中心|活动中心|[一二三四五六七八九十][中小]|[一-龥]中(?=学?[、和及]|$))";

  /** With one of these before its kind, it is a kind and no name. */
  private static final Pattern GENERIC =
      Pattern.compile(
          ".*(?:优质|示范|特色|农村|乡村|乡镇|城区|城镇|镇区|全区|全市|全县|全省|中小学?|首批|窗口|国际化|各级|各类|各|所有|全部|全体|公办|民办|普惠性?|薄弱|普通|义务教育|阶段|职业|试点|项目|基地|先进"
              + "|创建|省级?|市级|区级|县级|国家级?|智慧|标准化|寄宿制?|一贯制|领航|文明|平安|绿色|健康|新建|在建|续建|老旧|部分|重点|有关|相关|其他|直属|局属|辖区|区域|区内|结对|成员|牵头"
              + "|核心|龙头|品牌|新优质|乡土|小规模|大规模|大班额|百年|高质量|高品质|高水平|一流|达标|合格|实验[区]|培训|社区|老年|家长|网络|云|空中|合作|共建|集团|联盟|新|的|个|所|名|等|对|星级|级|类|年|加强|建设|推进|实施|办好|开展|促进|中等|高等|高职|本科|技工|公民办|城乡|区属|市属|县属|市直|区直|推动|进|入|向|到|从|在|与|于|为|以|让|使|管|育|教|全|每|本|该|校|生|师|园)$");

  private static final Pattern VERBAL = Pattern.compile("举办|创建|建设|完成|实施|改扩建|新增|加强|推进|设立|覆盖|组织");

  private static final Pattern NAME =
      Pattern.compile("[\\p{IsHan}（）·□A-Za-z0-9]{1,24}?" + KINDS + "(?:（[^（）]{1,12}）)?");

  private static final Pattern ENDING = Pattern.compile(KINDS + "(?:（[^（）]{1,12}）)?$");

  /** 第六中学 needs no name of its own. */
  private static final Pattern ORDINAL = Pattern.compile("第?[一二三四五六七八九十].{2,}");

  private static final int LONGEST = 26;

  private Names() {}

  /** Whether the words are one school's name. */
  static boolean isName(String words) {
    Matcher kind = ENDING.matcher(words);
    if (!kind.find() || words.length() > LONGEST) {
      return false;
    }
    String own = words.substring(0, kind.start());
    return switch (own.length()) {
      case 0 -> ORDINAL.matcher(kind.group()).matches();
      case 1 -> kind.group().length() >= 3 && !GENERIC.matcher(own).matches();
      default -> !VERBAL.matcher(own).find() && !GENERIC.matcher(own).matches();
    };
  }

  static List<String> entries(String list) {
    return List.of(list.split("、|和|以及|及|与"));
  }

  /** The names among the entries of a list such as 甲小学、乙小学和丙中学. */
  static List<String> in(String list) {
    List<String> names = new ArrayList<>();
    for (String entry : entries(list)) {
      String plain = Verbs.without(entry);
      if (NAME.matcher(plain).matches() && isName(plain)) {
        names.add(plain);
      }
    }
    return names;
  }
}
